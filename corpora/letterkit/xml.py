"""Shorthand for WordprocessingML elements."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(tag: str, *children: _Element | None, **attributes: str | int) -> _Element:
    """Make `<w:tag w:key="value">` with its children; a None child is left out."""
    element: _Element = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key.rstrip('_')}"), str(value))
    element.extend(child for child in children if child is not None)
    return element


def text(value: str, tag: str = "t") -> _Element:
    """Make a text leaf (`t` or `delText`) that keeps its blanks."""
    element = w(tag)
    element.text = value
    element.set(SPACE, "preserve")
    return element
