"""A letter answers where a sentence tells neither of the inquiry nor of the law."""

import pytest

from plainreply.analysis import analyse
from plainreply.facts.answering import answer_at, is_polite
from plainreply.readers import read_text


def answer(text: str) -> str | None:
    sentence = analyse(read_text(text)).sentences[0]
    verb = answer_at(text, sentence)
    return verb.text if verb else None


@pytest.mark.parametrize(
    "text",
    [
        "Мы рассмотрели Ваше обращение от 5 мая о ремонте двора.",
        "На Ваше письмо сообщаем следующее.",
        "Вы жалуетесь, что лифт стоит третий день.",
        "В жалобе говорится о том, что лифт стоит третий день.",
        "Согласно статье 30 ЖК РФ собственник несёт бремя содержания жилья.",
        "Порядок оплаты установлен статьёй 155 ЖК РФ.",
        "По вопросу ремонта двора.",
        "Спасибо, что написали нам о лифте.",
        "Сообщаем, что Ваше заявление рассмотрено.",
        "Перечень участков составляется по результатам весеннего осмотра.",
        "Остановки размещают с учётом потока пассажиров.",
        "Комиссия сверила документы с оригиналами.",
    ],
)
def test_no_answer_yet(text: str) -> None:
    assert answer(text) is None


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Лифт починили 6 мая.", "починили"),
        ("Мы рассмотрели Ваше обращение и починили лифт.", "починили"),
        ("Сообщаем, что лифт починили.", "починили"),
        ("Рассмотрев Ваше заявление, сообщаем об отказе в выплате.", "сообщаем"),
        ("Согласно статье 30 ЖК РФ Вы сами чините свою дверь.", "чините"),
        ("Курить у подъезда нельзя: так велит закон о курении.", "нельзя"),
        ("Да, в понедельник.", "Да"),
        ("Автобус ходит каждые сорок минут.", "ходит"),
        ("Копию решения направим Вам 22 мая.", "направим"),
        ("Собак выгуливать там не разрешают.", "разрешают"),
        ("Просим Вас принести паспорт.", "Просим"),
    ],
)
def test_the_verb_that_answers(text: str, verb: str) -> None:
    assert answer(text) == verb


def test_thanks_are_polite_and_a_refusal_is_none() -> None:
    thanks, refusal = analyse(read_text("Благодарим Вас. К сожалению, мест нет.")).sentences
    assert is_polite(thanks) and not is_polite(refusal)
