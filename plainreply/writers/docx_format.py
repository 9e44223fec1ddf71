"""Tracked formatting in a DOCX: a look is taken off a run, and Word offers to put it back."""

from copy import deepcopy

from plainreply.readers.docx_package import Node
from plainreply.readers.docx_props import local
from plainreply.writers.docx_parts import Parts

OFF = {
    "italic": ("i", "iCs"),
    "underline": ("u",),
    "caps": ("caps", "smallCaps"),
    "effects": ("outline", "shadow", "emboss", "imprint", "effect"),
    "background": ("highlight", "shd"),
}
"""What of ``w:rPr`` makes a look."""
ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
).split()
"""The order that the schema asks of the children of ``w:rPr``."""
WORDED = {"u": "none", "highlight": "none", "effect": "none"}
"""The value that switches off what is not simply on or off."""
MODERN = frozenset({"shadow", "glow", "textOutline", "reflection", "props3d", "scene3d"})
"""Effects of Word 2010 and later, in a namespace of their own."""


def can_restyle(run: Node, off: str, parts: Parts) -> bool:
    """Tell whether the look ``off`` of ``run`` can be taken off on record: a run keeps one record
    only, and the background of a paragraph or a cell is not that of its runs."""
    names = {str(child.tag) for child in run.iterfind(f"{parts.w}rPr/*")}
    if parts.w + "rPrChange" in names:
        return False
    own = {parts.w + name for name in ("highlight", "shd", "rStyle")}
    return off != "background" or (bool(names & own) and not _is_on_filled(run, parts))


def _is_on_filled(run: Node, parts: Parts) -> bool:
    """Tell whether a paragraph or a cell around ``run`` has a background of its own."""
    fills = (above.find(f"{parts.w}{local(above)}Pr/{parts.w}shd") for above in run.iterancestors())
    return any(fill is not None for fill in fills)


def restyle(run: Node, off: str, parts: Parts, record: Node) -> None:
    """Take the look ``off`` off ``run``; ``record`` is a ``w:rPrChange`` to keep the old one in."""
    look = run.find(parts.w + "rPr")
    if look is None:
        look = parts.element("rPr")
        run.insert(0, look)
    before = parts.element("rPr")
    before.extend(deepcopy(child) for child in look)
    for name in OFF[off]:
        _switch_off(look, name, parts)
    if off == "effects":
        for child in [child for child in look if _is_modern(child, parts)]:
            look.remove(child)
    record.append(before)
    look.append(record)


def _switch_off(look: Node, name: str, parts: Parts) -> None:
    for child in look.findall(parts.w + name):
        look.remove(child)
    if name == "shd":
        fresh = parts.element("shd", val="clear", color="auto", fill="auto")
    else:
        fresh = parts.element(name, val=WORDED.get(name, "0"))
    look.insert(_place(look, name), fresh)


def _place(look: Node, name: str) -> int:
    """Return where the schema wants the child ``name``."""
    rank = ORDER.index(name)
    for at, child in enumerate(look):
        name_there = local(child)
        if name_there not in ORDER or ORDER.index(name_there) > rank:
            return at
    return len(look)


def _is_modern(child: Node, parts: Parts) -> bool:
    return local(child) in MODERN and child.tag != parts.w + local(child)
