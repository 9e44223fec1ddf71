"""What an editor can do about findings: mend one, mend all that is safe, silence a rule."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from plainreply.checker import checker_of
from plainreply.places import Places
from plainreply.report import Report
from plainreply.reporters.units import change
from plainreply.rewriting import settled
from plainreply.rule import Fix, Issue
from plainreply.server.letters import Result
from plainreply.server.telling import diagnostic, touched
from plainreply.spans import Edit, Span
from plainreply.writers.proposals import changes
from plainreply.writers.text import edits

FIX_ALL = "source.fixAll.plainreply"
KINDS = (types.CodeActionKind.QuickFix, FIX_ALL)
REPLACE, REMOVE = "Заменить «{}» на «{}»", "Убрать «{}»"
ADVICE = "{} (проверьте смысл)"
ALL = "Исправить всё, что не меняет смысл"
SILENCE = "Не показывать здесь «{}»"
ORDER = " <!-- plainreply: пропустить {} -->"


def actions(result: Result, asked: types.CodeActionParams) -> list[types.CodeAction]:
    """Return what can be done in the range that is asked about, safe fixes first."""
    if result.report is None:
        return []
    only = asked.context.only
    found: list[types.CodeAction] = []
    if _wanted(types.CodeActionKind.QuickFix, only):
        issues = list(touched(result, result.letter.lines.span(asked.range)))
        found += sorted(_fixes(result, result.report, issues), key=lambda one: not one.is_preferred)
        found += (_silence(result, result.report, issue) for issue in issues)
    if only and _wanted(FIX_ALL, only):
        found += _all(result, result.report)
    return found


def _wanted(kind: str, only: Iterable[str] | None) -> bool:
    """Tell whether a kind is asked for; «source.fixAll» asks for ours, too."""
    return only is None or any(kind == o or kind.startswith(f"{o}.") for o in map(_name, only))


def _name(kind: str | types.CodeActionKind) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def _fixes(result: Result, report: Report, issues: Iterable[Issue]) -> Iterator[types.CodeAction]:
    places = Places(report.document)
    for issue in issues:
        for fix in issue.fixes:
            made = places.edits(fix)
            if made:
                safe = fix.safety == "safe"
                yield types.CodeAction(
                    title=_title(report, issue, fix),
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[diagnostic(result, report, issue)],
                    is_preferred=safe,
                    edit=_edit(result, made),
                )


def _title(report: Report, issue: Issue, fix: Fix) -> str:
    old, new = change(report.document.text, fix, issue.span)
    title = REPLACE.format(old, new) if new else REMOVE.format(old)
    return title if fix.safety == "safe" else ADVICE.format(title)


def _all(result: Result, report: Report) -> Iterator[types.CodeAction]:
    """Yield the one action that makes all safe fixes until none is left."""
    target = settled(checker_of(result.choice), report)
    made, _ = edits(report.document, changes(report, target))
    if made:
        yield types.CodeAction(title=ALL, kind=FIX_ALL, edit=_edit(result, made))


def _silence(result: Result, report: Report, issue: Issue) -> types.CodeAction:
    """Return the action that puts a comment behind the line, on a web page behind the words."""
    stop = report.document.place(issue.span).stop
    html = report.document.source.format == "html"
    at = stop if html else result.letter.lines.line_end(stop)
    return types.CodeAction(
        title=SILENCE.format(issue.rule),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(result, report, issue)],
        is_preferred=False,
        edit=_edit(result, [Edit(Span(at, at), ORDER.format(issue.rule))]),
    )


def _edit(result: Result, made: Iterable[Edit]) -> types.WorkspaceEdit:
    """Return edits of this very version: an editor refuses them once the text has changed."""
    letter = result.letter
    told = [types.TextEdit(letter.lines.range(edit.span), edit.text) for edit in sorted(made)]
    own = types.OptionalVersionedTextDocumentIdentifier(letter.uri, letter.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(own, list(told))])
