"""A report in a few bytes: all of it comes back, and the bytes alone say nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

import plainreply
from plainreply.batch.packed import Damaged, pack, unpack
from plainreply.document import Document
from plainreply.readers import read, read_text
from plainreply.report import Report

LETTERS = Path(__file__).parents[2] / "corpora" / "letters"
NAMES = ("02-first-roads.txt", "03-final-housing.docx", "09-refusal-social.txt")


def plain(document: Document) -> Document:
    return replace(document, source=replace(document.source, anchors=None))


@pytest.fixture(scope="module", params=NAMES)
def report(request: pytest.FixtureRequest) -> Report:
    found = plainreply.check(LETTERS / request.param)
    return replace(found, document=plain(found.document))


def test_all_of_a_report_comes_back(report: Report) -> None:
    assert report.document.source.path
    document = plain(read(report.document.source.path))
    again = unpack(pack(report), document, report.rules)
    assert again == report
    assert report.rating and again.rating
    assert again.rating.value == report.rating.value
    assert again.rating.gains == report.rating.gains
    assert again.rating.heat == report.rating.heat
    assert again.readability.features == report.readability.features


def test_issues_of_the_score_are_those_of_the_report(report: Report) -> None:
    again = unpack(pack(report), report.document, report.rules)
    assert again.rating
    own = {id(issue) for issue in again.issues}
    assert {id(issue) for part in again.rating.parts for issue in part.issues} <= own


def test_the_bytes_hold_no_stretch_of_the_letter(report: Report) -> None:
    packed = pack(report)
    text = report.document.text
    assert len(packed) < 2 * len(text.encode())
    pieces = {text[at : at + 8].encode() for at in range(0, len(text) - 8, 4)}
    assert not [piece for piece in pieces if piece in packed]


def test_another_letter_cannot_read_them(report: Report) -> None:
    with pytest.raises(Damaged):
        unpack(pack(report), read_text("Мы получили письмо."), report.rules)


@pytest.mark.parametrize("cut", [0, 1, 40, -1])
def test_damaged_bytes_are_told(report: Report, cut: int) -> None:
    packed = pack(report)
    with pytest.raises(Damaged):
        unpack(packed[:cut], report.document, report.rules)
    turned = bytearray(packed)
    turned[cut] ^= 0x55
    with pytest.raises(Damaged):
        unpack(bytes(turned), report.document, report.rules)
