"""SARIF 2.1.0, the common format of static analysis: code scanning, editors, dashboards.

A Word file has no lines: there ``startLine`` is the paragraph, which a logical location names
too, and rewrites are not offered as changes to the file, which is no text.
"""

from collections.abc import Iterator, Mapping, Sequence

from plainreply.data import Json
from plainreply.fingerprint import fingerprints
from plainreply.places import Places
from plainreply.reporters.addresses import uri
from plainreply.reporters.jsonpieces import described
from plainreply.reporters.outcome import Checked, Failed, Options, Outcomes
from plainreply.reporters.sarif_tool import LEVELS, driver
from plainreply.reporters.words import SAFETY
from plainreply.rule import Fix, Issue, Rule
from plainreply.spans import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RUN = {
    "language": "ru-RU",
    "columnKind": "unicodeCodePoints",
    "newlineSequences": ["\r\n", "\n", "\r"],
}
ROOT = "%SRCROOT%"
FINGERPRINT = "plainreply/v1"
MEDIA = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}


def stream(outcomes: Outcomes, options: Options) -> Iterator[str]:
    """Yield one log with one run: every finding, also advice, as the level ``note``."""
    log = _Log(options)
    yield f'{{\n  "$schema": "{SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    '
    yield from described(RUN, "results", log.results(outcomes), log.ending, options.ascii, depth=2)
    yield "\n  ]\n}\n"


class _Log:
    """What a run tells when all of its results are told."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._artifacts: list[Json] = []
        self._notices: list[Json] = []
        self._rules: dict[str, Rule] = {}
        self._numbers: dict[str, int] = {}
        self._failed = False

    def results(self, outcomes: Outcomes) -> Iterator[Json]:
        """Yield every finding as outcomes come."""
        for at, outcome in enumerate(outcomes):
            self._artifacts.append(_artifact(outcome))
            self._notices += _notices(outcome, at)
            if isinstance(outcome, Checked):
                yield from _results(outcome, at, self._numbered(outcome.report.titles))
            else:
                self._failed = True

    def _numbered(self, rules: Mapping[str, Rule]) -> Mapping[str, int]:
        """Return the number of every rule; those that no file before had come last."""
        for id in sorted(rules.keys() - self._numbers.keys()):
            self._numbers[id] = len(self._numbers)
            self._rules[id] = rules[id]
        return self._numbers

    def ending(self) -> Json:
        """Return what was checked and how that went."""
        notes = [_notice(note, "note") for note in self._options.notes()]
        invocation = {
            "executionSuccessful": not self._failed,
            "toolExecutionNotifications": [*self._notices, *notes],
        }
        return {
            "tool": {"driver": driver(self._rules.values())},
            "invocations": [invocation],
            "artifacts": self._artifacts,
        }


def _notices(outcome: Checked | Failed, at: int) -> Iterator[Json]:
    place = {"physicalLocation": {"artifactLocation": _address(outcome.name, at)}}
    if isinstance(outcome, Failed):
        yield _notice(outcome.reason, "error", place)
    else:
        for note in outcome.report.document.source.notes:
            yield _notice(note, "note", place)


def _notice(message: str, level: str, *places: Json) -> Json:
    held = {"locations": list(places)} if places else {}
    return {"message": {"text": message}, "level": level, **held}


def _artifact(outcome: Checked | Failed) -> Json:
    artifact: Json = {"location": _address(outcome.name), "roles": ["analysisTarget"]}
    if isinstance(outcome, Checked):
        source = outcome.report.document.source
        if source.format in MEDIA:
            artifact["mimeType"] = MEDIA[source.format]
        if source.encoding:
            artifact["encoding"] = source.encoding
    return artifact


def _address(name: str, at: int | None = None) -> Json:
    """Return where a file is; ``at`` is its number among the artifacts."""
    address: Json = {"uri": uri(name)}
    if not address["uri"].startswith("file:"):
        address["uriBaseId"] = ROOT
    return address if at is None else {**address, "index": at}


def _results(checked: Checked, at: int, numbers: Mapping[str, int]) -> Iterator[Json]:
    report = checked.report
    places = Places(report.document)
    prints = fingerprints(report.document.text, report.issues)
    for issue, fingerprint in zip(report.issues, prints, strict=True):
        result = {
            "ruleId": issue.rule,
            "ruleIndex": numbers[issue.rule],
            "level": LEVELS[issue.severity],
            "message": {"text": places.told(issue)},
            "locations": [_location(issue.span, places, _address(checked.name, at))],
            "partialFingerprints": {FINGERPRINT: fingerprint},
        }
        fixes = _fixes(issue, report.titles[issue.rule], places, _address(checked.name, at))
        yield {**result, "fixes": fixes} if fixes else result


def _location(span: Span, places: Places, address: Json) -> Json:
    region = {**_region(span, places), "snippet": {"text": places.words(span)}}
    place: Json = {"physicalLocation": {"artifactLocation": address, "region": region}}
    if not places.has_lines:
        name = places.label(span.start)
        place["logicalLocations"] = [{"name": name, "kind": "paragraph"}]
    return place


def _region(span: Span, places: Places) -> Json:
    """Return lines and columns and, where they lead to a character, offsets as well."""
    line, column, end_line, end_column = places.region(span)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
    }
    if places.has_lines:
        start, stop = places.span(span)
        region |= {"charOffset": start, "charLength": stop - start}
    return region


def _fixes(issue: Issue, rule: Rule, places: Places, address: Json) -> Sequence[Json]:
    if not places.has_lines:
        return ()
    return [_fix(fix, rule, places, address) for fix in issue.fixes if places.edits(fix)]


def _fix(fix: Fix, rule: Rule, places: Places, address: Json) -> Json:
    written = places.written
    replacements = [
        {"deletedRegion": _region(edit.span, written), "insertedContent": {"text": edit.text}}
        for edit in places.edits(fix)
    ]
    return {
        "description": {"text": f"{rule.title}: {SAFETY[fix.safety]}"},
        "artifactChanges": [{"artifactLocation": address, "replacements": replacements}],
        "properties": {"safety": fix.safety},
    }
