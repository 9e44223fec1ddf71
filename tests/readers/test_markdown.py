"""Markdown: what is prose in it, and what is markup."""

import time
from contextlib import suppress
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainreply.document import Document, Source
from plainreply.errors import UnreadableDocument
from plainreply.lint import Linter
from plainreply.readers import read_bytes
from plainreply.readers.markdown import markdown_document
from plainreply.rulebook import rulebook
from plainreply.spans import Edit, Span

LETTER = """\
# Ответ на обращение #

Мы **получили** ваше письмо.
> Вопрос заявителя.

- копия паспорта
* [x] заявление

| Дата | Срок |
|:-----|-----:|
| 3 мая | 5 дней |

```sh
ls | grep x & echo §
```
***
Итог
====
[1]: https://example.ru
"""


def document(text: str) -> Document:
    return read_bytes(text.encode(), "a.md")


def parts(text: str) -> list[tuple[str, str]]:
    found = document(text)
    return [(p.role, p.span.of(found.text)) for p in found.paragraphs]


def symbols(text: str) -> list[str]:
    found = document(text)
    issues = Linter([rulebook().rule("special-symbol")])(found)
    return [found.place(issue.span).of(text) for issue in issues]


def test_markup_around_prose_is_left_out() -> None:
    assert document(LETTER).written == LETTER
    assert parts(LETTER) == [
        ("heading", "Ответ на обращение"),
        ("body", "Мы получили ваше письмо."),
        ("body", "Вопрос заявителя."),
        ("list", "копия паспорта"),
        ("list", "заявление"),
        ("cell", "Дата"),
        ("cell", "Срок"),
        ("cell", "3 мая"),
        ("cell", "5 дней"),
        ("heading", "Итог"),
    ]


def test_code_that_is_left_out_is_told() -> None:
    assert document(LETTER).source.notes == ("Блоки кода не проверены.",)
    assert document("Мы ответили.").source.notes == ()


def test_item_goes_on_in_the_next_line() -> None:
    first = "- копию документа, который удостоверяет личность заявителя или его"
    assert parts(f"{first}\n  представителя, с переводом;\n- заявление.")[0] == (
        "list",
        f"{first[2:]}\nпредставителя, с переводом;",
    )


@pytest.mark.parametrize("text", ["> > Текст", "> - Текст", ">> ## Текст", "- [ ] Текст", "|Текст"])
def test_nested_markup_is_left_out(text: str) -> None:
    assert [found for _, found in parts(text)] == ["Текст"]


def test_only_prose_has_special_symbols() -> None:
    assert symbols(LETTER) == []
    text = (
        "Смотрите **§ 5** [тут](a/bcd/efg.md), `a & b`, <https://e.ru>, ~~да~~ и паспорт & снилс."
    )
    assert symbols(text) == ["§", "&"]


@pytest.mark.parametrize(
    "piece", [">", "[", "](", "<a", "`", "|", "#", "-", "* ", "|-", "```\n", "|a"]
)
def test_hostile_markup_takes_no_time(piece: str) -> None:
    start = time.perf_counter()
    with suppress(UnreadableDocument):  # so deep a text is not read at all
        symbols(f"{piece * 20_000}x Текст")
    assert time.perf_counter() - start < 5


RICH = """\
---
genre: ответ
---
Мы **получили** *ваше* ~~дело~~ [письмо **и**
копию](https://e.ru "Да") и \\*звёздочку\\* &laquo;да&raquo; `ls & x`[^1].\r
![Снимок](a.png) <u>Срок</u>: *нет<br>Иванов <!-- plainreply: пропустить -->

<div align="center"><b>Итог</b> дела</div>

[^1]: Пункт *первый*.

| {а} | б\\|в | а |
"""


def test_only_what_is_shown_is_prose() -> None:
    assert parts(RICH) == [
        ("body", "Мы получили ваше дело письмо и"),
        ("body", "копию и *звёздочку* «да» \ufffc."),
        ("body", "Срок: *нет"),
        ("body", "Иванов"),
        ("body", "Итог дела"),
        ("note", "Пункт первый."),
        ("cell", "{а}"),
        ("cell", "б"),
        ("cell", "в"),
        ("cell", "а"),
    ]


def test_emphasis_and_links_are_looks() -> None:
    found = document(RICH)
    faces = {s.span.of(found.text).strip(): s.face for s in found.faces}
    assert faces["получили"].bold and faces["ваше"].italic and faces["дело"].strike
    assert faces["письмо"].link and faces["Срок"].underline and faces["Итог"].bold


def test_places_lead_to_the_source() -> None:
    found = document(RICH)
    for words, source in (
        ("письмо и\nкопию", "письмо **и**\nкопию"),
        ("*звёздочку*", r"\*звёздочку\*"),
        ("«да»", "&laquo;да&raquo;"),
        ("Пункт первый", "Пункт *первый"),
    ):
        at = found.text.index(words)
        assert found.place(Span(at, at + len(words))).of(RICH) == source


def test_the_front_matter_and_comments_are_told() -> None:
    found = document(RICH)
    assert found.meta["genre"] == "ответ"
    assert [remark.text for remark in found.remarks] == ["plainreply: пропустить"]


def test_rewrites_leave_markup_alone() -> None:
    tied = document(RICH).source.map
    assert tied is not None
    text = document(RICH).text

    def edited(old: str, new: str) -> str | None:
        at = text.index(old)
        edits = tied.edits([Edit(Span(at, at + len(old)), new)])
        return None if edits is None else "".join(edit.text for edit in edits)

    assert edited("получили", "дали") == "дали"
    assert edited("получили ваше", "а") is None
    assert edited("Мы получили", "Дали") == "**Дали"
    assert edited("Мы получили ваше дело", "Дали") == "~~Дали"
    assert edited("ваше дело письмо", "а") is None
    assert edited("Мы", "*Мы_") == r"\*Мы\_"
    assert edited("\ufffc", "а") is None


def test_text_that_lies_too_deep_is_told() -> None:
    deep = "\n".join(f"{'  ' * level}- а" for level in range(90))
    assert [note for note in document(deep).source.notes if "глубоко" in note]
    assert document(deep.partition("\n" + "  " * 40)[0]).source.notes == ()


MARKS = st.sampled_from([*"аб1. -–\t\n\r;:)#|>*`[]=~\\_<&", "**", "[а](б)", "&amp;", "~~", "\n\n"])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(MARKS).map("".join))
def test_every_character_leads_back_to_its_source(text: str) -> None:
    found = markdown_document(text, Source(format="markdown"))
    at = 0
    for paragraph in found.paragraphs:
        words = paragraph.span.of(found.text)
        assert paragraph.span.start >= at and words.strip() == words != ""
        at = paragraph.span.stop
    for piece in found.source.map.pieces if found.source.map else ():
        shown, written = piece.text.of(found.text), piece.source.of(text)
        if piece.verbatim:
            assert shown.replace("\n", " ") == written.replace("\n", " ").replace("\r", " ")
        elif shown not in ("\n", "\ufffc"):
            assert written.endswith(shown) or shown == unescape(written)
