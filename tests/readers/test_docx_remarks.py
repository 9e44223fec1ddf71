"""Comments in a draft: what each covers and says."""

import pytest
from docx_builder import docx, part, xml

from plainreply.document import Remark
from plainreply.readers import read_bytes
from plainreply.spans import Span

START, END = "commentRangeStart{id=7}", "commentRangeEnd{id=7}"
REFERENCE = "r/commentReference{id=7}"
COMMENTS = part(
    "comments", xml('comment{id=7 author=Анна}(p(r/annotationRef, r/t" Проверьте "), p)')
)


def covered(body, **parts):
    document = read_bytes(docx(body, comments=COMMENTS, **parts))
    return [(remark.span.start, remark.span.of(document.text)) for remark in document.remarks]


def test_a_comment_has_a_span_a_text_and_an_author():
    body = f'p(r/t"Раз ", {START}, r/t"два", {END}, {REFERENCE}, r/t" три")'
    document = read_bytes(docx(body, comments=COMMENTS))
    assert document.text == "Раз два три"
    assert document.remarks == (Remark(Span(4, 7), "Проверьте", "Анна"),)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f'p(r/t"а", {START}, r/t"б"), p, p(r/t"в", {END}, {REFERENCE}, r/t"г")', (1, "б\n\nв")),
        (f'p(r/t"а", {REFERENCE}, r/t"б")', (1, "")),
        (f'p/r/t"а", p({REFERENCE}, r/t"б")', (2, "")),
        (f'{START}, p/r/t"а", {END}, p({REFERENCE}, r/t"б")', (0, "а")),
        (f'p({START}, r/t"а", {REFERENCE}, r/t"б")', (0, "а")),
        (f'p(r/t"а", ins({START}, r/t"б"), hyperlink(r/t"в", {END}), {REFERENCE})', (1, "бв")),
        (f'p(r/t"а", del({START}, r/delText"б"), r/t"в", {END}, {REFERENCE})', (1, "в")),
        (f'p(r/t"а", {START}, del/r/delText"б", {END}, {REFERENCE}, r/t"в")', (1, "")),
        (f'tbl({START}, tr(tc/p/r/t"а", {END}, tc/p(r/t"б", {REFERENCE})))', (0, "а")),
        (f'sdt/sdtContent(p(r/t"а", {START}, r/t"б", {END}, {REFERENCE}))', (1, "б")),
    ],
)
def test_marks_of_comments_anywhere(body, expected):
    assert covered(body) == [expected]


def test_comments_without_marks_or_text_are_left_out():
    assert covered('p/r/t"а"') == []
    assert read_bytes(docx(f'p(r/t"а", {REFERENCE})')).remarks == ()


def test_a_comment_in_a_note_and_in_a_header():
    note = part("footnotes", xml(f'footnote{{id=1}}/p({START}, r/t"сноска", {END}, {REFERENCE})'))
    cited = 'p(r/t"Раз", r/footnoteReference{id=1})'
    assert covered(cited, footnotes=note) == [(4, "сноска")]
    header = part("hdr", xml(f'p(r/t"на ", {START}, r/t"бланке", {END}, {REFERENCE})'))
    body = 'p/r/t"Раз", sectPr/headerReference{type=default r:id=rheader}'
    assert covered(body, header=header) == [(7, "бланке")]


def test_remarks_are_in_the_order_of_the_text():
    comments = part("comments", xml('comment{id=1}/p/r/t"позже", comment{id=2}/p/r/t"раньше"'))
    body = 'p(r/commentReference{id=2}, r/t"а", r/commentReference{id=1})'
    document = read_bytes(docx(body, comments=comments))
    assert [(r.text, r.author) for r in document.remarks] == [("раньше", ""), ("позже", "")]
