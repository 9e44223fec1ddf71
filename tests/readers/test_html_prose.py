"""Web pages: what is prose in them, how it looks, and where every character of it stands."""

import time
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainreply.document import Document, Face, Source
from plainreply.errors import UnreadableDocument
from plainreply.readers import read_bytes
from plainreply.readers.html import html_document
from plainreply.spans import Edit, Span, apply

PAGE = """\
<!DOCTYPE html><html><head><title>Заголовок окна</title>
<style>.t {text-transform: uppercase} p > b {color: red} @media print {p {display: none}}</style>
</head><body><h1>Ответ &amp; отказ</h1>
<!-- plainreply: пропустить -->
<p>Мы   <b>получили</b>
  ваше&nbsp;письмо <i>вовремя</i>.</p>
<ul><li>паспорт<li>справка</ul>
<table><tr><td>Срок<td class=t>пять дней</table>
<script>if (a < b) '</p>'</script><p hidden>Не видно</p><p style="display:none">Не видно</p>
<p>Пишите <a href="a?b=1&c=2">сюда</a>, код <code>x = 1</code>.</p></body></html>
"""


def document(text: str) -> Document:
    return html_document(text, Source(format="html"))


def parts(text: str) -> list[tuple[str, str]]:
    found = document(text)
    return [(p.role, p.span.of(found.text)) for p in found.paragraphs]


def faces(text: str) -> dict[str, Face]:
    found = document(text)
    return {s.span.of(found.text).strip(): s.face for s in found.faces}


def test_only_what_is_shown_is_prose() -> None:
    assert parts(PAGE) == [
        ("heading", "Ответ & отказ"),
        ("body", "Мы получили ваше\xa0письмо вовремя."),
        ("list", "паспорт"),
        ("list", "справка"),
        ("cell", "Срок"),
        ("cell", "пять дней"),
        ("body", "Пишите сюда, код \ufffc."),
    ]


def test_words_look_as_tags_and_styles_say() -> None:
    found = faces(PAGE)
    assert found["получили"].bold and found["вовремя"].italic and found["пять дней"].caps
    assert found["сюда"].link and not found["получили"].caps
    styled = faces('<p style="font: 1; FONT-SIZE: 16px; color:#F00; text-decoration:underline">А')
    face = styled["А"]
    assert (face.size, face.colour, face.underline) == (12.0, "FF0000", True)


def test_a_comment_becomes_a_remark_of_what_follows() -> None:
    found = document(PAGE)
    (remark,) = found.remarks
    assert remark.text == "plainreply: пропустить"
    assert found.text[remark.span.start :].startswith("Мы получили")


def test_places_lead_to_the_source() -> None:
    found = document(PAGE)
    at = found.text.index("получили ваше")
    assert found.place(Span(at, at + 13)).of(PAGE) == "получили</b>\n  ваше"
    assert found.place(Span(at + 13, at + 14)).of(PAGE) == "&nbsp;"


def rewritten(source: str, old: str, new: str) -> str | None:
    found = document(source)
    assert found.source.map is not None
    at = found.text.index(old)
    edits = found.source.map.edits([Edit(Span(at, at + len(old)), new)])
    return None if edits is None else apply(source, edits)


@pytest.mark.parametrize(
    ("source", "old", "new", "result"),
    [
        ("<p>а &amp; б", "&", "и", "<p>а и б"),
        ("<p>а &lt; б", "а", "<&", "<p>&lt;&amp; &lt; б"),
        ("<p>был <b>дан</b> ответ", "был дан", "дали", "<p><b>дали</b> ответ"),
        ("<p>был <b>дан</b> ответ", "был дан ответ", "ответили", "<p>ответили"),
        ("<p><b>был дан</b> ответ", "дан ответ", "ответ", "<p><b>был ответ</b>"),
        ("<p>а <a href=x>б</a> в", "а б", "г", None),
        ("<p>а <code>б</code> в", "а \ufffc", "г", None),
        ("<p>а<br>б", "а\nб", "в", None),
    ],
)
def test_rewrites_go_into_the_source(source: str, old: str, new: str, result: str | None) -> None:
    assert rewritten(source, old, new) == result


@pytest.mark.parametrize("name", ["windows-1251", "koi8-r", "utf-8"])
def test_the_page_names_its_encoding(name: str) -> None:
    data = f'<meta http-equiv=a content="text/html; charset={name}"><p>§ Ответ'.encode(
        name, "ignore"
    )
    found = read_bytes(data, "a.htm")
    assert (found.paragraphs[0].span.of(found.text)[-5:], found.source.encoding) == ("Ответ", name)


def test_a_page_that_lies_about_its_encoding_is_read_all_the_same() -> None:
    data = "<!doctype html><meta charset=windows-1251><p>Ответ дан".encode()
    assert read_bytes(data, "a").text == "Ответ дан"


def test_a_page_without_text_is_one_sentence() -> None:
    with pytest.raises(UnreadableDocument, match="текста нет"):
        read_bytes(b"<html><img src=a><script>1</script>", "a.html")


def test_what_is_left_out_is_told() -> None:
    notes = document(
        "<link rel=stylesheet href=a.css><p>А<img src=a><iframe>Б</iframe>"
    ).source.notes
    assert any("стили" in note for note in notes) and any("картинки" in note for note in notes)


HOSTILE = "<p>,<a ,<!--,<,<a b=',</,<b>,<div>,&,<![,<?,<script>,<style>,&#1;,</p>,<li>x,<b>а,<br>"


@pytest.mark.parametrize("piece", HOSTILE.split(","))
def test_hostile_pages_take_no_time(piece: str) -> None:
    start = time.perf_counter()
    document(piece * 20_000 + "Текст")
    assert time.perf_counter() - start < 5


MARKUP = "аБ \n\t<>/&;\"'=!-pbi" + "\ufffc"
TAGS = (
    "<p> </p> <b> </b> &amp; &nbsp; &#8212; &lt <!-- --> <br> <li> <h1> <pre> </pre> <code> </code>"
)
PIECES = st.sampled_from([*MARKUP, *TAGS.split(), "слово ", '<i class="a">', "---\n"])


def plain(char: str) -> str:
    return " " if char.isspace() else char


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(PIECES).map("".join))
def test_every_character_leads_back_to_its_source(source: str) -> None:
    found = document(source)
    assert found.source.map is not None
    at = 0
    for piece in found.source.map.pieces:
        assert piece.text.start >= at
        at = piece.text.stop
        shown, written = piece.text.of(found.text), piece.source.of(source)
        if shown not in ("\ufffc", "\n", " "):
            assert "".join(map(plain, unescape(written))) == "".join(map(plain, shown))
    for one, other in zip(found.paragraphs, found.paragraphs[1:], strict=False):
        assert one.span.stop <= other.span.start
    assert all(p.span.of(found.text).strip() for p in found.paragraphs)
    assert "".join(s.span.of(found.text) for s in found.faces) == found.text


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(PIECES).map("".join), st.data())
def test_an_edit_changes_only_its_place(source: str, data: st.DataObject) -> None:
    found = document(source)
    if not found.text or found.source.map is None:
        return
    start = data.draw(st.integers(0, len(found.text) - 1))
    span = Span(start, data.draw(st.integers(start, len(found.text))))
    edits = found.source.map.edits([Edit(span, "слово")])
    for edit in edits or ():
        place = found.place(span) if span.start < span.stop else edit.span
        assert place.contains(edit.span)
        assert apply(source, edits or ()).startswith(source[: edit.span.start])
