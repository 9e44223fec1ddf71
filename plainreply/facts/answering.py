"""Where a letter starts to answer: behind what retells the inquiry, quotes the law or is polite.

A sentence answers when one of its verbs tells of neither the inquiry nor the law. Where that is
not sure, it answers.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from plainreply.document import Sentence, Token
from plainreply.facts.acts import acts
from plainreply.facts.stated import states
from plainreply.grammar.lookup import plain_lemma
from plainreply.resources import lexicon
from plainreply.spans import Span

INQUIRIES = frozenset(
    "обращение письмо заявление жалоба запрос вопрос просьба ходатайство заявка сообщение".split()
)
PAPERS = INQUIRIES | frozenset("документ пакет бумага материал сведение довод факт".split())
CONCRETE = frozenset({"вы", "ваш", "мы", "наш"})
"""Words of a sentence that is about this reader and this office, not about everyone."""
STATES = frozenset(
    "установить предусмотреть определить утвердить закрепить регламентировать".split()
)
"""What a law does with its rules."""
LINKS = frozenset("что как какой который если где куда откуда когда почему чтобы кто ли".split())
FOLLOWING = frozenset({"следующее", "следующем", "нижеследующее"})
SENDING = frozenset({"направлять", "передавать", "отправлять", "предлагать", "просить"})
DECISIVE = frozenset("да нет не нельзя".split())
POLITE = frozenset({"спасибо", "извините", "простите"})
BEFORE, BEHIND = 60, 12
"""Words before and behind a verb among which it has the inquiry or the reader."""
PREDICATIVES = frozenset("нельзя можно нужно надо необходимо нет вправе".split())
REACH = 4
"""Words between «сообщаем» and its «, что»: «сообщаем Вам о том, что»."""


def answer_at(text: str, sentence: Sentence) -> Token | None:
    """Return the verb with which a sentence starts to answer, None where it does not.

    A sentence without a verb answers with its first word, unless it only leads up to something.
    """
    tokens = sentence.tokens
    verbs = [token for token in tokens if _is_finite(token)]
    if is_polite(sentence):
        return None
    if not verbs:
        return None if _leads_up(sentence) else _first(tokens)
    retells = False
    for verb in verbs:
        role = _role(tokens, verb)
        if role == "tell" and (told := _told(tokens, verb)):
            return answer_at(text, _from(sentence, told))
        if role == "tell" and _tells_of(tokens, verb):
            return verb
        if not role and not _is_aside(tokens, verb) and not (retells and _is_below(tokens, verb)):
            general = _is_law(text, sentence, verb) or _is_general(text, sentence, verbs)
            return None if general else verb
        retells = retells or bool(role)
    return None


def words_before(text: str, sentence: Sentence, verb: Token) -> int:
    """Return how many words retell the inquiry or the law before the verb that answers, in its
    own sentence: «Рассмотрев Ваше обращение о …, сообщаем об отказе»."""
    lead = [token for token in sentence.tokens if token.index < verb.index]
    asked = any(token.lemma in INQUIRIES for token in lead)
    cited = asked or acts(Span(sentence.span.start, verb.span.start).of(text))
    return sum(token.is_word for token in lead) if cited else 0


def is_polite(sentence: Sentence) -> bool:
    """Tell whether a sentence thanks or regrets: «Спасибо, что написали нам»."""
    verbs = [token for token in sentence.tokens if _is_finite(token)]
    return _is_polite(sentence, verbs[0] if verbs else None)


def _is_polite(sentence: Sentence, verb: Token | None) -> bool:
    thanks = any(token.lower in POLITE for token in sentence.tokens[:3])
    return thanks or (verb is not None and _roles().get(plain_lemma(verb)) == "polite")


def _is_finite(token: Token) -> bool:
    """Tell whether a word is a predicate: a finite verb, a short form, «нельзя», «нет»."""
    if token.pos in {"VERB", "AUX"}:
        form = token.feats.get("VerbForm")
        return form in {"Fin", None} or token.feats.get("Variant") == "Short"
    short = token.pos == "ADJ" and token.feats.get("Variant") == "Short"
    return short or token.lower in PREDICATIVES


def _role(tokens: Sequence[Token], verb: Token) -> str:
    """Return what a verb does at the start of a letter, "" when it may answer."""
    role = _roles().get(plain_lemma(verb), "").replace("rule", "")
    at = _at(tokens, verb)
    near = tokens[max(at - BEFORE, 0) : at + BEHIND]
    inquiry = any(token.lemma in (PAPERS if role == "receive" else INQUIRIES) for token in near)
    reader = any(token.lower == "вы" for token in near) or verb.feats.get("Person") == "2"
    if role == "tell" and verb.feats.get("Person") == "2":
        return "ask"
    if role in {"receive", "ask"} and _is_ahead(tokens, verb, at):
        return ""
    if role == "receive":
        return role if inquiry else ""
    if role == "ask":
        return role if reader or inquiry else ""
    return role


def _is_ahead(tokens: Sequence[Token], verb: Token, at: int) -> bool:
    """Tell whether a verb tells what we do or shall do, or bids the reader: no retelling."""
    ours = verb.feats.get("Person") == "1" and verb.feats.get("Tense") != "Past"
    future = verb.feats.get("Tense") == "Fut" or verb.feats.get("Mood") == "Imp"
    return future or (ours and plain_lemma(verb) in SENDING)


def _told(tokens: Sequence[Token], verb: Token) -> Sequence[Token]:
    """Return the tokens of what is told: those behind «сообщаем, что»."""
    after = tokens[_at(tokens, verb) + 1 :]
    for at, token in enumerate(after[: REACH + 2]):
        if token.lower == "что" and at:
            return after[at + 1 :]
    return ()


def _tells_of(tokens: Sequence[Token], verb: Token) -> bool:
    """Tell whether a verb tells its news at once: «сообщаем об отказе», but not «о следующем»."""
    after = tokens[_at(tokens, verb) + 1 :][: REACH + 1]
    about = next((at for at, token in enumerate(after[:-1]) if token.lower in {"о", "об"}), None)
    return about is not None and after[about + 1].lower not in FOLLOWING | {"том"}


def _from(sentence: Sentence, tokens: Sequence[Token]) -> Sentence:
    """Return the part of a sentence that these tokens, its last ones, make."""
    return Sentence(Span(tokens[0].span.start, sentence.span.stop), tuple(tokens))


def _is_below(tokens: Sequence[Token], verb: Token) -> bool:
    """Tell whether a verb stands in a clause that «что», «который», «если» opens."""
    until = tokens[: _at(tokens, verb) + 2]  # «положена ли»
    return any(token.lemma in LINKS or token.lower in LINKS for token in until)


def _is_aside(tokens: Sequence[Token], verb: Token) -> bool:
    """Tell whether a verb stands in an aside: «Как следует из закона, …», «…, который подписали
    жители, …»."""
    after = tokens[_at(tokens, verb) :]
    before = tokens[: _at(tokens, verb)]
    comma = max((at for at, token in enumerate(before) if token.text == ","), default=-1)
    opening = before[comma + 1 : comma + 3]
    related = comma >= 0 and any(token.lemma == "который" for token in opening)
    opened = comma < 0 and bool(before) and before[0].lower == "как"
    return (related or opened) and any(token.text == "," for token in after)


def _at(tokens: Sequence[Token], token: Token) -> int:
    return token.index - tokens[0].index


def _is_law(text: str, sentence: Sentence, verb: Token) -> bool:
    """Tell whether a sentence tells what an act demands of everyone: it names the act before
    its verb, or says that the act states it."""
    start, stop = sentence.span.start, verb.span.start
    if plain_lemma(verb) in STATES:
        stop = sentence.span.stop
    if not any(act.span.start + start < stop for act in acts(sentence.span.of(text))):
        return False
    return not any(
        token.lemma in CONCRETE
        or (token.feats.get("Tense") in {"Past", "Fut"} and token.feats.get("VerbForm") == "Fin")
        or (token.feats.get("Variant") == "Short" and _is_done(token))
        for token in sentence.tokens
    )


def _is_general(text: str, sentence: Sentence, verbs: Sequence[Token]) -> bool:
    """Tell whether a sentence says how things are done as a rule: it names neither the reader nor
    us, denies nothing, and states no date, sum or term."""
    tokens = sentence.tokens
    ruled = any(_rules(tokens, verb) for verb in verbs)
    own = any(token.lemma in CONCRETE or token.lower in DECISIVE for token in tokens)
    if not ruled or own or not all(map(_is_standing, verbs)):
        return False
    return not states(("day", "sum", "term", "clock", "phone", "url"), sentence.span.of(text))


def _rules(tokens: Sequence[Token], verb: Token) -> bool:
    """Tell whether a verb tells of a rule: «осуществляется», «размещают с учётом потока»."""
    many = verb.feats.get("Tense") == "Pres" and verb.feats.get("Number") == "Plur"
    nobody = many and verb.pos == "VERB" and not any(map(_names_doers, tokens))
    return _roles().get(plain_lemma(verb)) == "rule" or nobody


def _names_doers(token: Token) -> bool:
    feats = token.feats
    return feats.get("Case") == "Nom" and feats.get("Number") == "Plur" and token.pos != "ADJ"


def _is_standing(verb: Token) -> bool:
    """Tell whether a verb tells of no single deed: it is in the present, or of a rule."""
    rule = _roles().get(plain_lemma(verb)) == "rule"
    return rule or verb.feats.get("Tense") == "Pres" or verb.lower in PREDICATIVES


def _is_done(token: Token) -> bool:
    """Tell whether a short participle says what was done, by another than the law."""
    return token.feats.get("VerbForm") == "Part" and plain_lemma(token) not in STATES


def _leads_up(sentence: Sentence) -> bool:
    """Tell whether a sentence without a verb answers nothing: «По вопросу ремонта крыши»."""
    first = next((token for token in sentence.tokens if token.is_word), None)
    return first is None or first.lower in {"по", "о", "об", "в", "на", "относительно"}


def _first(tokens: Sequence[Token]) -> Token | None:
    return next((token for token in tokens if token.is_word), None)


@cache
def _roles() -> Mapping[str, str]:
    return {row["lemma"]: row["role"] for row in lexicon("opening-verbs")}
