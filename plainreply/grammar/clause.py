"""Clauses: whether two words of a sentence stand in the same one, whatever the tree says."""

from plainreply.document import Sentence, Token

BREAKS = frozenset({":", ";"})


def same_clause(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Tell whether no other clause begins between ``noun`` and ``verb``.

    Another finite verb or short participle, a conjunction of subordination or a colon between
    them means that a long arc of the tree is not to be trusted. Words inside the phrase of
    ``noun`` itself (a relative clause) do not count.
    """
    first, last = sorted((noun.index, verb.index))
    between = sentence.tokens[first + 1 : last]
    breaks = [t.index for t in between if is_break(t) and t.index != verb.head]
    return not breaks or {token.index for token in sentence.subtree(noun)}.issuperset(breaks)


def is_break(token: Token) -> bool:
    """Tell whether a token shows that a clause of its own stands here."""
    if token.text in BREAKS or token.rel == "mark":
        return True
    finite = token.feats.get("VerbForm") == "Fin" and token.lemma != "быть"
    participle = token.feats.get("VerbForm") == "Part" and token.feats.get("Variant") == "Short"
    return finite or participle


def starts_clause(sentence: Sentence, token: Token) -> bool:
    """Tell whether a token opens the sentence or stands behind a mark that may begin a clause."""
    return token.index == 0 or sentence.tokens[token.index - 1].text in STARTS


STARTS = frozenset({",", ";", ":", "(", "—", "–", "-"})
