"""Where to read about a rule, for reports that link to it."""

import os
from urllib.parse import quote

VARIABLE = "PLAINREPLY_RULES_URL"
"""The environment variable with the address where rules are told: a page that has an anchor for
every rule, such as a copy of ``docs/rules.md``, or with ``{id}`` in it a page for each, such as
``https://docs.example/rules/{id}.html`` on the site of the documentation."""


def rule_url(id: str) -> str:
    """Return the address of the rule: at the place that ``VARIABLE`` names, else a URN, which names
    the rule everywhere and leads to no page."""
    page, name = os.environ.get(VARIABLE, "").strip(), quote(id)
    if "{id}" in page:
        return page.replace("{id}", name)
    return f"{page}#{name}" if page else f"urn:plainreply:rule:{name}"
