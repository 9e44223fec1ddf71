"""A mailing without a link by which the reader leaves it at one click.

The lexicon words the leaving. The link must stand in the same paragraph or the next: an address
of a site, a slot for one, or linked words; an e-mail address or «напишите нам» is none.
Option: ``part``.
"""

import re
from collections.abc import Iterator, Sequence

from plainreply.analysis.body import shown
from plainreply.document import Analysis, Document, Need, Paragraph
from plainreply.facts import states
from plainreply.facts.sayings import spoken
from plainreply.facts.wordings import wordings
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
NONE = "Из рассылки нельзя выйти: добавьте ссылку, чтобы отписаться"
NO_LINK = "«{}»: нужна ссылка, по которой человек выйдет из рассылки сам, без письма и звонка"
_LINK = pattern(r"\]\((?!mailto:)[^()\s]+\)|href\s*=\s*[\"']?(?!mailto:)", re.IGNORECASE)
_MAIL = pattern(r"mailto:\S*", re.IGNORECASE)


def build(rule: Rule) -> Finder:
    """Return a finder of words on leaving that have no link, or of the lack of such words."""
    known = wordings(rule.lexicon, rule.options["part"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        document, text = analysis.document, analysis.document.text
        told = [
            read.tokens[0].span
            for sentence in analysis.sentences
            for read in known.read(spoken(sentence))
        ]
        if any(_linked(document, span) for span in told):
            return
        if told:
            yield Finding(told[0], fields={"cure": NO_LINK.format(told[0].of(text))})
        elif analysis.sentences and (place := shown(analysis.sentences[-1].tokens, last=True)):
            yield Finding(place, fields={"cure": NONE})

    return find


def _linked(document: Document, span: Span) -> bool:
    """Tell whether a link stands in the paragraph of these words or in the next one."""
    paragraphs = document.paragraphs
    at = next((i for i, p in enumerate(paragraphs) if p.span.contains(span)), len(paragraphs))
    return any(_has_link(document, paragraph) for paragraph in _near(paragraphs, at))


def _near(paragraphs: Sequence[Paragraph], at: int) -> Sequence[Paragraph]:
    return paragraphs[at : at + 2]


def _has_link(document: Document, paragraph: Paragraph) -> bool:
    said = _MAIL.sub("", paragraph.span.of(document.text))
    linked = (
        s.span.of(document.text)
        for s in document.faces
        if s.face.link and s.span.overlaps(paragraph.span)
    )
    return (
        bool(_LINK.search(said))
        or states({"url"}, said)
        or any("@" not in words for words in linked)
    )
