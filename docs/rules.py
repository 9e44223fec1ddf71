"""Writes docs/rules.md: every rule with its reason and examples, for links from reports."""

from pathlib import Path

from plainreply.reporters.catalogue import rules_reference
from plainreply.rulebook import rulebook

if __name__ == "__main__":
    place = Path(__file__).with_suffix(".md")
    place.write_text(rules_reference(list(rulebook().rules.values())), encoding="utf-8")
