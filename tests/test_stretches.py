"""Sentences too long to be one are cut, so that every rule ends in time."""

from time import process_time

import plainreply
from plainreply.analysis import analyse
from plainreply.document import Need
from plainreply.readers import read_text
from plainreply.stretches import LONGEST, stretches

WORDS = "в связи с проведением проверки комиссией рассмотрено ваше заявление о ремонте "


def test_a_sentence_of_usual_length_stays_the_same_object() -> None:
    analysis = analyse(read_text("Комиссия рассмотрела письмо. Ответ отправлен."), Need.SYNTAX)
    assert all(a is b for a, b in zip(stretches(analysis), analysis.sentences, strict=True))


def test_a_longer_one_is_cut_into_sentences_with_sound_trees() -> None:
    analysis = analyse(read_text(WORDS * 100), Need.SYNTAX)
    (whole,) = analysis.sentences
    parts = stretches(analysis)
    assert [t.span for part in parts for t in part.tokens] == [t.span for t in whole.tokens]
    for part in parts:
        assert len(part.tokens) <= LONGEST
        assert [t.index for t in part.tokens] == list(range(len(part.tokens)))
        assert all(-1 <= t.head < len(part.tokens) for t in part.tokens)


def test_the_time_for_one_endless_sentence_grows_with_its_length() -> None:
    plainreply.check(WORDS)
    taken = []
    for times in (100, 400):
        start = process_time()
        plainreply.check(WORDS * times)
        taken.append(process_time() - start)
    assert taken[1] < 8 * taken[0]
