from itertools import pairwise

from docx_builder import docx, escape, xml
from hypothesis import given, settings
from hypothesis import strategies as st

from plainreply.readers import read_bytes
from plainreply.spans import Span

BODY = (
    'p(r(t"Раз", tab, t"два"), ins/r/t" три 🙂"), p, tbl/tr(tc/p/r/t"а", tc/p(r/t"b", r/t"ц")),'
    'p(hyperlink/r(rPr/b, t"сайт"), m:oMath, r(rPr/rFonts{ascii=Arial hAnsi=Times}, t"и email 5"))'
)


def check(document):
    text, anchors = document.text, document.source.anchors
    for atom in anchors.atoms:
        assert text[atom.start : atom.start + len(atom.text)] == atom.text != ""
        assert all(anchors.at(offset) is atom for offset in range(*atom.span))
    for atom, following in pairwise(anchors.atoms):
        assert set(text[atom.span.stop : following.start]) <= {"\n"}
    assert "".join(stretch.span.of(text) for stretch in document.faces) == text
    stops = [0, *(stretch.span.stop for stretch in document.faces)]
    assert stops[:-1] == [stretch.span.start for stretch in document.faces]
    for paragraph in document.paragraphs:
        assert paragraph.span.of(text).strip()


def test_every_character_has_its_atom():
    check(read_bytes(docx(BODY)))


def test_an_atom_knows_its_leaf_and_its_run():
    document = read_bytes(docx(BODY))
    atom = document.source.anchors.at(document.text.index("два"))
    assert (atom.node.tag[-2:], atom.node.text, atom.run.tag[-2:]) == ("}t", "два", "}r")
    assert document.source.anchors.at(document.text.index("\ufffc")).run is None


def test_between_paragraphs_there_is_no_atom():
    document = read_bytes(docx('p/r/t"а", p/r/t"б"'))
    assert document.source.anchors.at(1) is None
    assert document.source.anchors.at(99) is None


def test_within_and_place():
    document = read_bytes(docx('p(r/t"раз", r/t"два"), p, p/r/t"три"'))
    anchors = document.source.anchors
    assert [atom.text for atom in anchors.within(Span(2, 4))] == ["раз", "два"]
    assert [atom.text for atom in anchors.within(Span(3, 9))] == ["два", "три"]
    assert [anchors.place(offset).span for offset in (0, 6, 7, 8)] == [
        (0, 6),
        (0, 6),
        (7, 7),
        (8, 11),
    ]


def test_the_package_is_kept_as_it_was():
    data = docx(BODY)
    anchors = read_bytes(data).source.anchors
    assert anchors.package is data
    assert anchors.names[0] == "_rels/.rels"
    assert (anchors.stories[0].kind, anchors.stories[0].part) == ("body", "word/document.xml")


LEAVES = st.sampled_from(
    ["r/tab", "r/br", "r/softHyphen", "r/t", "m:oMath", "r(rPr/i)", "ins/r/t", "del/r", "r/fldChar"]
)
WORDS = st.text("абвAB12 .,🙂«»", max_size=6).map(lambda word: f'r/t"{escape(word)}"')
PARAGRAPHS = st.lists(WORDS | LEAVES, min_size=1, max_size=5).map(lambda xs: f"p({','.join(xs)})")
BLOCKS = st.recursive(
    PARAGRAPHS, lambda inner: inner.map(lambda block: f"tbl/tr(tc({block}), tc(p))"), max_leaves=4
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=4))
def test_atoms_and_stretches_fit_any_document(blocks):
    check(read_bytes(docx(",".join([*blocks, 'p/r/t"конец"']))))


def test_the_notation():
    assert xml('p(r{a=1}/t"x", m:r)') == '<w:p><w:r w:a="1"><w:t>x</w:t></w:r><m:r></m:r></w:p>'
