"""The namespaces of OpenDocument, as lxml writes them before a tag."""

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"

OFFICE, TEXT, TABLE = (_ODF % name for name in ("office", "text", "table"))
DRAW, STYLE, SVG = (_ODF % name for name in ("drawing", "style", "svg-compatible"))
FO = _ODF % "xsl-fo-compatible"
DC = "{http://purl.org/dc/elements/1.1/}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
"""LibreOffice's own elements, such as content controls."""
