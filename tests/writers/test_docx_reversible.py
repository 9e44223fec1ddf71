"""Whatever the letter: accepting our changes gives exactly the edits, rejecting them the letter."""

from docx_builder import part, xml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tracking import STAMP, accepted, letter, looks, named, rejected, text_of, tree

from plainreply.readers import read_bytes
from plainreply.spans import Edit, Span, apply
from plainreply.writers.docx import annotate, revise
from plainreply.writers.values import Change, Look, Note

WORDS = st.text("абв АB1.,🙂", min_size=1, max_size=7)
LOOKS = st.sampled_from(("", "rPr/b, ", "rPr(i, caps), ", "rPr/rPrChange{id=1 author=А}/rPr, "))
RUNS = st.builds('r({}t"{}")'.format, LOOKS, WORDS)
FIELD = 'r/fldChar{{fldCharType=begin}}, r/instrText" DATE ", r/fldChar{{fldCharType={}}}, {}'
WRAPPED = st.sampled_from(
    (
        "ins{{id=3 author=А}}({})",
        "ins{{id=4 author=А}}(r/t'', {})",
        "del{{id=5 author=А}}/r/delText, {}",
        "hyperlink({})",
        "sdt/sdtContent({})",
        "fldSimple{{instr=PAGE}}({})",
        "smartTag({})",
        "moveTo{{id=6 author=А}}({})",
        "bookmarkStart{{id=7 name=x}}, {}, bookmarkEnd{{id=7}}",
        "commentRangeStart{{id=8}}, {}, commentRangeEnd{{id=8}}",
        "r/fldChar{{fldCharType=begin}}, {}, r/fldChar{{fldCharType=end}}",
        "r/fldChar{{fldCharType=begin}}, r/fldChar{{fldCharType=separate}}, {}",
        "r/fldChar{{fldCharType=end}}, {}",
        "{}, r/footnoteReference{{id=2}}",
        "{}, r(t'а', tab, t'б')",
        "{}, r(softHyphen, t'а', noBreakHyphen)",
        "{}, m:oMath, r/sym{{font=Symbol char=0431}}",
        "r/pict/v:shape/txbxContent/p({})",
    )
).map(lambda notation: notation.replace("'", '"'))
INLINE = RUNS | st.builds(lambda form, run: form.format(run), WRAPPED, RUNS)
JOINED = st.sampled_from(("", "", "", "pPr/rPr/del, "))
PARAGRAPHS = st.builds(
    lambda mark, runs: f"p({mark}{','.join(runs)})",
    JOINED,
    st.lists(INLINE, min_size=1, max_size=4),
)
BLOCKS = st.one_of(
    PARAGRAPHS,
    PARAGRAPHS,
    st.just("p"),
    PARAGRAPHS.map("tbl/tr(tc({}), tc/p)".format),
    PARAGRAPHS.map("sdt/sdtContent({})".format),
)
NOTES = part("footnotes", xml('footnote{id=2}/p/r/t"в сноске"'))
LETTERS = st.lists(BLOCKS, min_size=1, max_size=4).map(
    lambda blocks: letter(",".join(['p/r/t"начало"', *blocks]), footnotes=NOTES)
)
TEXTS = st.sampled_from(("", "новый", " слово ", "🙂", "в\u00a0"))


@st.composite
def tasks(draw):
    """Return a letter and changes of it that do not overlap, an edit or two in each."""
    data = draw(LETTERS)
    text = text_of(data)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8)))
    spans = [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    edits = [Edit(span, draw(TEXTS)) for span in spans if spans.count(span) == 1]
    size = draw(st.integers(1, 2))
    groups = [tuple(edits[at : at + size]) for at in range(0, len(edits), size)]
    return data, [Change(group, Note(group[0].span, "м")) for group in groups]


@settings(max_examples=250, deadline=None)
@given(tasks())
def test_accept_gives_the_edits_and_reject_the_letter(task):
    data, changes = task
    document = read_bytes(data)
    written = revise(document, changes, (), STAMP)
    left = [item.span for item in written.left]
    done = [c for c in changes if c.note.span not in left]
    again = apply(document.text, [edit for change in done for edit in change.edits])
    assume(again.strip())  # a letter without words is refused, whoever deleted them
    assert text_of(written.data) == text_of(accepted(written.data)) == again
    assert text_of(rejected(written.data)) == document.text
    assert looks(rejected(written.data)) == looks(data)
    _is_sound(written.data)


@settings(max_examples=150, deadline=None)
@given(LETTERS, st.data())
def test_comments_keep_the_text_and_the_looks(data, choice):
    document = read_bytes(data)
    offsets = st.integers(0, len(document.text))
    pairs = choice.draw(st.lists(st.tuples(offsets, offsets), min_size=1, max_size=5))
    notes = [Note(Span(*sorted(pair)), str(at)) for at, pair in enumerate(pairs)]
    written = annotate(document, notes, STAMP)
    again = read_bytes(written.data)
    assert (again.text, again.faces) == (document.text, document.faces)
    mine = [remark for remark in again.remarks if remark.author == STAMP.author]
    assert len(mine) + len(written.left) == len(notes)
    _is_sound(written.data)


@settings(max_examples=100, deadline=None)
@given(LETTERS, st.data())
def test_looks_are_put_back(data, choice):
    document = read_bytes(data)
    offsets = st.integers(0, len(document.text))
    ends = sorted(choice.draw(st.tuples(offsets, offsets)))
    off = choice.draw(st.sampled_from(("italic", "caps", "background", "effects", "underline")))
    change = Change((), Note(Span(*ends), "м"), (Look(Span(*ends), off),))
    written = revise(document, [change], (), STAMP)
    again = read_bytes(written.data)
    assert again.text == document.text
    assert looks(rejected(written.data)) == looks(data)
    if not written.left:
        inside = [s.face for s in again.faces if s.span.start >= ends[0] and s.span.stop <= ends[1]]
        assert not any(getattr(face, off) for face in inside)
    _is_sound(written.data)


def _is_sound(data):
    """Nothing that Word would stumble over: nested insertions, doubled ids, text astray."""
    root = tree(data)
    assert not [
        node for node in named(root, "ins") if any(a.tag == node.tag for a in node.iterancestors())
    ]
    assert not [t for d in named(root, "del") for t in named(d, "t")]
    ours = [n for n in named(root, "ins", "del", "rPrChange") if STAMP.author in n.attrib.values()]
    ids = [node.attrib.values()[0] for node in ours]
    assert len(ids) == len(set(ids))
    empty = [node for node in named(root, "ins", "del") if node in ours and not len(node)]
    assert not empty
