"""What the reader must do, pay or get, and by when, told far from the start and not in bold.

Sums and deadlines of sentences that address the reader count. The first ``paragraphs`` of the
body may tell one in any sentence that answers.
"""

from collections.abc import Iterator, Sequence

from plainreply.analysis.body import Block, blocks
from plainreply.analysis.dictionary import readings
from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.facts import acts, days, sums, terms
from plainreply.facts.answering import answer_at, is_polite
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
MOST = 20
"""Facts that are looked at for bold type: a letter has no more."""
DUTY = frozenset({"надлежит", "необходимо", "нужно", "надо", "следует", "должны", "обязаны"})
SHORT = frozenset({"minute", "hour"})
"""Units of opening hours and queues, not of what a letter is about."""
READER = frozenset({"вы", "вам", "вас"})


def build(rule: Rule) -> Finder:
    """Return a finder of the first key fact that comes late."""
    early = int(rule.options["paragraphs"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        body = [block for block in blocks(analysis) if _says(block)]
        if any(_tells(text, sentence) for sentence in _sentences(body[:early])):
            return
        found = [fact for sentence in _sentences(body[early:]) for fact in _key(text, sentence)]
        if found and not any(_is_bold(analysis, fact) for fact in found[:MOST]):
            yield Finding(found[0])

    return find


def _says(block: Block) -> bool:
    """Tell whether a paragraph is more than a heading or thanks."""
    return block.paragraph.role != "heading" and not all(map(is_polite, block.sentences))


def _sentences(body: Sequence[Block]) -> Iterator[Sentence]:
    for block in body:
        yield from block.sentences


def _tells(text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence tells a fact or asks the reader to act."""
    if answer_at(text, sentence) is None:
        return False
    return bool(_facts(text, sentence)) or _asks(sentence)


def _key(text: str, sentence: Sentence) -> Sequence[Span]:
    """Return the sums and terms of a sentence by which the reader must act."""
    return _facts(text, sentence) if _asks(sentence) and not _is_choice(sentence) else ()


def _asks(sentence: Sentence) -> bool:
    """Tell whether a sentence asks the reader to do something."""
    bidden = any(map(_is_bidden, sentence.tokens))
    duty = any(token.lower in DUTY for token in sentence.tokens)
    return bidden or (duty and any(token.lower in READER for token in sentence.tokens))


def _is_bidden(token: Token) -> bool:
    """Tell a request; at the start of a sentence the tagger takes it for the future."""
    if token.feats.get("Mood") == "Imp":
        return True
    first = token.index == 0 and token.pos == "VERB"
    return first and any("impr" in reading.tag for reading in readings(token.text))


def _is_choice(sentence: Sentence) -> bool:
    """Tell whether only some readers must act: «если не согласны, пожалуйтесь до 5 мая»."""
    return any(token.lower in {"если", "случае"} for token in sentence.tokens)


def _facts(text: str, sentence: Sentence) -> list[Span]:
    """Return where a sentence names sums, days and terms, but for the dates of acts."""
    words, start = sentence.span.of(text), sentence.span.start
    cited = [act.span for act in acts(words)]
    spans = [
        *(day.span for day in days(words)),
        *(one.span for one in sums(words)),
        *(term.span for term in terms(words) if term.unit not in SHORT),
    ]
    own = (span for span in spans if not any(act.overlaps(span) for act in cited))
    return sorted(span.shift(start) for span in own)


def _is_bold(analysis: Analysis, fact: Span) -> bool:
    faces = analysis.document.faces
    return any(stretch.face.bold and stretch.span.overlaps(fact) for stretch in faces)
