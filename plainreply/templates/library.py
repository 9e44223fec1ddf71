"""Reads a folder of templates. What one is for stands in its front matter, or in a file beside it.

Keys: ``kind`` (or ``genre``), ``topic``, ``need``, ``updated`` or ``reviewed``, ``owner``,
``lang``, ``example``. A Word file has a file of the same name with the ending «.yaml» for them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from plainreply.document import Document
from plainreply.errors import UnreadableDocument
from plainreply.readers import SUFFIXES, read, read_text
from plainreply.readers.front_matter import example_data, front_matter
from plainreply.setting import GENRES

KINDS: Mapping[str, str] = {
    **GENRES,
    "insult": "ответ на оскорбление",
    "thanks": "ответ на благодарность",
    "offtopic": "ответ на сообщение не по теме",
    "faq": "вопросы и ответы",
    "form": "бланк",
    "acts": "перечень законов",
    "jobdesc": "должностная инструкция",
    "case": "пример решения",
    "contacts": "контакты",
    "greeting": "приветствие",
    "farewell": "прощание",
    "moderation": "правила модерации",
    "social-template": "шаблон для соцсетей",
    "social-rules": "правила ответов в соцсетях",
    "functions": "перечень функций",
}
"""What a template may be, by id, with its Russian name: the genres, and what only a folder has."""

GENRE_OF = {"insult": "reply", "thanks": "reply", "offtopic": "reply", "social-template": "social"}
LETTERS = frozenset(GENRES) | frozenset(GENRE_OF)
_HEAD = re.compile(r"^=== (?P<name>[^\n]+?) ===\n", re.MULTILINE)


@dataclass(frozen=True)
class Template:
    """A template: its ``name`` within the folder, and the document with what its head says.

    ``base`` is where it starts in a text that holds several; ``example`` gives words for slots.
    """

    name: str
    document: Document
    meta: Mapping[str, str]
    example: Mapping[str, str] = field(default_factory=dict)
    base: int = 0

    @property
    def kind(self) -> str:
        """An id of ``KINDS``, or ``""`` where the template does not say or names another."""
        told = (self.meta.get("kind") or self.meta.get("genre", "")).strip().lower()
        names = {name: id for id, name in KINDS.items()} | {id: id for id in KINDS}
        return names.get(told, "")

    @property
    def genre(self) -> str:
        """The genre whose rules the text must keep, ``""`` for what is no letter."""
        return self.kind if self.kind in GENRES else GENRE_OF.get(self.kind, "")

    @property
    def topic(self) -> str:
        """The topic in lower case, or ``""``."""
        return self.meta.get("topic", "").strip().lower()

    @property
    def start(self) -> int:
        """Where the text proper starts, behind the front matter."""
        return front_matter(self.document.text)[1]

    @cached_property
    def body(self) -> str:
        """The text without its front matter."""
        return self.document.text[self.start :]


@dataclass(frozen=True)
class Library:
    """The templates of a folder by name, and the files that could not be read with the reasons.

    ``sent`` are replies that were sent, to be held against the templates.
    """

    templates: tuple[Template, ...]
    failed: tuple[tuple[str, str], ...] = ()
    sent: tuple[Template, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of template that are there."""
        return frozenset(template.kind for template in self.templates)

    def by_topic(self) -> Mapping[str, Sequence[Template]]:
        """Return the templates that name a topic, by it."""
        found: dict[str, list[Template]] = {}
        for template in self.templates:
            if template.topic:
                found.setdefault(template.topic, []).append(template)
        return found


def library(folder: Path) -> Library:
    """Read all templates of a folder and of those in it; hidden files are left out."""
    found, failed = [], []
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        try:
            found.append(_template(path, name))
        except UnreadableDocument as error:
            failed.append((name, str(error)))
    return Library(tuple(found), tuple(failed))


def with_replies(templates: Library, folder: Path) -> Library:
    """Return the templates together with the replies of a folder."""
    replies = library(folder)
    sent = tuple(replace(t, name=(folder / t.name).as_posix()) for t in replies.templates)
    failed = tuple(((folder / name).as_posix(), reason) for name, reason in replies.failed)
    return replace(templates, failed=(*templates.failed, *failed), sent=sent)


def library_of(text: str) -> Library:
    """Return the templates that stand in one text, each under a line «=== name ==="».

    What stands above the first such line is left out; without any, the whole text is one. A text
    whose head has the key «sent» is a reply that was sent.
    """
    heads = list(_HEAD.finditer(text))
    if not heads:
        return Library((_parsed("шаблон.txt", read_text(text), 0),))
    stops = [*(head.start() for head in heads[1:]), len(text)]
    found = [
        _parsed(head["name"], read_text(text[head.end() : stop]), head.end())
        for head, stop in zip(heads, stops, strict=True)
    ]
    sent = tuple(template for template in found if "sent" in template.meta)
    return Library(tuple(t for t in found if "sent" not in t.meta), sent=sent)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        about = path.name.lower() == "readme.md"
        if path.suffix.lower() in SUFFIXES and not (hidden or about) and path.is_file():
            yield path


def _template(path: Path, name: str) -> Template:
    document = read(path)
    beside = path.with_suffix(".yaml")
    if document.meta or not beside.is_file():
        return _parsed(name, document, 0)
    try:
        head = f"---\n{beside.read_text(encoding='utf-8').strip()}\n---\n"
    except (OSError, UnicodeDecodeError):
        return _parsed(name, document, 0)
    return Template(name, document, front_matter(head)[0], example_data(head))


def _parsed(name: str, document: Document, base: int) -> Template:
    return Template(name, document, document.meta, example_data(document.written), base)
