"""Applies fixes to a text until nothing changes; fixes that touch each other wait for a turn."""

from collections.abc import Iterable

from plainreply.checker import Checker
from plainreply.rule import Fix, Issue
from plainreply.spans import Span, apply

ROUNDS = 12


def rewrite(checker: Checker, text: str, *, unsafe: bool = False) -> str:
    """Return ``text`` with the best fix of every issue applied, until nothing changes.

    Only ``safe`` fixes, unless ``unsafe``. Text seen before ends the rounds, so that fixes
    which undo each other cannot run for ever.
    """
    seen = {text}
    for _ in range(ROUNDS):
        fixes = compatible(chosen(checker(text).issues, unsafe))
        fresh = apply(text, (edit for fix in fixes for edit in fix.edits))
        if fresh in seen:
            return text
        seen.add(fresh)
        text = fresh
    return text


def chosen(issues: Iterable[Issue], unsafe: bool) -> list[Fix]:
    """Return the first fix of each issue that may be applied."""
    found = []
    for issue in issues:
        fix = next((f for f in issue.fixes if f.edits and (unsafe or f.safety == "safe")), None)
        if fix is not None:
            found.append(fix)
    return found


def compatible(fixes: Iterable[Fix]) -> list[Fix]:
    """Return those of ``fixes`` that do not reach into one another, the widest first.

    A fix is whole or not at all: two whose hulls overlap are never applied together.
    """
    taken: list[tuple[Span, Fix]] = []
    for fix in sorted(fixes, key=lambda fix: (fix.span.start, -fix.span.stop)):
        if not taken or taken[-1][0].stop <= fix.span.start:
            taken.append((fix.span, fix))
    return [fix for _, fix in taken]
