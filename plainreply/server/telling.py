"""What an editor shows of a letter: diagnostics, and hovers that say why."""

from collections.abc import Iterator, Sequence

from lsprotocol import types

from plainreply.links import rule_url
from plainreply.report import Report
from plainreply.requirements import requirements
from plainreply.resources import rules_dir
from plainreply.rule import Issue, Rule
from plainreply.server.letters import Result
from plainreply.spans import Span, hull

SOURCE = "plainreply"
SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def diagnostics(result: Result) -> list[types.Diagnostic]:
    """Return a diagnostic for every finding, in text order."""
    if result.report is None:
        return []
    return [diagnostic(result, result.report, issue) for issue in result.report.issues]


def diagnostic(result: Result, report: Report, issue: Issue) -> types.Diagnostic:
    """Return the diagnostic for a finding."""
    address = rule_url(issue.rule)
    page = types.CodeDescription(address) if address.startswith("http") else None
    return types.Diagnostic(
        range=result.letter.lines.range(report.document.place(issue.span)),
        message=issue.message,
        severity=SEVERITIES[issue.severity],
        code=issue.rule,
        code_description=page,
        source=SOURCE,
    )


def touched(result: Result, span: Span) -> Iterator[Issue]:
    """Yield the findings that a span of the file's own text touches, also at an end of it."""
    for issue in result.report.issues if result.report else ():
        place = result.report.document.place(issue.span) if result.report else issue.span
        if place.start <= span.stop and span.start <= place.stop:
            yield issue


def hover(result: Result, position: types.Position) -> types.Hover | None:
    """Return what is wrong at a position, why, and which order requires to mend it."""
    at = result.letter.lines.offset(position)
    issues = list(touched(result, Span(at, at)))
    if result.report is None or not issues:
        return None
    place = result.report.document.place
    text = "\n\n---\n\n".join(_told(issue, result.report.titles[issue.rule]) for issue in issues)
    content = types.MarkupContent(types.MarkupKind.Markdown, text)
    return types.Hover(content, result.letter.lines.range(hull(place(i.span) for i in issues)))


def _told(issue: Issue, rule: Rule) -> str:
    head = f"**{_plain(rule.title)}** (`{rule.id}`)"
    parts = [head, _plain(issue.message), _plain(" ".join(rule.why.split()))]
    return "\n\n".join([*parts, *_required(rule.source)])


def _required(source: Sequence[str]) -> Iterator[str]:
    """Yield the requirements that a rule serves as a list."""
    own = [one for one in requirements(rules_dir()) if one.id in source]
    if own:
        yield "\n".join(["Этого требуют порядки:", "", *(f"- {_plain(o.quote)}" for o in own)])


def _plain(text: str) -> str:
    """Return words that Markdown shows as they are."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|~" else char for char in text)
