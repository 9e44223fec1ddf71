"""Checks of what a folder of templates has: kinds, topics, contacts, languages, functions."""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from plainreply.facts import states
from plainreply.facts.dates import days
from plainreply.readers.front_matter import broken_line
from plainreply.rule import Rule
from plainreply.spans import Span
from plainreply.templates.library import KINDS, LETTERS, Library, Template
from plainreply.templates.values import Flaw

KEYS = frozenset("kind genre topic need updated reviewed owner lang example template".split())
"""What the head of a template may say."""
DATES = ("updated", "reviewed")
STEM = 5
"""Letters by which words of a topic and a function are compared."""


def kinds_present(library: Library, rule: Rule, today: date) -> Iterator[Flaw]:
    """Find each of the rule's ``kinds`` that the folder lacks."""
    for kind in rule.options["kinds"]:
        if kind not in library.kinds:
            yield Flaw(fields={"missing": KINDS[kind], "kind": kind})


def head_told(library: Library, rule: Rule, today: date) -> Iterator[Flaw]:
    """Find templates whose head leaves out one of the rule's ``keys``."""
    for template in library.templates:
        keys = [key for key in rule.options["keys"] if not _says(template, key)]
        if keys:
            line = len(template.document.text.split("\n", 1)[0])
            names = ", ".join(f"«{key}»{_instead(template, key)}" for key in keys)
            yield Flaw(template, Span(0, line), {"missing": names + _broken(template)})


def _says(template: Template, key: str) -> bool:
    told = template.meta.get(key, "").strip()
    return bool(template.kind if key == "kind" else days(told) if key in DATES else told)


def _instead(template: Template, key: str) -> str:
    """Return what stands in place of a key: a value that says nothing, or a key like it."""
    told = template.meta.get(key, "").strip()
    if told:
        names = get_close_matches(
            told.lower(), [*KINDS, *KINDS.values()] if key == "kind" else (), 1
        )
        return f" (не понятно «{told}»{f', возможно, это «{names[0]}»' if names else ''})"
    alike = get_close_matches(key, template.meta.keys() - KEYS, 1)
    return f" (исправьте имя «{alike[0]}»)" if alike else ""


def _broken(template: Template) -> str:
    """Return which line of the head cannot be read, ``""`` for none."""
    text = template.document.written
    line = 0 if template.meta else broken_line(text)
    return f"; строка {line} не понята: «{text.splitlines()[line - 1].strip()}»" if line else ""


def topics_answered(library: Library, rule: Rule, today: date) -> Iterator[Flaw]:
    """Find topics of the folder that no template of a letter answers."""
    for topic, templates in library.by_topic().items():
        if not any(template.kind in LETTERS for template in templates):
            yield Flaw(templates[0], _head(templates[0], "topic"), {"topic": topic})


def questions_answered(library: Library, rule: Rule, today: date) -> Iterator[Flaw]:
    """Find questions in the lists of questions that have no answer under them."""
    for template in (t for t in library.templates if t.kind == "faq"):
        text = template.document.text
        told = template.document.paragraphs
        for at, paragraph in enumerate(told):
            following = told[at + 1].span.of(text) if at + 1 < len(told) else ""
            if _asks(paragraph.span.of(text)) and (not following or _asks(following)):
                yield Flaw(template, paragraph.span)


def _asks(paragraph: str) -> bool:
    return paragraph.rstrip(" *_»").endswith("?")


def contacts_told(library: Library, rule: Rule, today: date) -> Iterator[Flaw]:
    """Find topics none of whose templates names a way to reach the office."""
    facts = str(rule.options["facts"]).split()
    for topic, templates in library.by_topic().items():
        if not any(states(facts, template.body) for template in templates):
            yield Flaw(templates[0], _head(templates[0], "topic"), {"topic": topic})


def translated(library: Library, rule: Rule, today: date) -> Iterator[Flaw]:
    """Find templates of the rule's ``kinds`` that have no variant in its ``lang`` beside them."""
    lang = str(rule.options["lang"])
    others = {_stem(t.name, lang) for t in library.templates if _lang(t) == lang}
    for template in library.templates:
        wanted = template.kind in rule.options["kinds"] and _lang(template) != lang
        if wanted and _stem(template.name, lang) not in others:
            yield Flaw(template, _head(template, "kind"))


def _lang(template: Template) -> str:
    named = template.name.rsplit(".", 1)[0].endswith(".en")
    return template.meta.get("lang", "en" if named else "ru").strip().lower()


def _stem(name: str, lang: str) -> str:
    return name.rsplit(".", 1)[0].removesuffix(f".{lang}").removesuffix(f"-{lang}")


def functions_covered(library: Library, rule: Rule, today: date) -> Iterator[Flaw]:
    """Find lines of a list of functions that no topic of the folder takes up."""
    topics = [_stems(topic) for topic in library.by_topic()]
    for template in (t for t in library.templates if t.kind == "functions"):
        for paragraph in template.document.paragraphs:
            words = _stems(paragraph.span.of(template.document.text))
            if words and not any(topic and topic <= words for topic in topics):
                yield Flaw(template, paragraph.span)


def _stems(text: str) -> frozenset[str]:
    words = ("".join(filter(str.isalpha, word)).lower() for word in text.split())
    return frozenset(word[:STEM] for word in words if len(word) > 2)


def _head(template: Template, key: str) -> Span:
    """Return where the line of a key stands in the front matter, else the first line."""
    at = 0
    for line in template.document.text[: template.start].splitlines(keepends=True):
        if line.lower().startswith(f"{key}:"):
            return Span(at, at + len(line.rstrip()))
        at += len(line)
    return Span(0, len(template.document.text.split("\n", 1)[0]))
