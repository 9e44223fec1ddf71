"""Words of a user's own are spared, in any form, by all rules about wording or by those named."""

from pathlib import Path

import pytest

import plainreply
from plainreply.analysis import analyse
from plainreply.document import Need
from plainreply.errors import BadConfiguration
from plainreply.readers import read_text
from plainreply.settings import settings_for
from plainreply.vocabulary import Entry, Vocabulary


def checked(folder: Path, text: str, words: str, name: str = "слова.tsv") -> list[tuple[str, str]]:
    """Return rule and words of every finding in a text with such a vocabulary."""
    (folder / name).write_text(words, encoding="utf-8")
    (folder / "plainreply.toml").write_text(f'vocabulary = "{name}"', encoding="utf-8")
    report = plainreply.check(text, config=settings_for(folder / "a.txt"))
    return [(issue.rule, issue.span.of(report.document.text)) for issue in report.issues]


SPARED = [
    ("Отчёт готовит ГБУЗ.", "ГБУЗ\tсокращение", ("abbreviation", "ГБУЗ")),
    ("Мы пишем об обрщениях.", "обрщение\tтермин", ("misspelling", "обрщениях")),
    ("На участке есть сервитуты.", "сервитут\t", ("complex-term", "сервитуты")),
    ("Она просит исполнения наказания.", "исполнение наказания", ("verbal-noun", "исполнения")),
    ("Дом снят с НАДЗОРА вчера.", "НАДЗОРА\tсокращение", ("all-caps", "НАДЗОРА")),
    ("Мы ждём надлежащий приказ.", "надлежащий\t\t\tofficialese", ("officialese", "надлежащий")),
]


@pytest.mark.parametrize(("text", "row", "finding"), SPARED)
def test_a_word_of_the_vocabulary_is_no_fault(
    tmp_path: Path, text: str, row: str, finding: tuple[str, str]
) -> None:
    header = "слово\tвид\tзначение\tправила\n"
    assert finding in checked(tmp_path, text, f"{header}совсем другое\n")
    assert finding not in checked(tmp_path, text, f"{header}# наши слова\n{row}\n")


def test_only_the_rules_that_are_named_are_silent(tmp_path: Path) -> None:
    rows = "word\tkind\tmeaning\trules\nпроведение проверки\t\t\tpassive\n"
    text = "Сообщаем о проведении проверки."
    assert ("verbal-noun", "проведении") in checked(tmp_path, text, rows)
    rows = rows.replace("passive", "verbal-noun")
    assert "verbal-noun" not in {rule for rule, _ in checked(tmp_path, text, rows)}


@pytest.mark.parametrize(
    ("words", "kind", "found"),
    [
        ("Сервис Ясно", "name", ["Сервиса Ясно"]),
        ("сервис ясно", "name", ["Сервиса Ясно", "сервисе ясно"]),
        ("Сервис Ясно", "term", ["Сервиса Ясно", "сервисе ясно"]),
        ("Сервис Ясно", "abbreviation", []),
        ("ЕИС", "abbreviation", ["ЕИС"]),
        ("еис", "abbreviation", []),
        ("обрщение", "term", ["Обрщениями", "обрщении"]),
        ("сервис", "term", ["Сервиса", "сервисе"]),
        ("серви", "term", []),
    ],
)
def test_kinds_ask_for_different_spelling(words: str, kind: str, found: list[str]) -> None:
    text = "Услугами Сервиса Ясно и ЕИС в этом сервисе ясно довольны. Обрщениями и об обрщении."
    known = Vocabulary((Entry(words, kind),)).known(analyse(read_text(text), Need.MORPHOLOGY))
    assert [each.span.of(text) for each in known] == found


def test_words_that_are_only_part_of_a_fault_do_not_hide_it(tmp_path: Path) -> None:
    text = "Комиссия осуществила проведение проверки."
    found = checked(tmp_path, text, "word\nпроведение\n")
    assert "split-predicate" in {rule for rule, _ in found}


def test_the_glossary_is_offered_where_the_letter_does_not_explain(tmp_path: Path) -> None:
    words = '[glossary]\n"социальный контракт" = "помощь по договору"\n'
    text = "Вы заключили социальный контракт. По социальному контракту нужен отчёт."
    assert checked(tmp_path, text, words, "a.toml")[0] == ("complex-term", "социальный контракт")
    report = plainreply.check(text, config=settings_for(tmp_path / "a.txt"))
    (issue,) = (issue for issue in report.issues if issue.rule == "complex-term")
    assert issue.severity == "info" and "помощь по договору" in issue.message
    assert [edit.text for edit in issue.fixes[0].edits] == [" (помощь по договору)"]
    told = "Вы заключили социальный контракт (помощь по договору)."
    assert checked(tmp_path, told, words, "a.toml") == []


def test_the_look_of_a_known_word_still_counts(tmp_path: Path) -> None:
    letter = Path(__file__).parents[2] / "corpora" / "letters" / "03-final-housing.docx"
    (tmp_path / "plainreply.toml").write_text('select = ["italic"]', encoding="utf-8")
    config = tmp_path / "plainreply.toml"
    (issue,) = plainreply.check(letter, config=config).issues
    words = issue.span.of(plainreply.check(letter).document.text)
    (tmp_path / "a.tsv").write_text(f"word\n{' '.join(words.split())}\n", encoding="utf-8")
    config.write_text('select = ["italic"]\nvocabulary = "a.tsv"', encoding="utf-8")
    assert len(plainreply.check(letter, config=config).issues) == 1


def test_a_table_that_excel_saved_is_read(tmp_path: Path) -> None:
    (tmp_path / "слова.tsv").write_bytes("слово\tвид\r\nГБУЗ\tсокращение\r\n".encode("cp1251"))
    (tmp_path / "plainreply.toml").write_text('vocabulary = "слова.tsv"', encoding="utf-8")
    found = plainreply.check("Отчёт готовит ГБУЗ.", config=tmp_path / "plainreply.toml")
    assert found.issues == ()


def test_files_add_up(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text('vocabulary = "a.tsv"', encoding="utf-8")
    (tmp_path / "a.tsv").write_text("word\tkind\nГБУЗ\tabbreviation\n", encoding="utf-8")
    (tmp_path / "b.tsv").write_text("word\tkind\nФОМС\tabbreviation\n", encoding="utf-8")
    config = tmp_path / "plainreply.toml"
    config.write_text('extend = "base.toml"\nvocabulary = ["b.tsv"]', encoding="utf-8")
    assert plainreply.check("Отчёт готовят ГБУЗ и ФОМС.", config=config).issues == ()


FAULTS = [
    ("a.tsv", "word\tkinds\n", "a.tsv, строка 1: столбца «kinds» нет, возможно"),
    ("a.tsv", "kind\nterm\n", "a.tsv, строка 1: нет столбца word"),
    ("a.tsv", "# слова\nword\n\nа\tб\n", "a.tsv, строка 4: ячеек больше"),
    ("a.tsv", "word\tkind\n\tterm\n", "a.tsv, строка 2: слово пустое"),
    ("a.tsv", "word\tkind\nа\ttrm\n", "a.tsv, строка 2: вида «trm» нет, возможно"),
    ("a.tsv", "word\trules\nа\tpasive\n", "«passive». Список"),
    ("a.toml", 'trms = ["а"]\n', "a.toml, строка 1: ключа «trms» нет, возможно"),
    ("a.toml", 'terms = "а"\n', "a.toml, строка 1: ключ «terms» должен быть списком"),
    ("a.toml", "glossary = 1\n", "a.toml, строка 1: ключ «glossary» пишут разделом"),
    ("a.toml", '[glossary]\n"а" = 1\n', "a.toml, строка 2: ключ «а» должен быть строкой"),
    ("a.toml", '[rules]\n"а" = ["pasive"]\n', "a.toml, строка 2: правила «pasive» нет"),
    ("a.toml", 'names = [""]\n', "a.toml, строка 1: слово пустое"),
]


@pytest.mark.parametrize(("name", "text", "told"), FAULTS)
def test_a_fault_is_told_with_its_line(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(BadConfiguration) as caught:
        checked(tmp_path, "Да.", text, name)
    assert told in str(caught.value)
