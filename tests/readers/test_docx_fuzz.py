"""Damages DOCX files at random: each is read or refused in one sentence, and never miswritten.

For a long run set ``PLAINREPLY_FUZZ_SECONDS``; ``PLAINREPLY_FUZZ_FILES`` is a folder of real
files to damage too, ``PLAINREPLY_FUZZ_SEED`` a number that starts another sequence. What
fails is told by its seed, which alone makes it again.
"""

import os
import random
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from time import monotonic, process_time
from zipfile import BadZipFile

import pytest
from docx_builder import SPACES, part, xml, zipped
from lxml import etree

from plainreply.errors import UnreadableDocument
from plainreply.readers import read_bytes
from plainreply.spans import Edit, Span, apply
from plainreply.writers.docx import annotate, revise
from plainreply.writers.values import Change, Note, Stamp

sys.path.append(str(Path(__file__).parents[1] / "writers"))
from tracking import STAMP, letter, parts_of, rejected

SECONDS = float(os.environ.get("PLAINREPLY_FUZZ_SECONDS", "4"))
FOLDER = os.environ.get("PLAINREPLY_FUZZ_FILES", "")
FIRST = int(os.environ.get("PLAINREPLY_FUZZ_SEED", "0"))
LARGEST = 400_000  # bytes of a real file
SLOWEST = 15 if FOLDER else 5  # seconds for reading and writing three times

BODY = (
    'p(pPr/pStyle{val=Heading1}, r/t"Ответ на обращение"),'
    'p(r(rPr/i, t"Мы рассмот"), r/t"рели ", ins{id=3 author=А}(r/t"ваше ", r/t"письмо"), r/t"."),'
    'p(r/fldChar{fldCharType=begin}, r/instrText" MERGEFIELD a ", r/fldChar{fldCharType=separate},'
    ' r/t"Иванов", r/fldChar{fldCharType=end}, r(t" и", tab, t"другие", softHyphen),'
    ' hyperlink(r/t"сайт", r/t" тут"), r/footnoteReference{id=2}),'
    'tbl/tr(tc/p/r/t"Срок", tc/p(sdt/sdtContent/r/t"десять дней", r/t" и всё")),'
    'p(bookmarkStart{id=1 name=a}, r/t"Приходите ", del{id=4 author=А}/r/delText"сразу",'
    ' bookmarkEnd{id=1}, commentRangeStart{id=7}, r/t"завтра", commentRangeEnd{id=7},'
    " r/commentReference{id=7}), sectPr/headerReference{r:id=rheader}"
)
STYLES = (
    "style{type=paragraph styleId=Heading1}(name{val=heading}, basedOn{val=Heading1}, rPr/caps)"
)
NOTE = part("footnotes", xml('footnote{id=2}/p/r/t"Сноска о сроке"'))
HEAD = part("hdr", xml('p/r/t"Департамент"'))
SAID = part("comments", xml('comment{id=7 author=Б}/p/r/t"Почему?"'))
BUILT = letter(BODY, STYLES, footnotes=NOTE, header=HEAD, comments=SAID)
VALUES = ("", "0", "-1", "99999999999999999999", "Heading1", "begin", "end", "off", "∞", "x" * 5000)
TAG = re.compile(rb"<[^<>]*>")
VALUE = re.compile(rb'="([^"<]*)"')
WRAPPERS = "ins del moveTo hyperlink sdt/sdtContent smartTag fldSimple r p tbl/tr/tc ruby/rubyBase"


def flip(rng: random.Random, data: bytes) -> bytes:
    """Change a byte."""
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]


def truncate(rng: random.Random, data: bytes) -> bytes:
    """Cut off the end."""
    return data[: rng.randrange(len(data))]


def swap(rng: random.Random, data: bytes) -> bytes:
    """Exchange two tags."""
    tags = list(TAG.finditer(data))
    if len(tags) < 2:
        return data
    one, two = sorted(rng.sample(tags, 2), key=re.Match.start)
    between = data[one.end() : two.start()]
    return data[: one.start()] + two[0] + between + one[0] + data[two.end() :]


def set_value(rng: random.Random, data: bytes) -> bytes:
    """Give an attribute another value."""
    values = list(VALUE.finditer(data))
    if not values:
        return data
    chosen = rng.choice(values)
    return data[: chosen.start(1)] + rng.choice(VALUES).encode() + data[chosen.end(1) :]


def rebuild(rng: random.Random, data: bytes) -> bytes:
    """Drop, move, double or wrap some elements; the XML stays well-formed."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return data
    for _ in range(rng.randrange(1, 4)):
        found = list(root.iter("{*}*"))[1:]
        if len(found) < 2:
            break
        one, two = rng.sample(found, 2)
        rearrange(rng, one, two)
    return etree.tostring(root)


def rearrange(rng: random.Random, one: etree._Element, two: etree._Element) -> None:
    way = rng.choice(("drop", "move", "move", "double", "wrap", "wrap"))
    above = two.getparent()
    if way == "drop":
        one.getparent().remove(one)
    elif way == "double":
        above.insert(above.index(two), deepcopy(one))
    elif way == "move" and one not in two.iterancestors():
        above.insert(above.index(two), one)
    elif way == "wrap":
        space = f"{{{SPACES['w']}}}"
        for tag in reversed(rng.choice(WRAPPERS.split()).split("/")):
            wrapper = etree.Element(space + tag, {space + "id": str(rng.randrange(9))})
            two.addprevious(wrapper)
            wrapper.append(two)
            two = wrapper


GENTLE = (swap, set_value, set_value, *(rebuild,) * 10)
ROUGH = (flip, truncate)


def damaged(rng: random.Random, data: bytes) -> bytes:
    """Return the file with some parts damaged, the body most of the time, or the zip itself."""
    if rng.random() < 0.1:
        return rng.choice(ROUGH)(rng, data)
    parts = parts_of(data)
    names = [name for name in parts if name.endswith((".xml", ".rels")) and parts[name]]
    for _ in range(rng.randrange(1, 5)):
        main = [name for name in names if name.endswith("document.xml")]
        name = rng.choice(main if main and rng.random() < 0.7 else names)
        tool = rng.choice(GENTLE if rng.random() < 0.95 else ROUGH)
        parts[name] = tool(rng, parts[name] or b"<")
    return zipped(parts)


def check(rng: random.Random, data: bytes) -> bool:
    """Read a file, write into it and read that; tell whether it could be read."""
    try:
        document = read_bytes(data, "a.docx")
    except UnreadableDocument as error:
        assert str(error).endswith(".") and "\n" not in str(error)
        return False
    words = [Span(*match.span()) for match in re.finditer(r"\w+", document.text)]
    if document.source.format != "docx" or not words:
        return True
    picked = sorted(rng.sample(words, min(len(words), 6)))
    try:
        noted = annotate(document, [Note(span, "Замечание") for span in picked], STAMP)
        texts = ("замена", "слово ", *("",) * (len(words) > len(picked)))
        edits = [Edit(place(rng, span), rng.choice(texts)) for span in picked]
        changes = [
            Change((edit,), Note(span, "м")) for edit, span in zip(edits, picked, strict=True)
        ]
        written = revise(document, changes, (), Stamp("Проверка", datetime(2026, 1, 1)))
    except UnreadableDocument:
        return True
    assert read_bytes(noted.data).text == document.text
    left = {item.span for item in written.left}
    done = [edit for change in changes for edit in change.edits if change.note.span not in left]
    assert read_bytes(written.data).text == apply(document.text, done)
    assert read_bytes(rejected(written.data)).text == document.text
    return True


def place(rng: random.Random, span: Span) -> Span:
    """Return a word, its second half or the point before it."""
    middle = (span.start + span.stop) // 2
    return rng.choice((span, span, Span(middle, span.stop), Span(span.start, span.start)))


def sources() -> Iterator[bytes]:
    yield BUILT
    for path in sorted(Path(FOLDER).glob("*.docx")) if FOLDER else ():
        data = path.read_bytes()
        with suppress(BadZipFile, RuntimeError):
            if len(data) <= LARGEST and parts_of(data):
                yield data


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_damage_is_survived() -> None:
    """Run until the time is over; a failure names the seed that ``random.Random`` got."""
    files, seed, faults, tried = list(sources()), FIRST, [], [0, 0]
    ends = monotonic() + SECONDS
    while monotonic() < ends:
        rng = random.Random(seed)
        source = rng.choice(files) if rng.random() < 0.8 else BUILT
        started = process_time()
        try:
            tried[check(rng, damaged(rng, source))] += 1
        except Exception as error:
            faults.append(f"{seed}: {type(error).__name__} {error}")
        took = process_time() - started
        if took > SLOWEST:
            faults.append(f"{seed}: {took:.1f} s")
        seed += 1
    print(f"refused {tried[0]}, read {tried[1]}, from seed {FIRST} to {seed - 1}")
    assert not faults, "\n".join(faults[:40])
    assert all(tried)
