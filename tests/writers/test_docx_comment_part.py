"""The part that holds comments: made or added to, with ids, dates and text that Word accepts."""

from datetime import datetime

import pytest
from docx_builder import docx, part, rels, xml, zipped
from lxml import etree
from tracking import STAMP, letter, named, noted, parts_of, place, tree

from plainreply.document import Remark
from plainreply.errors import UnreadableDocument
from plainreply.readers import read_bytes
from plainreply.spans import Span
from plainreply.writers import docx_comments
from plainreply.writers.docx import annotate
from plainreply.writers.values import Note, Stamp

BODY = 'p/r/t"Мы дали ответ."'
RELS = "word/_rels/document.xml.rels"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_a_new_part_has_its_type_and_its_relationship():
    written, covered = noted(letter(BODY), "дали")
    assert covered == ["дали"]
    types = {node.get("PartName"): node.get("ContentType") for node in tree(written.data, TYPES)}
    assert types["/word/comments.xml"].endswith("wordprocessingml.comments+xml")
    (relation,) = tree(written.data, RELS)
    assert relation.get("Type").endswith("/2006/relationships/comments")
    assert (relation.get("Target"), relation.get("Id")) == ("comments.xml", "rId1")


TYPES = "[Content_Types].xml"


def test_relationships_are_made_where_there_are_none():
    parts = parts_of(letter(BODY))
    del parts[RELS]
    written, covered = noted(zipped(parts), "дали")
    assert covered == ["дали"] and RELS in parts_of(written.data)


def test_names_and_ids_that_are_taken_are_left_alone():
    taken = rels(styles="styles.xml").replace("rstyles", "rId1")
    parts = parts_of(letter(BODY)) | {"word/comments.xml": b"stray", RELS: taken}
    written, covered = noted(zipped(parts), "дали")
    assert covered == ["дали"]
    assert parts_of(written.data)["word/comments.xml"] == b"stray"
    assert [node.get("Id") for node in tree(written.data, RELS)] == ["rId1", "rId2"]
    assert tree(written.data, RELS)[1].get("Target") == "comments2.xml"


def test_a_type_left_over_from_a_lost_part_is_not_doubled():
    parts = parts_of(letter(BODY))
    stale = b'<Override PartName="/word/comments.xml" ContentType="a/b"/></Types>'
    written, _ = noted(zipped(parts | {TYPES: parts[TYPES].replace(b"</Types>", stale)}), "дали")
    names = [node.get("PartName") for node in tree(written.data, TYPES)]
    assert names.count("/word/comments.xml") == 1


def test_comments_that_are_there_stay():
    said = part("comments", xml('comment{id=4 author=Б}/p/r/t"Почему?"'))
    body = 'p(commentRangeStart{id=4}, r/t"Мы", commentRangeEnd{id=4}, r/t" дали ответ.")'
    written, covered = noted(letter(body, comments=said), "дали")
    again = read_bytes(written.data)
    assert covered == ["дали"] and Remark(Span(0, 2), "Почему?", "Б") in again.remarks
    assert [node.get(W + "id") for node in tree(written.data, "word/comments.xml")] == ["4", "5"]
    assert named(tree(written.data, RELS), "Relationship")[1:] == []


def test_ids_are_larger_than_all_in_the_other_parts():
    head = part("hdr", xml('p(bookmarkStart{id=40}, r/t"Бланк")'))
    notes = part("footnotes", xml('footnote{id=2}/p(ins{id=71}/r/t"В сноске")'))
    body = 'p(ins{id=7}/r/t"Мы дали", r/footnoteReference{id=2}), ' + (
        "sectPr/headerReference{r:id=rheader}"
    )
    written, _ = noted(letter(body, header=head, footnotes=notes), "Мы", "дали")
    ids = [node.get(W + "id") for node in named(tree(written.data), "ins", "commentReference")]
    assert sorted(ids) == ["7", "72", "73", "74", "75"] and len(set(ids)) == 5


def test_more_comments_than_word_opens_are_left_out(monkeypatch):
    monkeypatch.setattr(docx_comments, "MOST", 3)
    said = part("comments", xml("comment{id=4}"))
    written, covered = noted(letter(BODY, comments=said), "Мы", "дали", "ответ")
    assert covered == ["Мы", "дали"]
    assert [item.reason for item in written.left] == ["примечаний в файле слишком много"]


def test_what_xml_cannot_hold_is_left_out():
    stamp = Stamp("Анна\x00 Б\ud800", datetime(2026, 5, 1))
    document = read_bytes(letter(BODY))
    text = "Раз\x07\x1b\r\ufffe два\t<три>\nчетыре 🙂\udfff"
    written = annotate(document, [Note(place(document, "дали"), text)], stamp)
    (remark,) = read_bytes(written.data).remarks
    assert remark == Remark(Span(3, 7), "Раз два\t<три>\nчетыре 🙂", "Анна Б")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (datetime(2026, 5, 1, 10, 30), "2026-05-01T10:30:00Z"),
        (datetime(1, 2, 3), "0001-02-03T00:00:00Z"),
    ],
)
def test_a_comment_is_signed_and_dated(date, expected):
    document = read_bytes(letter(BODY))
    written = annotate(document, [Note(Span(0, 2), "м")], Stamp("Анна Белова", date))
    (comment,) = tree(written.data, "word/comments.xml")
    found = {name: comment.get(W + name) for name in ("author", "initials", "date")}
    assert found == {"author": "Анна Белова", "initials": "АБ", "date": expected}


def test_without_comments_no_part_is_made():
    assert annotate(read_bytes(letter(BODY)), (), STAMP).data == letter(BODY)


def test_a_file_without_types_is_refused_in_a_sentence():
    with pytest.raises(UnreadableDocument, match="Файл повреждён"):
        noted(docx(BODY), "дали")


def test_a_comment_in_the_middle_of_xml_comments_doubles_nothing():
    parts = parts_of(letter(BODY))
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        "дали ответ".encode(), "да<!-- x -->ли<?y z?> ответ".encode()
    )
    written, covered = noted(zipped(parts), "дали")
    assert covered == ["дали"]
    assert "".join(tree(written.data).itertext()) == "Мы дали ответ."
    assert etree.tostring(tree(written.data)).count(b"<!--") <= 1
