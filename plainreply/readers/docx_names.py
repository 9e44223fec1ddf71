"""The namespaces of a DOCX, as lxml writes them before a tag, and the names of its parts.

A part is named as in the package, without a slash in front: ``word/document.xml``. The package
itself is the part ``""``.
"""

from posixpath import basename, dirname, join, normpath

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def relationships_of(part: str) -> str:
    """Return the part that says what ``part`` refers to."""
    return join(dirname(part), "_rels", f"{basename(part)}.rels")


def target_of(part: str, reference: str) -> str:
    """Return the part that ``part`` refers to by ``reference``, which is relative to its folder
    or, with a slash in front, to the package."""
    return normpath(join("/", dirname(part), reference)).removeprefix("/")
