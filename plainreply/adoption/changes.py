"""What has changed since a revision in git: only findings in new paragraphs are told."""

import os
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import NamedTuple

from plainreply.document import Document, Paragraph
from plainreply.errors import BadConfiguration, UnreadableDocument
from plainreply.readers import read_bytes
from plainreply.report import Report
from plainreply.spans import Span

NO_GIT = "Параметру --diff-base нужна программа git: установите её или уберите параметр."
NO_REPOSITORY = "«{}»: папка не под git, сравнить не с чем. Уберите --diff-base."
NO_REVISION = (
    "Версии «{}» в git нет: проверьте имя ветки, метки или коммита. "
    "На сервере сборки скачайте всю историю (fetch-depth: 0)."
)


class Changes(NamedTuple):
    """The state of a repository at ``revision``; ``renamed`` leads from today's paths to those
    that the files had then, both from ``root``."""

    root: Path
    revision: str
    renamed: dict[str, str] = field(default_factory=dict)

    def only_new(self, report: Report) -> Report:
        """Return a report with the findings that touch a paragraph which is new or has changed."""
        before = self._before(report.document)
        if before is None:
            return report
        fresh = new_paragraphs(report.document, before)
        kept = tuple(issue for issue in report.issues if _touches(issue.span, fresh))
        hidden = report.hidden + len(report.issues) - len(kept)
        return replace(report, issues=kept, hidden=hidden)

    def _before(self, document: Document) -> Document | None:
        """Return a draft as it was, None for one that was not there or could not be read."""
        path = document.source.path
        if path is None:
            return None
        try:
            name = Path(os.path.realpath(path)).relative_to(self.root).as_posix()
        except ValueError:
            raise BadConfiguration(NO_REPOSITORY.format(path.parent)) from None
        name = self.renamed.get(name, name)
        shown = _git(self.root, "show", "--end-of-options", f"{self.revision}:{name}")
        if shown.returncode:
            return None
        try:
            return read_bytes(shown.stdout, path.name)
        except UnreadableDocument:
            return None


def changes_since(revision: str, folder: Path) -> Changes:
    """Return the repository of a folder as it was at ``revision``.

    Raises BadConfiguration where there is no git, no repository or no such revision.
    """
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top.returncode:
        raise BadConfiguration(NO_REPOSITORY.format(folder))
    root = Path(os.path.realpath(os.fsdecode(top.stdout).removesuffix("\n")))
    told = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if told.returncode:
        raise BadConfiguration(NO_REVISION.format(revision))
    commit = told.stdout.decode().strip()
    return Changes(root, commit, _renamed(root, commit))


def _renamed(root: Path, commit: str) -> dict[str, str]:
    """Return the old paths of renamed files by the new ones."""
    told = _git(root, "diff", "--name-status", "--diff-filter=R", "-M", "-z", commit)
    fields = os.fsdecode(told.stdout).split("\0")
    return dict(zip(fields[2::3], fields[1::3], strict=False))


def _git(folder: Path, *args: str) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *args], capture_output=True, env=environment, check=False
        )
    except OSError as error:
        raise BadConfiguration(NO_GIT) from error


def new_paragraphs(now: Document, before: Document) -> tuple[Paragraph, ...]:
    """Return the paragraphs whose words the document did not have before; one that has moved is
    not new, one that is doubled is."""
    left = Counter(_words(before, paragraph) for paragraph in before.paragraphs)
    fresh: list[Paragraph] = []
    for paragraph in now.paragraphs:
        words = _words(now, paragraph)
        if left[words] > 0:
            left[words] -= 1
        else:
            fresh.append(paragraph)
    return tuple(fresh)


def _words(document: Document, paragraph: Paragraph) -> str:
    return " ".join(paragraph.span.of(document.text).split())


def _touches(span: Span, paragraphs: Sequence[Paragraph]) -> bool:
    whole = Span(span.start, max(span.stop, span.start + 1))
    return any(paragraph.span.overlaps(whole) for paragraph in paragraphs)
