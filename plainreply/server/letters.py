"""The letters that are open in an editor: the text of each, and what was last found in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from plainreply.adoption.baseline import load
from plainreply.batch.one import refusal, report_on
from plainreply.batch.terms import Terms
from plainreply.choice import DEFAULT, Choice
from plainreply.errors import BadConfiguration
from plainreply.genre import genre_named
from plainreply.readers import TEMPLATES, format_of, read_written
from plainreply.report import Report
from plainreply.server.positions import Lines
from plainreply.settings import Sources, given

LANGUAGES = {
    **dict.fromkeys(("markdown", "quarto", "rmd"), ".md"),
    **dict.fromkeys(("html", "xhtml", "vue-html"), ".html"),
    **dict.fromkeys(("jinja", "jinja2", "j2", "jinja-txt"), ".txt.j2"),
    **dict.fromkeys(("jinja-html", "django-html", "htmldjango", "html.jinja"), ".html.j2"),
    **dict.fromkeys(("jinja-md", "jinja-markdown"), ".md.j2"),
}
"""The suffix that stands for a language of an editor where that of the file tells nothing."""
STRANGE = "Настройка редактора «{}» не подходит: проверьте её значение."


@dataclass(frozen=True)
class Letter:
    """An open text: ``version`` counts its changes, ``path`` is None while it is in no file."""

    uri: str
    version: int
    lines: Lines
    language: str = "plaintext"
    path: Path | None = None

    @property
    def name(self) -> str:
        """A file name whose suffix tells the format."""
        own = self.path.name if self.path else PurePath(self.uri).name
        suffix = PurePath(own).suffix.lower()
        known = suffix in TEMPLATES or format_of(own)
        return own if known else f"{own}{LANGUAGES.get(self.language, '.txt')}"


@dataclass(frozen=True)
class Result:
    """What was found in a letter as it stood, by which ``choice`` of rules; no ``report`` where
    there is nothing to check."""

    letter: Letter
    report: Report | None = None
    choice: Choice = DEFAULT


class Office:
    """Settings of an editor and the files of configuration below them."""

    def __init__(self, options: Mapping[str, Any] | None = None) -> None:
        told = {name: value for name, value in (options or {}).items() if value}
        self._genre = genre_named(_text(told, "genre")) if "genre" in told else None
        own: dict[str, object] = {n: _texts(told, n) for n in ("select", "ignore") if n in told}
        own["profile"] = _text(told, "profile") if "profile" in told else None
        config = Path(_text(told, "config")).expanduser() if "config" in told else None
        self._sources = Sources(config, given=given(own))

    def check(self, letter: Letter) -> Result:
        """Check a letter. Raises BadConfiguration, UnreadableDocument, BadRule."""
        path = letter.path
        folder = self._sources.configuration(path.parent if path else Path())
        document = read_written(letter.lines.text, letter.name, path)
        if refusal(document.text) or (path and folder.excludes(path)):
            return Result(letter)
        found = self._sources.settings(path)
        report = report_on(document, Terms(found.choice, self._genre, found.genre, found.incoming))
        known = load(found.baseline) if found.baseline else None
        report = known.without_known(report) if known else report
        return Result(letter, report, found.choice)


def _text(told: Mapping[str, Any], name: str) -> str:
    if not isinstance(told[name], str):
        raise BadConfiguration(STRANGE.format(name))
    return str(told[name])


def _texts(told: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = told[name]
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise BadConfiguration(STRANGE.format(name))
    return tuple(value)
