"""Templates: read like the letters that they make, told and rewritten as they stand."""

import time
from pathlib import Path

import pytest
from docx_builder import docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainreply.checker import checker
from plainreply.document import Document
from plainreply.filling import as_template, filled
from plainreply.readers import read, read_bytes, read_text
from plainreply.report import Report
from plainreply.rewriting import settled
from plainreply.spans import Edit, Span

LETTER = """\
{# plainreply: пропустить passive #}
Уважаемая {{ applicant.full_name }}!

{% if paid %}
Комиссией рассмотрено ваше заявление № {{ номер }}.
{% else %}
Вы получите {% if a %}пенсию{% else %}пособие § {% endif %} в мае.{% if b %}Мы ждём.{% endif %}
{% endif %}
Ответ дадим до «___» _________ 20__ г.
"""


def template(text: str, name: str = "a.j2") -> Document:
    return read_bytes(text.encode(), name)


def told(text: str, name: str = "a.j2") -> list[tuple[str, str]]:
    report = checked(text, name)
    return [(issue.rule, issue.span.of(report.document.text)) for issue in report.issues]


def checked(text: str, name: str = "a.j2") -> Report:
    return checker(select=("unfilled-blank", "passive", "special-symbol"))(template(text, name))


def letter(text: str) -> list[str]:
    found = filled(as_template(read_text(text))).document
    return [p.span.of(found.text) for p in found.paragraphs]


def test_slots_are_filled_and_tags_left_out() -> None:
    found = filled(template(LETTER)).document
    assert [p.span.of(found.text) for p in found.paragraphs] == [
        "Уважаемая Анна Петровна!",
        "Комиссией рассмотрено ваше заявление № 123.",
        "Вы получите пенсию в мае. Мы ждём.",
        "пособие §",
        "Ответ дадим до 12 мая 2026 года",
    ]


def test_a_template_has_no_blanks_and_a_letter_has() -> None:
    assert told(LETTER) == [("passive", "рассмотрено"), ("special-symbol", "§")]
    rules = {rule for rule, _ in told(LETTER, "a.txt")}
    assert "unfilled-blank" in rules


@pytest.mark.parametrize("head", ["template: да", "kind: ответ", "example:\n  имя: Вера"])
def test_the_front_matter_tells_a_template(head: str) -> None:
    assert told(f"---\n{head}\n---\nЗдравствуйте, {{{{имя}}}}!", "a.md") == []
    assert told("---\ngenre: ответ\n---\nЗдравствуйте, {{имя}}!", "a.md") != []


def test_a_rewrite_leaves_slots_and_tags_alone() -> None:
    text = "Комиссией рассмотрено ваше заявление {{ номер }}{% if a %} и письмо{% endif %}."
    chosen = checker(select=("passive",))
    target = settled(chosen, chosen(template(text)))
    assert target.text == text.replace("Комиссией рассмотрено", "Комиссия рассмотрела")


def test_a_rewrite_that_would_change_a_slot_is_not_offered() -> None:
    found = filled(template("Ответ {{ номер }} дан."))
    at = found.document.text.index("123")
    assert found.map.edits([Edit(Span(at - 6, at + 3), "Письмо")]) is None
    assert found.map.edits([Edit(Span(at - 6, at - 1), "Письмо")]) == (Edit(Span(0, 5), "Письмо"),)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ответ{% if a %}им{% endif %} в мае.", ["Ответим в мае."]),
        ("Ждём.{% if a %}Звоните.{% endif %}", ["Ждём. Звоните."]),
        ("Вы {% if a %}да{% elif b %}нет{% else %}может{% endif %}.", ["Вы да.", "нет", "может"]),
        ("Уважаем{{ 'ый' if m else 'ая' }} {{ x }}", ["Уважаемый Шевченко"]),
        ("{% raw %}{{ имя }}{% endraw %}.", ["Анна Петровна."]),
        ("{% for d in docs %}{{ d.date }}; {% endfor %}", ["12 мая 2026 года;"]),
        ("{{r адрес | upper }} и {%p endif %}{% oops", ["улица Лесная, дом 5 и {% oops"]),
    ],
)
def test_conditions_do_not_glue_sentences(text: str, shown: list[str]) -> None:
    assert letter(text) == shown


def test_tags_in_a_page_do_not_disturb_its_markup() -> None:
    text = (
        "<p>Вам <b>{{ a < b }}</b> {% if x > 1 %}<i>§</i>{% endif %}</p>\n"
        "{% if <p> %}\n<p class='{{ c }}'>Комиссией рассмотрено письмо.</p>{# <p> #}"
    )
    found = template(text, "a.html.j2")
    assert found.source.format == "html" and found.source.template
    report = checked(text, "a.html.j2")
    places = [report.document.place(issue.span).of(text) for issue in report.issues]
    assert places == ["§", "рассмотрено"]
    assert [remark.text for remark in found.remarks] == ["<p>"]


def test_a_word_template_is_told_by_its_tags(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(
        docx(
            'p/r/t"{%p if a %}", p(r/t"Комиссией рассмотрено ваше заявление № {{ но", '
            'r/t"мер }}. § Ответ дадим [дата]."), p/r/t"{%p endif %}"'
        )
    )
    found = read(path)
    assert found.source.template
    report = checker(select=("unfilled-blank", "passive", "special-symbol"))(found)
    assert [issue.span.of(found.text) for issue in report.issues] == ["рассмотрено", "§"]
    edits = report.issues[0].fixes[0].edits
    assert [(edit.span.of(found.text), edit.text) for edit in edits] == [
        ("Комиссией", "Комиссия"),
        ("рассмотрено", "рассмотрела"),
    ]


@pytest.mark.parametrize(
    "piece", ["{% if a %}", "{{", "{%", "{#", "{% else %}", "{% raw %}", "{{а}}"]
)
def test_hostile_templates_take_no_time(piece: str) -> None:
    start = time.perf_counter()
    filled(template(piece * 20_000 + " Текст"))
    assert time.perf_counter() - start < 6


PIECES = (
    "{{ имя }}|{% if a %}|{% else %}|{% endif %}|{# а #}|{{|%}|{%|___|[дата]|слово|.|А | |\n|<b>|\\"
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(st.sampled_from(PIECES.split("|"))).map("".join), st.sampled_from((".txt", ".html"))
)
def test_places_lead_back_to_the_template(text: str, suffix: str) -> None:
    if not text.strip():
        return
    try:
        document = template(f"{text}слово", f"a{suffix}.j2")
    except ValueError:
        return
    found = filled(document)
    for piece in found.map.pieces:
        if piece.verbatim:
            assert piece.text.of(found.document.text) == piece.source.of(document.text)
        else:
            assert piece.fixed
    assert "{% if a %}" not in found.document.text
