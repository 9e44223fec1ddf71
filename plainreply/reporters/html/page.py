"""Puts a page together: template, style and script in one file that needs nothing else.

Jinja escapes whatever a template shows; nothing from a draft is ever marked as safe.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plainreply.reporters.words import SEVERITY, advices, counted, mistakes, remarks
from plainreply.version import __version__

HERE = Path(__file__).parent
POLICY = "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'"
"""What the browser may run and load: this very style and script, and nothing from anywhere."""


def page(template: str, **values: Any) -> str:
    """Return the page that ``template`` makes of ``values``."""
    style, script = _source("page.css"), _source("page.js")
    return (
        _environment()
        .get_template(template)
        .render(
            style=Markup(style),
            script=Markup(script),
            policy=POLICY.format(_hash(style), _hash(script)),
            version=__version__,
            **values,
        )
    )


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(
        counted=counted, mistakes=mistakes, remarks=remarks, advices=advices, SEVERITY=SEVERITY
    )
    return made


@cache
def _source(name: str) -> str:
    """Return a file of ours with plain line ends: browsers hash it so."""
    return (HERE / name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    """Return the source expression by which a content security policy lets ``source`` in."""
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"
