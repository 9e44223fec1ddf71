"""What of an OpenDocument text is read, and in what order."""

import pytest
from docx_builder import zipped
from odt_builder import flat, members, odt, p, style

from plainreply.document import Remark
from plainreply.errors import UnreadableDocument
from plainreply.readers import read_bytes
from plainreply.spans import Span

BOX = "<draw:frame><draw:text-box><text:p>рамка</text:p></draw:text-box></draw:frame>"
NOTE = (
    '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
)
ROWS = "<table:table><table:table-column/>{}</table:table>"


def read(body, *more, **parts):
    return read_bytes(odt(body, *more, **parts), "a.odt")


def roles(document):
    return [(part.role, part.span.of(document.text)) for part in document.paragraphs]


def cell(inside):
    return f"<table:table-cell>{inside}</table:table-cell>"


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        ("а<text:tab/>б", "а\tб"),
        ("а<text:line-break/>б", "а\nб"),
        ("а<text:s/>б", "а б"),
        ('а <text:s text:c="3"/>б', "а    б"),
        ("  а \n\t б", "а б"),
        ("<text:span>а </text:span> <text:span> б</text:span>", "а б"),
        ("<text:span>а</text:span> <text:span>б</text:span>", "а б"),
        ("а<text:soft-page-break/>б", "аб"),
        ("а<text:bookmark-start text:name='x'/>б", "аб"),
        ("<text:a>сайт</text:a>", "сайт"),
        ("стр. <text:page-number>7</text:page-number>", "стр. 7"),
        ('<text:variable-set text:display="none">5</text:variable-set>а', "а"),
        ('<text:hidden-text text:is-hidden="true">5</text:hidden-text>а', "а"),
        ("<text:script>код</text:script>а", "а"),
        ("<loext:content-control>выбор</loext:content-control>", "выбор"),
        (
            "<text:ruby><text:ruby-base>слово</text:ruby-base><text:ruby-text>над</text:ruby-text>"
            "</text:ruby>",
            "слово",
        ),
        ('<text:change-start text:change-id="c"/>новое<text:change-end/>', "новое"),
        ("<draw:frame><svg:title>рисунок</svg:title><draw:image/></draw:frame>а", "а"),
        ('<draw:frame text:anchor-type="as-char"><draw:object/></draw:frame>а', "\ufffcа"),
    ],
)
def test_inline(inline, expected):
    assert read(p(inline)).text == expected


def test_paragraphs_headings_and_lists():
    item = "<text:list-item><text:p>пункт</text:p></text:list-item>"
    inner = f"<text:list-item><text:list>{item}</text:list></text:list-item>"
    nested = f"<text:list>{item}{inner}</text:list>"
    titled = p("Ответ", style_name="Title")
    title = '<style:style style:name="Title" style:family="paragraph"/>'
    document = read(
        f"<text:h>Глава</text:h>{titled}{p('Мы.')}{p()}{nested}{p('– раз')}", common=title
    )
    assert roles(document) == [
        ("heading", "Глава"),
        ("heading", "Ответ"),
        ("body", "Мы."),
        ("list", "пункт"),
        ("list", "пункт"),
        ("list", "– раз"),
    ]
    assert document.paragraphs[1].style == "Title"


def test_tables_nested_and_merged():
    inner = ROWS.format(f"<table:table-row>{cell(p('в'))}</table:table-row>")
    rows = (
        f"<table:table-header-rows><table:table-row>{cell(p('а'))}{cell(p('б') + inner)}"
        "</table:table-row></table:table-header-rows>"
        f"<table:table-row>{cell(p('г'))}<table:covered-table-cell><text:p>скрыто</text:p>"
        "</table:covered-table-cell></table:table-row>"
        f'<table:table-row table:visibility="collapse">{cell(p("нет"))}</table:table-row>'
    )
    document = read(p("до") + ROWS.format(rows) + p("после"))
    assert document.text == "до\nа\nб\nв\nг\nпосле"
    assert [role for role, _ in roles(document)] == ["body", *["cell"] * 4, "body"]


def test_a_text_box_comes_once_after_its_paragraph():
    assert read(p(f"до {BOX}после") + p("конец")).text == "до после\nрамка\nконец"
    assert read(
        f"<draw:g>{BOX}<draw:rect><text:p>фигура</text:p></draw:rect></draw:g>" + p("а")
    ).text == ("рамка\nфигура\nа")


def test_sections_and_indexes():
    section = "<text:section {}><text:p>раздел</text:p></text:section>"
    shown = section.format('text:display="condition"')
    hidden = section.format('text:display="none"')
    unmet = section.format('text:display="condition" text:is-hidden="true"')
    index = (
        "<text:table-of-content><text:table-of-content-source><text:p>образец</text:p>"
        "</text:table-of-content-source><text:index-body><text:p>оглавление</text:p>"
        "</text:index-body></text:table-of-content>"
    )
    assert read(shown + hidden + unmet + index).text == "раздел\nоглавление"


def test_deleted_text_is_not_read():
    deletion = "<text:deletion><text:p>старое</text:p></text:deletion>"
    region = f"<text:changed-region>{deletion}</text:changed-region>"
    region = f"<text:tracked-changes>{region}</text:tracked-changes>"
    assert read(region + p("а<text:change/>б")).text == "аб"


def test_hidden_text_and_paragraphs():
    hidden = style("T1", "text", 'text:display="none"') + style("T2", "text", 'text:display="true"')
    shown = '<text:span text:style-name="T2">явь</text:span>'
    spans = f'<text:span text:style-name="T1">тайна{shown}</text:span>'
    gone = p('нет<text:hidden-paragraph text:is-hidden="true"/>')
    assert read(p(spans) + gone, hidden).text == "явь"


def test_notes_headers_and_footers_follow_the_body():
    master = (
        '<style:master-page style:name="Standard">'
        "<style:header><text:p>шапка</text:p></style:header>"
        '<style:header-left style:display="false"><text:p>нет</text:p></style:header-left>'
        "<style:footer><text:p>подвал</text:p></style:footer></style:master-page>"
        '<style:master-page style:name="Unused"><style:header><text:p>нет</text:p></style:header>'
        '</style:master-page><style:master-page style:name="First"><style:header><text:p>бланк'
        "</text:p></style:header><style:footer><text:p/></style:footer></style:master-page>"
    )
    first = '<style:style style:name="P1" style:family="paragraph" style:master-page-name="First"/>'
    noted = p(f"раз{NOTE.format('endnote', 'в конце')}{NOTE.format('footnote', 'внизу')} два")
    document = read(noted, first, masters=master)
    assert document.text == "раз два\nвнизу\nв конце\nшапка\nподвал\nбланк"
    assert [role for role, _ in roles(document)] == [
        *("body", "note", "note", "header", "footer", "header")
    ]


def test_comments_are_remarks_and_no_text():
    note = (
        '<office:annotation office:name="n"><dc:creator>Иванова</dc:creator><dc:date>2026</dc:date>'
        "<text:p>Проверьте</text:p><text:p>срок</text:p></office:annotation>"
    )
    point = "<office:annotation><text:p>здесь</text:p></office:annotation>"
    document = read(p(f'раз {note}два<office:annotation-end office:name="n"/> три{point}'))
    assert document.text == "раз два три"
    assert document.remarks == (
        Remark(Span(4, 7), "Проверьте\nсрок", "Иванова"),
        Remark(Span(11, 11), "здесь", ""),
    )


def test_a_flat_file_and_one_whose_mimetype_stands_last():
    assert read_bytes(flat(p("Мы.")), "a.fodt").source.format == "odt"
    assert read_bytes(b"about <office:document>").source.format == "text"
    parts = dict(reversed(members(p("Мы.")).items()))
    assert read_bytes(zipped(parts), "a.ott").text == "Мы."


def test_embedded_files_are_said_not_to_be_checked():
    embedded = p("Мы.<draw:frame><draw:object-ole/></draw:frame>")
    assert read(embedded).source.notes == (
        "Вставленные в документ файлы не проверены: вставьте их текст в письмо.",
    )
    assert read(p("Мы.")).source.notes == ()


def test_a_scan_under_a_letterhead_has_no_text():
    master = (
        "<style:master-page><style:header><text:p>шапка</text:p></style:header></style:master-page>"
    )
    with pytest.raises(UnreadableDocument, match="нет текста"):
        read(p("<draw:frame><draw:image/></draw:frame>"), masters=master)
