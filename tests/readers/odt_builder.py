"""Makes small ODT files for tests from ready XML, with all namespaces declared."""

from docx_builder import zipped

URN = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = {
    **{name: f"{URN}{name}:1.0" for name in ("office", "text", "table", "style", "manifest")},
    "draw": f"{URN}drawing:1.0",
    "svg": f"{URN}svg-compatible:1.0",
    "fo": f"{URN}xsl-fo-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
MIMETYPE = "application/vnd.oasis.opendocument.text"


def p(*inside: str, **attributes: str) -> str:
    """Return ready XML of a paragraph; keywords are attributes of the text namespace."""
    given = "".join(f' text:{key.replace("_", "-")}="{v}"' for key, v in attributes.items())
    return f"<text:p{given}>{''.join(inside)}</text:p>"


def style(name: str, family: str, text: str = "", **more: str) -> str:
    """Return ready XML of a style; ``text`` are attributes of its text properties, ``more``
    those of other properties by their family, and ``parent``."""
    parent = f' style:parent-style-name="{more.pop("parent")}"' if "parent" in more else ""
    others = "".join(f"<style:{kind}-properties {value}/>" for kind, value in more.items())
    opening = f'<style:style style:name="{name}" style:family="{family}"{parent}>'
    return f"{opening}{others}<style:text-properties {text}/></style:style>"


def default(text: str) -> str:
    properties = f"<style:text-properties {text}/>"
    return f'<style:default-style style:family="paragraph">{properties}</style:default-style>'


def content(body: str, automatic: str = "", fonts: str = "") -> str:
    return (
        f"<office:document-content {DECLARED}>"
        f"<office:font-face-decls>{fonts}</office:font-face-decls>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def styles(common: str = "", layouts: str = "", masters: str = "") -> str:
    return (
        f"<office:document-styles {DECLARED}><office:styles>{common}</office:styles>"
        f"<office:automatic-styles>{layouts}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
    )


def members(body: str, automatic: str = "", fonts: str = "", **parts: str) -> dict[str, str]:
    """Return the members of a package; ``parts`` are those of ``styles``."""
    return {
        "mimetype": MIMETYPE,
        "content.xml": content(body, automatic, fonts),
        "styles.xml": styles(**parts),
        "META-INF/manifest.xml": f"<manifest:manifest {DECLARED}/>",
    }


def odt(body: str, automatic: str = "", fonts: str = "", **parts: str) -> bytes:
    return zipped(members(body, automatic, fonts, **parts), 0)


def flat(body: str) -> bytes:
    """Return a flat file (.fodt) with the body."""
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    opening = f'<office:document {DECLARED} office:mimetype="{MIMETYPE}">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{opening}{inside}</office:document>'.encode()
