"""Writes docs/requirements.md: every requirement of the orders with the rules that check it."""

from pathlib import Path

from plainreply.reporters.demands import page
from plainreply.rulebook import rulebook

if __name__ == "__main__":
    place = Path(__file__).with_suffix(".md")
    place.write_text(page(rulebook()), encoding="utf-8")
