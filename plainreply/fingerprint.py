"""Knows a finding again after lines have moved: by its rule and its words, never by its place."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from plainreply.rule import Issue

LENGTH = 32
"""Of a fingerprint, in hexadecimal digits."""


def fingerprints(text: str, issues: Iterable[Issue]) -> tuple[str, ...]:
    """Return what tells each of ``issues`` from the others of one document, in their order.

    Blanks and capitals do not count. Of findings with one rule and the same words each has a
    number by its order, so that the repair of one takes one fingerprint away and adds none.
    """
    seen: Counter[tuple[str, str]] = Counter()
    made = []
    for issue in issues:
        key = issue.rule, " ".join(issue.span.of(text).casefold().split())
        seen[key] += 1
        made.append(digest(*key, str(seen[key])))
    return tuple(made)


def digest(*parts: str) -> str:
    """Return the fingerprint that ``parts`` make together."""
    whole = "\0".join(parts).encode("utf-8", errors="surrogatepass")
    return sha256(whole).hexdigest()[:LENGTH]
