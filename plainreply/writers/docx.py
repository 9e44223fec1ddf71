"""Writes findings back into a DOCX: comments at faults, tracked changes for rewrites.

Nothing else in the file is touched; members that do not change keep their packed bytes.
"""

from collections.abc import Sequence
from itertools import chain

from plainreply.document import Document
from plainreply.readers.docx_anchors import Anchors
from plainreply.readers.docx_names import W
from plainreply.writers.docx_changes import Changes
from plainreply.writers.docx_comments import Comments
from plainreply.writers.docx_parts import Parts
from plainreply.writers.docx_runs import Runs
from plainreply.writers.values import Change, Left, Note, Stamp, Written

FRAMES = (
    "в файле есть рамки, рядом с которыми исправления теряются: вместо исправлений стоят примечания"
)
PROTECTED = "файл защищён от правки: вместо исправлений стоят примечания"
WORD = "здесь исправление поставить нельзя: вместо него стоит примечание"


def annotate(document: Document, notes: Sequence[Note], stamp: Stamp) -> Written:
    """Return the draft with ``notes`` as comments, signed with ``stamp``."""
    return revise(document, (), notes, stamp)


def revise(
    document: Document, changes: Sequence[Change], notes: Sequence[Note], stamp: Stamp
) -> Written:
    """Return the draft with ``changes`` tracked and ``notes`` as comments.

    A change that cannot be tracked safely becomes its comment and is told in ``left``.
    """
    anchors: Anchors = document.source.anchors
    if not changes and not notes:
        return Written(anchors.package)
    parts = Parts(anchors)
    runs = Runs(parts, anchors.stories[0].atoms)
    left: list[Left] = []
    instead: list[Note] = []
    reason = untrackable(parts) if changes else ""
    tracker = Changes(parts, runs, stamp)
    for change in changes:
        tracker.cut(change)
    for change in changes:
        if not reason and tracker.fits(change):
            tracker.track(change)
        else:
            left.append(Left(change.note.span, reason or WORD))
            instead.append(change.note)
    comments = Comments(parts, runs, anchors, stamp)
    comments.add([*notes, *instead], document.text)
    return Written(parts.saved(), (*left, *comments.left))


def untrackable(parts: Parts) -> str:
    """Return why changes must not be tracked in this file, empty when they may be.

    Frames make LibreOffice lose every later change; a file that is protected from editing
    does not let its reader reject any.
    """
    package = parts.package
    styles = [package.xml(name).iter(W + "framePr") for name in package.related("styles")]
    if any(True for _ in chain(parts.body.iter(parts.w + "framePr"), *styles)):
        return FRAMES
    for name in package.related("settings"):
        protection = package.xml(name).find(W + "documentProtection")
        if protection is not None and _is_on(protection.get(W + "enforcement", "0")):
            return PROTECTED
    return ""


def _is_on(value: str) -> bool:
    """Read an on/off attribute."""
    return value.lower() in {"1", "true", "on"}
