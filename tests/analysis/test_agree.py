"""Second thoughts about readings: subjects agree with verbs, adjectives with nouns."""

import pytest

from plainreply.analysis.agree import agreed
from plainreply.document import Token
from plainreply.spans import Span
from plainreply.words import Feats

GEN = {"Case": "Gen", "Number": "Sing"}
PLURAL_VERB = {"Number": "Plur", "VerbForm": "Fin"}
NEUTER = {"Case": "Nom", "Gender": "Neut", "Number": "Sing"}


def tok(index: int, text: str, pos: str, feats: dict[str, str], head: int, rel: str) -> Token:
    feats_ = Feats(sorted(feats.items()))
    lemma = {
        "изменения": "изменение",
        "новое": "новый",
        "нового": "новый",
        "новые": "новый",
        "замене": "замена",
    }.get(text, text)
    return Token(index, Span(index, index + 1), text, lemma, pos, feats_, head, rel)


def verb(feats: dict[str, str], index: int = 1) -> Token:
    return tok(index, "проводятся", "VERB", feats, -1, "root")


def test_a_subject_becomes_nominative_in_the_number_of_its_verb() -> None:
    subject, _ = agreed([tok(0, "изменения", "NOUN", GEN, 1, "nsubj"), verb(PLURAL_VERB)])
    assert (subject.feats["Case"], subject.feats["Number"]) == ("Nom", "Plur")


@pytest.mark.parametrize(
    ("rel", "feats"),
    [("obj", PLURAL_VERB), ("nsubj", {"VerbForm": "Inf"}), ("nsubj", {"Number": "Sing"})],
)
def test_what_is_no_subject_or_cannot_agree_stays(rel: str, feats: dict[str, str]) -> None:
    given = tok(0, "ответа", "NOUN", GEN, 1, rel)
    assert agreed([given, verb(feats)])[0] == given


def test_a_subject_that_agrees_stays() -> None:
    nominative = {"Case": "Nom", "Number": "Plur"}
    given = tok(0, "изменения", "NOUN", nominative, 1, "nsubj")
    assert agreed([given, verb(PLURAL_VERB)])[0] == given


def test_coordinated_subjects_stay() -> None:
    tokens = [
        tok(0, "изменения", "NOUN", GEN, 1, "nsubj"),
        verb(PLURAL_VERB),
        tok(2, "ответ", "NOUN", NEUTER, 0, "conj"),
    ]
    assert agreed(tokens)[0] == tokens[0]


def test_an_adjective_takes_case_and_gender_of_its_noun() -> None:
    wrong = {"Case": "Acc", "Gender": "Neut", "Number": "Sing"}
    tokens = [tok(0, "новое", "ADJ", wrong, 1, "amod"), tok(1, "дело", "NOUN", NEUTER, -1, "root")]
    assert agreed(tokens)[0].feats["Case"] == "Nom"


def test_an_adjective_whose_form_does_not_allow_it_stays() -> None:
    genitive = {"Case": "Gen", "Gender": "Neut", "Number": "Sing"}
    given = tok(0, "нового", "ADJ", genitive, 1, "amod")
    assert agreed([given, tok(1, "дело", "NOUN", NEUTER, -1, "root")])[0] == given


def test_the_subject_is_settled_before_its_adjective() -> None:
    tokens = [
        tok(0, "новые", "ADJ", {"Case": "Acc", "Number": "Plur"}, 1, "amod"),
        tok(1, "изменения", "NOUN", {"Case": "Acc", "Number": "Plur"}, 2, "nsubj:pass"),
        verb(PLURAL_VERB, 2),
    ]
    assert [token.feats.get("Case") for token in agreed(tokens)[:2]] == ["Nom", "Nom"]


def test_a_joined_noun_hangs_on_the_one_that_shares_its_case() -> None:
    locative, genitive = ({"Case": case, "Number": "Sing"} for case in ("Loc", "Gen"))
    tokens = [
        tok(0, "возврате", "NOUN", locative, -1, "root"),
        tok(1, "залога", "NOUN", genitive, 0, "nmod"),
        tok(2, "и", "CCONJ", {}, 3, "cc"),
        tok(3, "замене", "NOUN", {"Case": "Dat", "Number": "Sing"}, 1, "conj"),
    ]
    joined = agreed(tokens)[3]
    assert (joined.head, joined.feats["Case"]) == (0, "Loc")


def test_a_joined_genitive_stays_on_the_genitive() -> None:
    genitive = {"Case": "Gen", "Number": "Sing"}
    tokens = [
        tok(0, "замене", "NOUN", {"Case": "Loc", "Number": "Sing"}, -1, "root"),
        tok(1, "окна", "NOUN", genitive, 0, "nmod"),
        tok(2, "двери", "NOUN", genitive, 1, "conj"),
    ]
    assert agreed(tokens)[2].head == 1
