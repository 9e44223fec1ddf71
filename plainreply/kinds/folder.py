"""What only a whole folder of templates shows: ``plainreply templates`` looks for it.

No single text has such a finding; ``plainreply.templates`` makes them. Option ``check`` names the
check, the others are its own.
"""

from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.TEXT


def build(rule: Rule) -> Finder:
    """Return a finder that finds nothing in a single text."""

    def find(analysis: Analysis) -> Iterator[Finding]:
        return iter(())

    return find
