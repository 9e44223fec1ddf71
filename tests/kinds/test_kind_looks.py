"""Kinds about what a text looks like: capitals, symbols, faces, long sentences."""

import pytest

from plainreply.document import PLAIN, Document, Face, Stretch
from plainreply.lint import Linter
from plainreply.readers import read_text
from plainreply.rule import Issue
from plainreply.rulebook import rulebook
from plainreply.spans import Span, apply


def issues(document: Document | str, id: str) -> tuple[Issue, ...]:
    given = read_text(document) if isinstance(document, str) else document
    return Linter([rulebook().rule(id)])(given)


def found(text: str, id: str) -> list[str]:
    return [issue.span.of(text) for issue in issues(text, id)]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("Вам НЕОБХОДИМО прийти.", ["НЕОБХОДИМО"]),
        ("Мы НЕ МОЖЕМ назначить выплату.", ["НЕ МОЖЕМ"]),
        ("ОТВЕТ мы дадим СРОЧНО и БЫСТРО.", ["ОТВЕТ", "СРОЧНО", "БЫСТРО"]),
        ("МФЦ, МВД и ФНС ответили.", []),
        ("МИНИСТЕРСТВО ТРУДА", []),
        ("ВАМ НЕОБХОДИМО ПРИЙТИ.", ["ВАМ НЕОБХОДИМО ПРИЙТИ"]),
        ("Файл PDF и код АБВГД.", []),
        ("Дом № 5А, корпус Б.", []),
        ("Он сказал «СРОЧНО».", []),
    ],
)
def test_capitals(text: str, stretches: list[str]) -> None:
    assert found(text, "all-caps") == stretches


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("СРОЧНО придите.", "Срочно придите."),
        ("Живу в МОСКВЕ.", "Живу в Москве."),
        ("Вам НЕОБХОДИМО прийти.", "Вам необходимо прийти."),
    ],
)
def test_capitals_are_lowered_but_for_names_and_the_first_word(text: str, result: str) -> None:
    (issue,) = issues(text, "all-caps")
    assert apply(text, issue.fixes[0].edits) == result


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("Справка → заявление.", ["→"]),
        ("Звоните ☎️ нам.", ["☎"]),
        ("Паспорт и/или справка.", ["/"]),
        ("Дом 5/7, дата 1/2.", []),
        ("Закон № 59-ФЗ, 50 % и 12 000 ₽.", []),
        ("Сайт https://example.ru/a/b?x=1&y=2 открыт.", []),
        ("Пишите на a_b@example.ru сразу.", []),
        ("Е\u0301лка и сло\u00adво.", []),
        ("§ 5 и § 6", ["§", "§"]),
        ("***", ["***"]),
        ("", []),
    ],
)
def test_symbols(text: str, stretches: list[str]) -> None:
    assert [s.rstrip("\ufe0f") for s in found(text, "special-symbol")] == stretches


def test_a_joined_emoji_is_one_finding() -> None:
    assert found("Семья 👨‍👩‍👧 пришла.", "special-symbol") == ["👨‍👩‍👧"]


def dressed(text: str, face: Face, *stretches: str) -> Document:
    """Return ``text`` in a plain face, with ``face`` on ``stretches``, which follow in order."""
    document = read_text(text)
    faces, at = [], 0
    for stretch in stretches:
        start = text.index(stretch, at)
        faces += [Stretch(Span(at, start), PLAIN), Stretch(Span(start, start + len(stretch)), face)]
        at = start + len(stretch)
    faces.append(Stretch(Span(at, len(text)), PLAIN))
    shown = tuple(face for face in faces if face.span.start < face.span.stop)
    return Document(text, document.paragraphs, shown)


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        (["справку"], ["справку"]),
        ([" справку "], ["справку"]),
        (["Прило", "жите"], ["Приложите"]),
        (["Приложите", "доходах"], ["Приложите", "доходах"]),
        ([" ", " о"], ["о"]),
        ([". "], []),
        ([], []),
    ],
)
def test_italic_stretches_are_joined_and_trimmed(stretches: list[str], expected: list[str]) -> None:
    text = "Приложите справку о доходах. Спасибо."
    document = dressed(text, Face(italic=True), *stretches)
    assert [i.span.of(text) for i in issues(document, "italic")] == expected


def test_links_may_be_underlined() -> None:
    text = "Сайт и справка."
    link = dressed(text, Face(underline=True, link=True), "Сайт")
    assert issues(link, "underline") == ()
    (issue,) = issues(dressed(text, Face(underline=True), "справка"), "underline")
    assert issue.span.of(text) == "справка"


@pytest.mark.parametrize(
    ("words", "severity"), [(20, None), (21, "warning"), (30, "warning"), (31, "error")]
)
def test_long_sentences(words: int, severity: str | None) -> None:
    text = "Мы " + "слово " * (words - 2) + "конец."
    assert [issue.severity for issue in issues(text, "long-sentence")] == (
        [severity] if severity else []
    )


def test_words_of_a_quotation_and_numbers_do_not_count() -> None:
    title = "«" + "слово " * 30 + "конец»"
    assert issues(f"Мы ответили по закону {title} сегодня.", "long-sentence") == ()
    assert issues("Мы ждём " + "12 " * 30 + "дней.", "long-sentence") == ()
