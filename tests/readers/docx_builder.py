"""Makes small DOCX files for tests from a notation for XML.

    p(pPr/pStyle{val=Heading1}, r(rPr/b, t"Ответ"))

A name without a prefix is in the ``w`` namespace, and so are attributes; ``/`` leads to an
only child, parentheses hold several, quotes hold text.
"""

import re
from io import BytesIO
from string import digits
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp99": "http://example.org/unknown",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_TOKEN = re.compile(r'\s*(?:([\w:]+)|\{([^}]*)\}|"([^"]*)"|([/(),]))')


def xml(notation: str) -> str:
    """Return the XML of one or more elements written in the notation."""
    tokens = [match.groups() for match in _TOKEN.finditer(notation.strip())]
    made, rest = _siblings(tokens)
    assert not rest, f"left over: {rest}"
    return made


def _siblings(tokens):
    made, tokens = _element(tokens)
    while tokens and tokens[0][3] == ",":
        more, tokens = _element(tokens[1:])
        made += more
    return made, tokens


def _element(tokens):
    (name, *_), *tokens = tokens
    attributes = inside = ""
    if tokens and tokens[0][1] is not None:
        pairs = (pair.split("=", 1) for pair in tokens.pop(0)[1].split())
        attributes = "".join(f' {_named(key)}="{escape(value)}"' for key, value in pairs)
    if tokens and tokens[0][2] is not None:
        inside = escape(tokens.pop(0)[2])
    if tokens and tokens[0][3] == "/":
        inside, tokens = _element(tokens[1:])
    elif tokens and tokens[0][3] == "(":
        inside, tokens = _siblings(tokens[1:])
        assert tokens.pop(0)[3] == ")"
    tag = name if ":" in name else f"w:{name}"
    return f"<{tag}{attributes}>{inside}</{tag}>", tokens


def _named(key: str) -> str:
    return key.lstrip("!") if ":" in key or key[0] == "!" else f"w:{key}"


def part(root: str, inside: str) -> str:
    return f"<w:{root} {DECLARED}>{inside}</w:{root}>"


def rels(**targets: str) -> str:
    """Return relationships by kind; digits tell apart those of the same kind, as in header2."""
    made = (
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind.rstrip(digits)}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{RELS}">{"".join(made)}</Relationships>'


def zipped(members: dict[str, str | bytes], compression: int = ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", compression) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()


def members(body: str, styles: str = "", **parts: str) -> dict[str, str | bytes]:
    """Return the members of a package; ``body`` and ``styles`` are in the notation, ``parts``
    are further parts in ready XML by the kind of their relationship."""
    files = {"styles": part("styles", xml(styles))} if styles else {}
    files |= parts
    return {
        "_rels/.rels": rels(officeDocument="word/document.xml"),
        "word/document.xml": part("document", f"<w:body>{xml(body)}</w:body>"),
        "word/_rels/document.xml.rels": rels(**{kind: f"{kind}.xml" for kind in files}),
        **{f"word/{kind}.xml": content for kind, content in files.items()},
    }


def docx(body: str, styles: str = "", **parts: str) -> bytes:
    """Return a DOCX with the body and the styles, both in the notation."""
    return zipped(members(body, styles, **parts))
