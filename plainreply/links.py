"""Where to read about a rule, for reports that link to it."""

import os
from urllib.parse import quote

VARIABLE = "PLAINREPLY_RULES_URL"
"""The environment variable with the address of a page that has an anchor for every rule, such as
a copy of ``docs/rules.md``."""


def rule_url(id: str) -> str:
    """Return the address of the rule: on the page that ``VARIABLE`` names, else a URN, which names
    the rule everywhere and leads to no page."""
    page = os.environ.get(VARIABLE, "").strip()
    return f"{page}#{quote(id)}" if page else f"urn:plainreply:rule:{quote(id)}"
