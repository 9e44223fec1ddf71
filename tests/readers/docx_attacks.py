"""Hostile DOCX files for tests, by what is wrong with them; each is made when it is called."""

import re
import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile, ZipInfo

from docx_builder import DECLARED, docx, escape, members, part, rels, xml, zipped

BODY = 'p/r/t"Тайна письма"'
WORDS = xml(BODY)
CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
MAIN, RELS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
LAUGHS = "<!DOCTYPE a [<!ENTITY a0 'ха'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)


def package(document: str | bytes = "", **more: str | bytes) -> bytes:
    """Return a letter with the main part ``document``; ``more`` are parts of the folder word."""
    files = {TYPES: CONTENT_TYPES, **members(BODY, **dict.fromkeys(more, ""))}
    made = {f"word/{kind}.xml": content for kind, content in more.items()}
    return zipped({**files, **made, MAIN: document or files[MAIN]}, ZIP_STORED)


def body(inside: str, attributes: str = "") -> str:
    return f"<w:document {DECLARED}{attributes}><w:body>{inside}</w:body></w:document>"


def members_with(**changed: str | bytes) -> dict[str, str | bytes]:
    return {TYPES: CONTENT_TYPES, **members(BODY), **changed}


def nested(opening: str, times: int, inside: str = WORDS) -> str:
    tags = re.findall(r"<([\w:]+)", opening)
    closing = "".join(f"</{tag}>" for tag in reversed(tags))
    return opening * times + inside + closing * times


def patched(data: bytes, sign: bytes, at: int, form: str, *values: int) -> bytes:
    """Return a zip with a field of every header that begins with ``sign`` overwritten."""
    changed, place = bytearray(data), -1
    while (place := changed.find(sign, place + 1)) >= 0:
        struct.pack_into(form, changed, place + at, *values)
    return bytes(changed)


def doubled(*names: str) -> bytes:
    buffer = BytesIO(zipped(members_with()))
    with ZipFile(buffer, "a") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return buffer.getvalue()


def overlapping(count: int) -> bytes:
    """Many names for the same packed bytes, each of them a megabyte."""
    buffer = BytesIO(zipped(members_with()))
    with ZipFile(buffer, "a") as archive:
        archive.writestr("word/media/a", bytes(2**20), ZIP_STORED)
        first = archive.getinfo("word/media/a")
        for number in range(count):
            twin = ZipInfo(f"word/media/{number}")
            twin.header_offset, twin.CRC = first.header_offset, first.CRC
            twin.compress_size = twin.file_size = first.file_size
            archive.filelist.append(twin)
    return buffer.getvalue()


def related(target: str, kind: str = "styles", mode: str = "") -> bytes:
    relations = rels(**{kind: escape(target)}).replace("/></R", f"{mode}/></R")
    return zipped(members_with(**{RELS: relations}))


def styled(notation: str) -> bytes:
    return docx('p(pPr/pStyle{val=a}, r(rPr/rStyle{val=c}, t"Тайна письма"))', notation)


STYLE = "style{{type=paragraph styleId={0}}}(name{{val={0}}}, basedOn{{val={1}}}, rPr/i)"
GOOD = zipped(members_with())
CENTRAL, LOCAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
RANGE = "<w:commentRangeStart w:id='{0}'/>"
FIELD = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
LINE = "<w:r><w:t>а</w:t></w:r>"
SPLIT = "<w:r><w:t>а</w:t><w:br/></w:r>"
CELL = f"<w:tc>{WORDS}</w:tc>"
BOXES = "<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>"
FOLDER = {"word/": "", "../../etc/passwd": "x", "C:\\a": "x", "/etc/passwd": "x", "a" * 60_000: "x"}

ATTACKS: dict[str, Callable[[], bytes]] = {
    "laughs": lambda: package(LAUGHS + body("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>")),
    "laughs in an attribute": lambda: package(LAUGHS + body(WORDS, ' w:x="&a9;"')),
    "laughs in the styles": lambda: package(styles=LAUGHS + "<a>&a9;</a>"),
    "laughs in the types": lambda: zipped(members_with(**{TYPES: LAUGHS + '<a x="&a9;"/>'})),
    "laughs in the relationships": lambda: zipped(members_with(**{RELS: LAUGHS + "<a>&a9;</a>"})),
    "laughs in utf-32": lambda: package((LAUGHS + body(WORDS)).encode("utf-32")),
    "outer entity": lambda: package("<!DOCTYPE a SYSTEM 'http://localhost:9/a'>" + body(WORDS)),
    "outer part of a DTD": lambda: package(
        '<!DOCTYPE a [<!ENTITY % a SYSTEM "file:///dev/zero">%a;]>' + body(WORDS)
    ),
    "unknown entity": lambda: package(body("<w:p><w:r><w:t>&nbsp;</w:t></w:r></w:p>")),
    "inclusion": lambda: package(body('<x:include xmlns:x="http://www.w3.org/2001/XInclude"/>')),
    "stylesheet instruction": lambda: package('<?xml-stylesheet href="file:///a"?>' + body(WORDS)),
    "deep runs": lambda: package(body(nested("<w:ins>", 250))),
    "deeper than XML may be": lambda: package(body(nested("<w:ins>", 30_000))),
    "deep tables": lambda: package(body(nested("<w:tbl><w:tr><w:tc>", 80))),
    "deep boxes": lambda: package(body(nested("<w:p><w:r><w:pict><w:txbxContent>", 55))),
    "deep fields": lambda: package(body(f"<w:p>{FIELD * 50_000}</w:p>{WORDS}")),
    "ends without a beginning": lambda: package(
        body(f"<w:p>{FIELD.replace('begin', 'end') * 50_000}</w:p>{WORDS}")
    ),
    "unclosed fields in paragraphs": lambda: package(
        body(f"<w:p>{FIELD}{LINE}</w:p>" * 10_000 + WORDS)
    ),
    "a million paragraphs": lambda: package(body("<w:p/>" * 1_000_000)),
    "as many paragraphs as may be": lambda: package(body(WORDS * 49_999)),
    "a hundred thousand runs": lambda: package(body(f"<w:p>{LINE * 100_000}</w:p>")),
    "fifty thousand breaks": lambda: package(body(f"<w:p>{SPLIT * 50_000}</w:p>")),
    "a long line": lambda: package(body(f"<w:p><w:r><w:t>{'а' * 3_000_000}</w:t></w:r></w:p>")),
    "text of over ten million": lambda: package(body(f"<w:t>{'a' * 10_500_000}</w:t>")),
    "wide table": lambda: package(body(f"<w:tbl><w:tr>{CELL * 20_000}</w:tr></w:tbl>")),
    "spans of absurd width": lambda: package(
        body(f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{"9" * 20}"/></w:tcPr>{WORDS}</w:tc>'
             "</w:tr></w:tbl>")
    ),
    "many boxes": lambda: package(body(f"<w:p>{BOXES * 10_000}</w:p>{WORDS}")),
    "many comments": lambda: package(
        body("<w:p>" + "".join(RANGE.format(n) for n in range(50_000)) + f"</w:p>{WORDS}"),
        comments=part("comments", "".join(f'<w:comment w:id="{n}"/>' for n in range(50_000))),
    ),
    "huge attribute": lambda: package(body(WORDS, f' w:x="{"а" * 4_000_000}"')),
    "a hundred thousand attributes": lambda: package(
        body(WORDS, "".join(f' w:a{n}=""' for n in range(100_000)))
    ),
    "attribute given twice": lambda: package(body(WORDS, ' w:x="" w:x=""')),
    "a hundred thousand namespaces": lambda: package(
        body(WORDS, "".join(f' xmlns:a{n}="a"' for n in range(100_000)))
    ),
    "no namespace": lambda: package("<document><body><p><r><t>Тайна</t></r></p></body></document>"),
    "unbound prefix": lambda: package("<w:document><w:body/></w:document>"),
    "style based on itself": lambda: styled(STYLE.format("a", "a")),
    "styles in a circle": lambda: styled(f"{STYLE.format('a', 'b')}, {STYLE.format('b', 'a')}"),
    "styles in a long chain": lambda: styled(
        ", ".join(STYLE.format("a" if n == 0 else f"s{n}", f"s{n + 1}") for n in range(3_000))
    ),
    "a style told often": lambda: styled(", ".join([STYLE.format("a", "b")] * 2_000)),
    "numbering in a circle": lambda: docx(
        'p(pPr/numPr/numId{val=1}, r/t"Тайна")', numbering=part("numbering", xml(
            "abstractNum{abstractNumId=1}/numStyleLink{val=a}, num{numId=1}/abstractNumId{val=1}"
        ))
    ),
    "numbers beyond all bounds": lambda: docx(
        f"p(pPr/numPr(numId{{val=1}}, ilvl{{val={'9' * 30}}}), r/t'Тайна')".replace("'", '"')
    ),
    "sizes that are none": lambda: docx(
        f'p/r(rPr(sz{{val={"9" * 400}}}, color{{val=zz}}, shd{{val=pct99 fill=x}}), t"Тайна")'
    ),
    "wrong utf-8": lambda: package(body(WORDS).encode("cp1251")),
    "cp1251 by its name": lambda: package(
        b'<?xml version="1.0" encoding="windows-1251"?>' + body(WORDS).encode("cp1251")
    ),
    "no such encoding": lambda: package('<?xml version="1.0" encoding="x-1"?>' + body(WORDS)),
    "utf-7": lambda: package('<?xml version="1.0" encoding="utf-7"?>' + body(WORDS)),
    "utf-16 without a mark": lambda: package(body(WORDS).encode("utf-16-le")),
    "a NUL in the text": lambda: package(body(WORDS.replace("Тайна", "Тай\0на"))),
    "control characters": lambda: package(body(WORDS.replace("Тайна", "Тай&#8;на"))),
    "an empty body": lambda: package(body("")),
    "an empty part": lambda: package(styles=""),
    "another type": lambda: zipped({"_rels/.rels": rels(officeDocument="a"), "a": "<a/>"}),
    "relationships to themselves": lambda: related(RELS.rpartition("/")[2]),
    "a document that is its own styles": lambda: related("document.xml"),
    "a document that is its own header": lambda: related("document.xml", "header"),
    "a path out of the package": lambda: related("../../../../etc/passwd"),
    "a path on the disk": lambda: related("file:///etc/passwd"),
    "a path without end": lambda: related("../" * 50_000 + "a.xml"),
    "an outer target": lambda: related("http://localhost:9/a", mode=' TargetMode="External"'),
    "an empty target": lambda: related(""),
    "a thousand relationships": lambda: zipped(
        members_with(**{RELS: rels(**{f"styles{n}": "document.xml" for n in range(5_000)})})
    ),
    "a part given twice": lambda: doubled(MAIN),
    "a part in two cases": lambda: doubled(MAIN.upper()),
    "types given twice": lambda: doubled(TYPES, TYPES),
    "odd names": lambda: zipped({**members_with(), **FOLDER}),
    "a name with a NUL": lambda: GOOD.replace(b"word/document.xml", b"word/docum\0nt.xml"),
    "names that differ in the headers": lambda: GOOD.replace(b"word/d", b"work/d", 1),
    "an empty zip": lambda: zipped({}),
    "only the end of a zip": lambda: END + bytes(18),
    "a zip in a zip": lambda: zipped({"a.docx": GOOD}),
    "a zip behind other bytes": lambda: b"MZ" + bytes(70_000) + GOOD,
    "bytes behind a zip": lambda: GOOD + bytes(70_000),
    "a comment that lies": lambda: patched(GOOD, END, 20, "<H", 60_000),
    "an end that counts wrong": lambda: patched(GOOD, END, 8, "<HH", 60_000, 60_000),
    "a directory beyond the end": lambda: patched(GOOD, END, 16, "<I", 2**31),
    "members beyond the end": lambda: patched(GOOD, CENTRAL, 42, "<I", 2**31),
    "sizes that lie": lambda: patched(GOOD, CENTRAL, 24, "<I", 10),
    "sizes of four gigabytes": lambda: patched(GOOD, CENTRAL, 20, "<II", 2**32 - 1, 2**32 - 1),
    "zip64 without its sizes": lambda: patched(GOOD, CENTRAL, 24, "<I", 2**32 - 1),
    "zip64 from the end": lambda: patched(GOOD, END, 8, "<III", *(2**32 - 1,) * 3),
    "a wrong CRC": lambda: patched(GOOD, CENTRAL, 16, "<I", 1),
    "encrypted": lambda: patched(patched(GOOD, CENTRAL, 8, "<H", 1), LOCAL, 6, "<H", 1),
    "strongly encrypted": lambda: patched(GOOD, CENTRAL, 8, "<H", 0x41),
    "an unknown packing": lambda: patched(GOOD, CENTRAL, 10, "<H", 99),
    "packed by bzip2": lambda: zipped(members_with(), ZIP_BZIP2),
    "a version to come": lambda: patched(GOOD, CENTRAL, 6, "<H", 255),
    "a bomb": lambda: zipped(members_with(**{MAIN: body(" " * 19_000_000)})),
    "a bomb beside": lambda: zipped(members_with(**{"word/media/a": bytes(60_000_000)})),
    "members that overlap": lambda: overlapping(1_900),
    "members beyond counting": lambda: zipped(members_with(**{f"a{n}": "" for n in range(2_100)})),
    "cut in the middle": lambda: GOOD[: len(GOOD) // 2],
    "cut before the end": lambda: GOOD[:-10],
    "without a beginning": lambda: GOOD[10:],
}  # fmt: skip
