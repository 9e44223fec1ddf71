"""Sentences with too many words."""

from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.rule import Finder, Finding, Rule, Severity

NEEDS = Need.TOKENS


def build(rule: Rule) -> Finder:
    """Return a finder of sentences longer than ``words`` words; over ``error`` words is an error.

    Words in quotation marks do not count: nobody can shorten the title of a law.
    """
    limit, error = int(rule.options["words"]), int(rule.options["error"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        for sentence in analysis.sentences:
            if sentence.words <= limit:
                continue
            own = [q for q in analysis.quoted if sentence.span.contains(q)]
            words = sum(
                token.is_word and not any(q.contains(token.span) for q in own)
                for token in sentence.tokens
            )
            if words > limit:
                fields = {"words": str(words), "limit": str(limit)}
                severity: Severity | None = "error" if words > error else None
                yield Finding(sentence.span, fields=fields, severity=severity)

    return find
