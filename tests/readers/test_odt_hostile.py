"""OpenDocument files made to break or to bomb a reader: each is one Russian sentence, quickly."""

from time import process_time

import pytest
from docx_builder import zipped
from odt_builder import DECLARED, MIMETYPE, content, flat, members, odt, p

from plainreply.errors import UnreadableDocument
from plainreply.readers import read_bytes

BODY = p("Тайна письма")


def refusal(data, name="a.odt"):
    started = process_time()
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(data, name)
    assert process_time() - started < 5
    sentence = str(caught.value)
    assert sentence.endswith(".") and "Тайна" not in sentence and "\n" not in sentence
    assert "docx" not in sentence.lower()
    return sentence


def package(**more):
    names = {"content": "content.xml", "manifest": "META-INF/manifest.xml"}
    return zipped({**members(BODY), **{names.get(key, key): value for key, value in more.items()}})


def test_truncated():
    data = odt(BODY)
    for size in (60, len(data) // 2, len(data) - 4):
        assert "повреждён" in refusal(data[:size])


def test_encrypted():
    entry = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    manifest = f"<manifest:manifest {DECLARED}>{entry}</manifest:manifest>"
    assert "снимите пароль" in refusal(package(manifest=manifest, content=b"\x00\x01"))
    whole = {"mimetype": MIMETYPE, "META-INF/manifest.xml": manifest, "encrypted-package": b"\x01"}
    assert "снимите пароль" in refusal(zipped(whole, 0))


def test_the_manifest_of_an_old_file_may_have_a_doctype():
    assert (
        read_bytes(package(manifest="<!DOCTYPE m SYSTEM 'x.dtd'><m/>"), "a").text == "Тайна письма"
    )


@pytest.mark.parametrize(
    "dtd",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_any_doctype(dtd, encoding):
    assert "DTD" in refusal(package(content=(dtd + content(BODY)).encode(encoding)))


def test_not_a_text():
    assert "не текст OpenDocument" in refusal(zipped({"mimetype": MIMETYPE}, 0))
    assert "не текст OpenDocument" in refusal(package(content=f"<office:document {DECLARED}/>"))
    assert "повреждён" in refusal(package(content="<office:document>"))
    assert "повреждён" in refusal(flat(BODY)[:-9], "a.fodt")


def test_too_large():
    assert "слишком большой" in refusal(package(content=content(p(" " * 3 * 2**20))))
    assert "слишком большой" in refusal(odt(p() * 60_000))
    assert "слишком большой" in refusal(odt(p("<text:s text:c='999999'/>" * 11_000)))
    assert len(read_bytes(odt(p("а<text:s text:c='999999999'/>б"))).text) == 1_002


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<text:section>", "</text:section>"),
        ("<text:p><text:span>", "</text:span></text:p>"),
        ("<text:list><text:list-item>", "</text:list-item></text:list>"),
        ("<text:p><draw:frame><draw:text-box>", "</draw:text-box></draw:frame></text:p>"),
        (
            "<table:table><table:table-row><table:table-cell>",
            "</table:table-cell></table:table-row></table:table>",
        ),
    ],
)
def test_nesting(opening, closing):
    depth = 240 // opening.count("<")
    deep = opening * depth + BODY + closing * depth
    assert "Тайна письма" in read_bytes(odt(deep)).text
    depth *= 20
    refusal(odt(opening * depth + BODY + closing * depth))


def test_comments_and_instructions_inside_text_lose_nothing():
    assert read_bytes(odt(p("Раз<!-- x --> два<?x y?> три"))).text == "Раз два три"
