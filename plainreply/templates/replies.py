"""Checks of real replies against the folder: is there a template for each?"""

from collections.abc import Iterator
from datetime import date

from plainreply.rule import Rule
from plainreply.spans import Span
from plainreply.templates.alike import grams_of, share, similarity
from plainreply.templates.library import LETTERS, Library, Template
from plainreply.templates.values import Flaw


def own_template(library: Library, rule: Rule, today: date) -> Iterator[Flaw]:
    """Find replies that name no template and are like none; the nearest one is told."""
    least = float(rule.options["share"])
    templates = library.templates
    known = {name for t in templates for name in (t.name, t.name.rsplit(".", 1)[0])}
    grams = [(t, grams_of(t.body)) for t in templates if t.kind in LETTERS]
    for reply in library.sent:
        if reply.meta.get("template", "").strip() in known:
            continue
        own = grams_of(reply.body)
        shares = [(share(other, own), t.name) for t, other in grams]
        best = max(shares, default=(0.0, ""))
        if best[0] < least:
            near = best[1] or "его пока нет"
            yield Flaw(reply, _opening(reply), {"near": near})


def gaps(library: Library, rule: Rule, today: date) -> Iterator[Flaw]:
    """Find replies whose text repeats an earlier reply while the folder has no such template."""
    least = float(rule.options["share"])
    known = [grams_of(t.body) for t in library.templates]
    earlier: list[tuple[str, frozenset[str]]] = []
    for reply in library.sent:
        own = grams_of(reply.body)
        twin = next((name for name, other in earlier if similarity(own, other) >= least), "")
        if twin and not any(share(other, own) >= least for other in known):
            yield Flaw(reply, _opening(reply), {"other": twin})
        earlier.append((reply.name, own))


def _opening(template: Template) -> Span:
    text, start = template.document.text, template.start
    stop = text.find("\n", start)
    return Span(start, len(text) if stop < 0 else stop)
