"""The page of one letter, without a browser: the letter is all there, and nothing else gets in."""

import re
from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from html_page import Page
from hypothesis import given
from hypothesis import strategies as st
from report_builder import CLEAN, MISSING, PASSIVE, TWO, checked, checked_word

import plainreply
from plainreply.document import Document, Face, Paragraph, Stretch
from plainreply.reporters import Checked, Options, render
from plainreply.reporters.html.layers import LAYERS, layer
from plainreply.reporters.html.pieces import Mark, pieces
from plainreply.reporters.html.scorecard import scorecard
from plainreply.reporters.units import units
from plainreply.reporters.words import decimal
from plainreply.rule import Issue
from plainreply.rulebook import rulebook
from plainreply.spans import Span

LETTERS = sorted((Path(__file__).parents[2] / "corpora" / "letters").glob("*.*"))
LONG = f"{'Мы проверили ваш дом и двор, ' * 5}и в целях ремонта комиссией рассмотрено заявление."
HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)//",
    "</style><style>*{display:none}",
    "\"><img src=x onerror=alert(1)>'",
    "<!-- --><a href=javascript:alert(1)>",
    "{{ 7 * 7 }} {% raw %} {# #}",
    "]]>&amp;&#60;&lt;",
    "</template></details></article>",
]


@cache
def letter(path: Path) -> Checked:
    return Checked(path.name, plainreply.check(path))


def page(one: Checked, info: bool = False) -> Page:
    return Page(render("html", [one], Options(info=info)))


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.name)
def test_letter_reads_as_it_was_written(path: Path) -> None:
    document = letter(path).report.document
    written = [p.span.of(document.text) for p in document.paragraphs]
    assert page(letter(path)).paragraphs() == [text for text in written if text.strip()]


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.name)
def test_highlights_are_the_words_of_the_issues(path: Path) -> None:
    report = letter(path).report
    words = {
        number: "".join(
            span.of(report.document.text) for span in sorted(issue.words or [issue.span])
        )
        for number, issue in enumerate(report.issues, 1)
    }
    assert page(letter(path)).highlighted() == words


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.name)
def test_every_address_leads_somewhere_on_the_page(path: Path) -> None:
    found = page(letter(path))
    assert len(found.ids) == len(set(found.ids))
    told = [str(href).removeprefix("#") for href in found.all("//@href")]
    told += [
        id for ids in found.all("//@aria-describedby|//@aria-labelledby") for id in ids.split()
    ]
    assert set(told) <= set(found.ids)


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.name)
def test_rewritten_sentences_are_those_of_the_report(path: Path) -> None:
    report = letter(path).report
    told = [unit.rewritten(report.document.text) for unit in units(report, Options()) if unit.fixes]
    assert page(letter(path)).texts("//*[@class='now']") == told


def test_findings_are_numbered_in_a_table() -> None:
    one = checked(f"{TWO}\n\n{PASSIVE}")
    rows = page(one).all("//tbody/tr")
    assert [row.get("id") for row in rows] == [f"f{n + 1}" for n in range(len(one.report.issues))]
    assert [row.get("data-rule") for row in rows] == [i.rule for i in one.report.issues]
    assert [row.get("data-sev") for row in rows] == [i.severity for i in one.report.issues]
    assert page(one).texts("//tr[@data-rule='passive'][2]//ins") == ["Комиссия рассмотрела"]


def test_rewrite_shows_which_words_are_new() -> None:
    [now] = page(checked(PASSIVE)).all("//*[@class='now']")
    assert [ins.text for ins in now.iter("ins")] == ["Комиссия", "рассмотрела"]
    assert now.text_content() == "Комиссия рассмотрела ваше заявление."


def test_long_sentence_is_tinted_whole_and_says_how_long_it_is() -> None:
    found = page(checked(LONG))
    [row] = found.all("//tr[@data-rule='long-sentence']")
    number = row.get("id").removeprefix("f")
    styles = found.all(
        f"//article//*[contains(concat(' ', @data-f, ' '), ' {number} ')]/span/@class"
    )
    assert styles and all("k-length" in style and "whole" in style for style in styles)
    words = int(re.findall(r"слов: (\d+)", row.text_content())[0])
    assert found.all("//article//@data-words")[0].split()[0] == str(words)
    assert [bar.split(": ")[1].split()[0] for bar in found.texts("//*[@class='rows']//title")] == [
        str(words)
    ]


def test_overlapping_findings_share_their_words() -> None:
    text, names = "Письмо об обследовании дома.", ("passive", "negation", "officialese")
    spans = Span(7, 22), Span(10, 27), Span(10, 22)
    report = checked(text).report
    issues = tuple(
        Issue(name, span, "Замените.", "warning") for name, span in zip(names, spans, strict=True)
    )
    found = page(Checked("a", replace(report, issues=issues)))
    assert found.paragraphs() == [text]
    assert found.highlighted() == {n: span.of(text) for n, span in enumerate(spans, 1)}
    marks = {mark.text_content(): mark.get("data-f") for mark in found.all("//*[@data-f]")}
    assert marks == {"об ": "1", "обследовании": "3 1 2", " дома": "2"}
    shared = found.all("//*[@data-f='3 1 2']//span")
    assert [span.get("class").split()[0] for span in shared] == ["k-negation", "k-verb", "k-word"]


def test_paragraphs_have_their_role() -> None:
    text = "Раздел\nПодайте заявление.\nЯчейка\nСноска внизу.\nБланк"
    starts = [0, 7, 26, 33, 47]
    stops = [6, 25, 32, 46, 52]
    roles = ["heading", "list", "cell", "note", "header"]
    parts = [
        Paragraph(Span(a, b), role, label="1)" if role == "list" else "")
        for a, b, role in zip(starts, stops, roles, strict=True)
    ]
    faces = (Stretch(Span(0, 6), Face(bold=True, italic=True)),)
    report = plainreply.checker.checker()(Document(text, tuple(parts), faces))
    found = page(Checked("a.docx", report))
    assert found.paragraphs() == text.split("\n")
    assert found.texts("//*[@role='heading']") == ["Раздел"]
    assert found.texts("//*[@class='label']") == ["1) "]
    assert found.texts("//*[@class='cells']/p") == ["Ячейка"]
    assert found.texts("//*[@class='apart-title']") == ["Сноски", "Верхний колонтитул"]
    assert found.texts("//*[@class='bold slanted']") == ["Раздел"]


@pytest.mark.parametrize("attack", HOSTILE)
def test_draft_is_text_and_never_markup(attack: str) -> None:
    text = f"В целях ремонта {attack} рассмотрено заявление. Не может не {attack} быть."
    source = render("html", [Checked(f"{attack}.txt", plainreply.check(text))], Options())
    found, plain = Page(source), page(checked(CLEAN))
    assert found.paragraphs() == [text]
    assert attack.rpartition("/")[2] in found.texts("//h1")[0]
    for tag in ("script", "style", "img", "template", "article"):
        assert len(found.all(f"//{tag}")) == len(plain.all(f"//{tag}"))
    assert found.texts("//script") == plain.texts("//script")
    assert not found.all("//@*[starts-with(name(), 'on')]")
    assert all(href.startswith("#") for href in found.all("//@href"))


def test_characters_that_no_page_can_hold_get_a_sign() -> None:
    text = "Мы\x00 полу\u202eчили\u2028 ваше\x1b письмо\ud800 \U0001f600 3 мая."
    shown = "Мы\ufffd полу\ufffdчили\u2028 ваше\ufffd письмо\ufffd \U0001f600 3 мая."
    report = checked(CLEAN).report
    document = Document(text, (Paragraph(Span(0, len(text))),))
    blank = replace(report, document=document, issues=(), sentences=(), lengths=())
    assert page(Checked("a.txt", blank)).paragraphs() == [shown]


@given(
    text=st.text(min_size=1, max_size=30),
    places=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8),
)
def test_pieces_make_up_the_text_and_every_mark(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(min(pair), min(max(pair), len(text))) for pair in places]
    spans = [span for span in spans if span.start < span.stop]
    marks = [Mark(span, number, f"k-{number}") for number, span in enumerate(spans, 1)]
    made = pieces(Document(text, ()), text, marks, ())
    assert "".join(piece.text for piece in made) == text
    for number, span in enumerate(spans, 1):
        assert "".join(p.text for p in made if number in p.numbers) == span.of(text)
    opened = [number for piece in made for number in piece.opens]
    assert sorted(opened) == list(range(1, len(spans) + 1))


def test_page_may_run_its_own_style_and_script_only() -> None:
    found = page(checked(PASSIVE))
    [policy] = found.all("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ") and "unsafe" not in policy
    for tag, name in (("style", "style-src"), ("script", "script-src")):
        [inner] = re.findall(rf"<{tag}>(.*?)</{tag}>", found.source, re.S)
        digest = b64encode(sha256(inner.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    assert not found.all("//@style") and not found.all("//@*[starts-with(name(), 'on')]")


def test_page_needs_nothing_from_elsewhere() -> None:
    source = page(letter(LETTERS[2])).source
    outer = source.replace("http-equiv", "")
    assert not re.search(r"https?:|//[a-z]|url\(|@import|\bsrc=|<link|<iframe", outer)


def test_console_without_russian_gets_the_same_page_in_ascii() -> None:
    plain = render("html", [checked(PASSIVE)], Options())
    ascii = render("html", [checked(PASSIVE)], Options(ascii=True))
    assert ascii.isascii() and not plain.isascii()
    assert Page(ascii).paragraphs() == Page(plain).paragraphs() == [PASSIVE]
    assert Page(ascii).texts("//script|//style") == Page(plain).texts("//script|//style")


def test_advice_is_there_and_folded_until_asked_for() -> None:
    one = checked("Для получения справки звоните нам.")
    assert [issue.severity for issue in one.report.issues] == ["info"]
    box = "//input[@data-sev='info']"
    assert page(one).all(box)[0].get("checked") is None
    assert page(one, info=True).all(box)[0].get("checked") is not None


def test_score_is_drawn_with_all_its_parts() -> None:
    one = checked_word(TWO, PASSIVE)
    assert one.report.rating
    card = scorecard(one.report.rating)
    assert [bar.name for bar in card.bars] == [part.name for part in one.report.rating.parts]
    assert all(0 <= bar.taken <= bar.room <= 100 for bar in card.bars)
    assert all(arc.start >= 0 and arc.start + arc.size <= 100.5 for arc in card.arcs)
    assert page(one).texts("//*[@class='parts']//*[@class='why']") == [
        part.why for part in one.report.rating.parts
    ]
    [label] = page(one).all("//*[@class='dial']/*/@aria-label")
    assert label.startswith(f"Оценка {card.value} из 100.")


def test_every_rule_has_a_layer() -> None:
    assert {layer(rule) for rule in rulebook().rules.values()} <= set(LAYERS)


def test_what_was_not_checked_is_said() -> None:
    assert "Сноски не проверены." in page(checked_word(PASSIVE)).texts("//section//li")
    assert "файл не найден" in Page(render("html", [MISSING], Options())).source.lower()


def test_own_words_of_the_page_are_plain() -> None:
    found = page(checked(TWO))
    others = "//*[@class='why']|//*[@class='first']|//section[@class='notes card']"
    cited = f"//article|//table|//details|//style|//script|//title|{others}"
    for element in found.all(cited):
        element.drop_tree()
    told = [text.strip() for text in found.root.xpath("//body//text()[normalize-space()]")]
    report = plainreply.check("\n\n".join(told))
    wording = [i for i in report.issues if report.titles[i.rule].group == "wording"]
    assert len(told) > 40 and [i.message for i in wording if i.severity != "info"] == []


def test_page_says_where_to_begin_and_what_it_gives() -> None:
    one = letter(LETTERS[2])
    assert one.report.rating and one.report.rating.first
    told = page(one).texts("//*[@class='first']//*[@class='muted']")
    points = [f"+{decimal(gain.points)}" for gain in one.report.rating.first]
    assert told == points
    [whole] = page(one).texts("//*[@id='chosen']/p[@class='muted']")
    assert decimal(one.report.rating.together) in whole


def test_rules_that_did_not_look_are_folded_by_reason() -> None:
    page = render("html", [checked(PASSIVE)], Options())
    folded = re.search(r"<summary>(Правила не для этого вида письма) [(](\d+)[)]</summary>", page)
    assert folded and int(folded[2]) > 1
    assert not re.search("«[^»]*«", page[folded.start() : page.index("</details>", folded.end())])
