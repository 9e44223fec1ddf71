"""What the writer leaves alone: all other members of the zip, Strict files, macros; and repeats."""

import re
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from docx_builder import part, rels, xml, zipped
from tracking import (
    CONTENT_TYPES,
    MAIN,
    STAMP,
    accepted,
    letter,
    noted,
    parts_of,
    place,
    rejected,
    revised,
    text_of,
    tree,
)

from plainreply.errors import UnreadableDocument
from plainreply.readers import read_bytes
from plainreply.writers.archive import replaced
from plainreply.writers.docx import annotate, revise
from plainreply.writers.values import Note

BODY = 'p/r/t"Мы дали ответ."'
STRICT = "http://purl.oclc.org/ooxml/"
CHANGED = {MAIN, "[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml"}


def packed(data):
    """Return the packed bytes, dates and rights of every member, in order."""
    found = {}
    with ZipFile(BytesIO(data)) as package:
        for info in package.infolist():
            header = data[info.header_offset :]
            start = 30 + sum(int.from_bytes(header[at : at + 2], "little") for at in (26, 28))
            kept = header[start : start + info.compress_size]
            found[info.filename] = kept, info.date_time, info.compress_type, info.CRC
    return found


def rich():
    """A letter with members of all kinds, some stored and one written as a stream."""
    parts = {**parts_of(letter(BODY)), "word/media/a.png": bytes(range(256)) * 9}
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
        with package.open("word/vbaProject.bin", "w") as stream:
            stream.write(b"macros" * 100)
        package.writestr("word/media/", b"", ZIP_STORED)
    return buffer.getvalue()


class Pipe(BytesIO):
    """A stream that cannot be sought: zipfile then writes sizes behind the data."""

    def seekable(self):
        return False

    def seek(self, *_):
        raise OSError

    def tell(self):
        raise OSError


@pytest.mark.parametrize("streamed", [False, True])
def test_other_members_keep_their_packed_bytes(streamed):
    data = rich()
    if streamed:
        pipe = Pipe()
        with ZipFile(pipe, "w") as package:
            for name, content in parts_of(rich()).items():
                package.writestr(name, content)
        data = pipe.getvalue()
    for written in (noted(data, "дали")[0], revised(data, ("дали", "шлём"))):
        before, after = packed(data), packed(written.data)
        assert {n: after[n] for n in before if n not in CHANGED} == {
            n: before[n] for n in before if n not in CHANGED
        }
        assert [name for name in after if name in before] == list(before)
        assert set(after) - set(before) <= {"word/comments.xml"}
        with ZipFile(BytesIO(written.data)) as package:
            assert package.testzip() is None


def test_changes_alone_touch_the_body_alone():
    data = rich()
    before, after = packed(data), packed(revised(data, ("дали", "шлём")).data)
    assert [name for name in after if after[name] != before.get(name)] == [MAIN]


def test_the_same_input_and_stamp_give_the_same_bytes():
    data = rich()
    assert noted(data, "дали")[0] == noted(data, "дали")[0]
    assert revised(data, ("дали", "шлём")) == revised(data, ("дали", "шлём"))


def test_a_file_that_was_written_can_be_written_again():
    once = revised(noted(rich(), "дали")[0].data, ("ответ", "совет")).data
    twice, covered = noted(once, "Мы")
    assert covered == ["Мы", "дали"] and text_of(twice.data) == "Мы дали совет."


def strict():
    made = parts_of(letter(BODY, comments=part("comments", xml("comment{id=4}"))))
    usual = re.compile(
        rb"http://schemas.openxmlformats.org/(wordprocessingml|officeDocument)/2006/"
    )
    strict = STRICT.encode() + rb"\1/"
    return zipped({name: usual.sub(strict, content) for name, content in made.items()})


def test_a_strict_file_stays_strict():
    data = strict()
    written, covered = noted(data, "дали")
    assert covered == ["дали"]
    for name in (MAIN, "word/comments.xml"):
        spaces = {node.tag.partition("}")[0] for node in tree(written.data, name).iter("{*}*")}
        assert spaces == {f"{{{STRICT}wordprocessingml/main"}
    changed = revised(data, ("дали", "шлём")).data
    assert text_of(accepted(changed)) == "Мы шлём ответ."
    assert text_of(rejected(changed)) == "Мы дали ответ."


def test_a_strict_file_gets_a_strict_relationship():
    parts = parts_of(strict())
    del parts["word/comments.xml"]
    parts["word/_rels/document.xml.rels"] = rels()
    written, covered = noted(zipped(parts), "дали")
    (relation,) = tree(written.data, "word/_rels/document.xml.rels")
    assert covered == ["дали"]
    assert relation.get("Type") == f"{STRICT}officeDocument/relationships/comments"


@pytest.mark.parametrize("name", ["WORD/Document.xml", "word\\document.xml", "/word/document.xml"])
def test_a_part_is_replaced_under_the_name_it_has(name):
    parts = parts_of(letter(BODY))
    parts[name] = parts.pop(MAIN)
    written, covered = noted(zipped(parts), "дали")
    assert covered == ["дали"] and name in parts_of(written.data)


def test_a_main_part_of_another_name_keeps_it():
    parts = parts_of(letter(BODY))
    made = {
        "[Content_Types].xml": CONTENT_TYPES.replace("document.xml", "letter.xml"),
        "_rels/.rels": rels(officeDocument="/letter.xml"),
        "letter.xml": parts[MAIN],
    }
    written, covered = noted(zipped(made), "дали")
    assert covered == ["дали"] and {"comments.xml", "_rels/letter.xml.rels"} < set(
        parts_of(written.data)
    )


def test_nothing_to_do_gives_the_very_file():
    document = read_bytes(rich())
    assert annotate(document, (), STAMP).data is document.source.anchors.package
    assert revise(document, (), (), STAMP).data is document.source.anchors.package


def test_members_that_overlap_are_refused_before_they_are_copied():
    buffer = BytesIO(letter(BODY))
    with ZipFile(buffer, "a") as package:
        package.writestr("media/a", bytes(10_000), ZIP_STORED)
        for number in range(50):
            info = package.getinfo("media/a")
            twin = type(info)(f"media/{number}")
            for field in ("header_offset", "compress_size", "file_size", "CRC"):
                setattr(twin, field, getattr(info, field))
            package.filelist.append(twin)
    document = read_bytes(buffer.getvalue())
    with pytest.raises(UnreadableDocument, match="Файл повреждён"):
        annotate(document, [Note(place(document, "дали"), "м")], STAMP)


def test_a_zip_is_written_anew():
    data = replaced(zipped({"a": "1", "б": "2"}), {"б": b"3", "c": b"4"})
    assert parts_of(data) == {"a": b"1", "б": b"3", "c": b"4"}
