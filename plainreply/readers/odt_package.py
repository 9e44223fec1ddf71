"""Opens an OpenDocument text without trusting it: a package (.odt, .ott) or one XML (.fodt).

The limits are those of a DOCX. Blanks between elements are kept, for in OpenDocument they may
be the only space between two words.
"""

from types import MappingProxyType

from lxml import etree

from plainreply.errors import UnreadableDocument
from plainreply.readers import docx_package
from plainreply.readers.docx_package import (
    DOCTYPES,
    HARMLESS,
    HUGE,
    MAX_NODES,
    MAX_PART,
    SUSPICIOUS,
    Node,
    Package,
    untrusted,
)

CONTENT, STYLES, MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"

NOT_ODT = "Это не текст OpenDocument: откройте файл в LibreOffice, сохраните как .odt и повторите."
PASSWORD = "Файл защищён паролем: снимите пароль в LibreOffice и проверьте ещё раз."

_DAMAGED = "Файл повреждён: откройте его в LibreOffice, сохраните как новый .odt и повторите."
_SUSPICIOUS = (
    "Внутри файла недопустимые данные (DTD или повторённые части): "
    "откройте его в LibreOffice и сохраните заново."
)

SENTENCES = MappingProxyType(
    {
        docx_package.DAMAGED: _DAMAGED,
        docx_package.ENCRYPTED: PASSWORD,
        docx_package.SUSPICIOUS: _SUSPICIOUS,
    }
)
"""What the package of a DOCX complains of -> the same, said of an OpenDocument file."""


class OdtPackage(Package):
    """An opened OpenDocument package.

    Every method raises UnreadableDocument when what it needs is damaged or hostile.
    """

    def xml(self, name: str) -> Node:
        """Return the root of the part ``name``; its blanks are kept."""
        return parse(self.content(name))

    def _find_main(self) -> str:
        """Return the part with the text. An encrypted package says so in its manifest."""
        if self.has(MANIFEST) and b"encryption-data" in self.content(MANIFEST):
            raise UnreadableDocument(PASSWORD)
        if not self.has(CONTENT):
            raise UnreadableDocument(NOT_ODT)
        return CONTENT


def parse(data: bytes) -> Node:
    """Parse untrusted XML: no entities, network or DTD.

    Raises UnreadableDocument when it is malformed or too large.
    """
    if any(mark in data for mark in DOCTYPES):
        raise UnreadableDocument(SUSPICIOUS)
    if len(data) > MAX_PART or data.count(b"<") + data.count(b"=") > MAX_NODES:
        raise UnreadableDocument(HUGE)
    parser = etree.XMLParser(**HARMLESS, remove_comments=True, remove_pis=True)
    return untrusted(data, parser)
