"""Every character of an OpenDocument text knows the place in the XML that it came from."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from odt_builder import odt, p, style

from plainreply.readers import read_bytes
from plainreply.spans import Span


def check(document):
    text, anchors = document.text, document.source.anchors
    for atom in anchors.atoms:
        assert atom.span.of(text) == atom.text != ""
        if atom.part != "element":
            raw = getattr(atom.node, atom.part)[atom.at : atom.at + len(atom.text)]
            assert "".join(" " if c in "\t\r\n" else c for c in raw) == atom.text
        assert all(anchors.at(offset) is atom for offset in range(*atom.span))
    for atom, following in pairwise(anchors.atoms):
        assert set(text[atom.span.stop : following.start]) <= {"\n"}
    assert "".join(stretch.span.of(text) for stretch in document.faces) == text
    for paragraph in document.paragraphs:
        assert paragraph.span.of(text).strip()


def test_a_character_leads_to_its_node():
    document = read_bytes(odt(p("раз  два<text:span>три</text:span> 🙂 <text:tab/>пять")))
    check(document)
    anchors = document.source.anchors

    def place(word):
        atom = anchors.at(document.text.index(word))
        return atom.node.tag.rpartition("}")[2], atom.part, atom.at

    assert document.text == "раз дватри 🙂 \tпять"
    assert place("раз") == ("p", "text", 0)
    assert place("два") == ("p", "text", 5)
    assert place("три") == ("span", "text", 0)
    assert place("🙂") == ("span", "tail", 0)
    assert place("\t") == ("tab", "element", 0)
    assert place("пять") == ("tab", "tail", 0)


def test_within_and_between():
    anchors = read_bytes(odt(p("раз<text:span>два</text:span>") + p() + p("три"))).source.anchors
    assert [atom.text for atom in anchors.within(Span(2, 4))] == ["раз", "два"]
    assert [atom.text for atom in anchors.within(Span(5, 10))] == ["два", "три"]
    assert anchors.within(Span(6, 8)) == () == anchors.within(Span(3, 3))
    assert anchors.at(6) is None is anchors.at(99)


WORDS = st.text("абAB1 \n\t.🙂«»", max_size=6)
SPANS = WORDS.map(lambda text: f'<text:span text:style-name="T1">{text}</text:span>')
LEAVES = st.sampled_from(
    [
        "<text:tab/>",
        "<text:s/>",
        "<text:line-break/>",
        "<text:date>5</text:date>",
        "<text:a>с</text:a>",
    ]
)
PARAGRAPHS = st.lists(WORDS | SPANS | LEAVES, min_size=1, max_size=6).map(lambda xs: p(*xs))


@settings(max_examples=60, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=4))
def test_atoms_fit_any_document(paragraphs):
    bold = style("T1", "text", 'fo:font-weight="bold"')
    check(read_bytes(odt("".join([*paragraphs, p("конец")]), bold)))
