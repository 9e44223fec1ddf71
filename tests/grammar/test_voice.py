"""Which verb forms are passive, and who acts. Passives stand in brackets."""

import pytest
from parsing import parsed, word

from plainreply.grammar.actors import agent_of
from plainreply.grammar.subjects import subject_of
from plainreply.grammar.voice import active_of, passives

MARKED = """
Заявление [рассмотрено] комиссией.
Заявление будет [рассмотрено] 5 мая.
Заявление не было [рассмотрено].
Жалоба [рассматривается] 30 дней.
Жалоба может [рассматриваться] судом.
Жалоба может быть [подана] в суд.
Документы должны быть [представлены] до 1 мая.
Нарушений не [выявлено].
Заявителю [отказано] в выплате.
Не [допускается] стоянка машин.
[Запрещается] курить в подъезде.
Установлено, что дом [построен] в 1975 году.
Работы [ведутся] подрядчиком.
Ответ [направляется] заявителю.
Приём [ведётся] по средам.
Взносы [оплачиваются] собственниками.
Дом [построен] и [сдан].
Решение [принято], документы [выданы].
"""

SILENT = """
Отделение открыто с 9 до 18 часов.
Касса закрыта в понедельник.
Гражданин зарегистрирован по адресу: ул. Мира, д. 2.
Министерство расположено на улице Мира.
Отдел находится в центре города.
Министерство является учредителем школы.
Вы можете обратиться в отдел.
Вопрос относится к полномочиям министерства.
Сведения содержатся в приложении.
Требуется справка о доходах.
Договор заключается в том, что стороны помогают друг другу.
Документы, утверждённые приказом, лежат на сайте.
Представленные документы проверили.
Вы должны оплатить счёт.
Мы обязаны ответить вам.
Вам необходимо приложить справку.
Услуга доступна всем.
Мы согласны подождать.
Жители обращаются в администрацию.
Семья нуждается в жилье.
Мы уверены в результате.
Вам положена выплата.
Площадка предназначена для детей.
Сотрудники занимаются опекой.
Срок начинается 1 мая.
"""


@pytest.mark.parametrize("marked", MARKED.strip().splitlines())
def test_passives_are_found(marked: str) -> None:
    expected = [part.split("]")[0] for part in marked.split("[")[1:]]
    sentence = parsed(marked.replace("[", "").replace("]", ""))
    found = [passive.verb.text for passive in passives(sentence)]
    assert [verb for verb in found if verb != "Установлено"] == expected


@pytest.mark.parametrize("text", SILENT.strip().splitlines())
def test_reflexives_adjectives_and_states_are_silent(text: str) -> None:
    assert [passive.verb.text for passive in passives(parsed(text))] == []


def test_closed_on_sundays_is_a_state() -> None:
    assert list(passives(parsed("Касса закрыта в воскресенье."))) == []


@pytest.mark.parametrize(
    ("text", "verb", "agent"),
    [
        ("Заявление рассмотрено комиссией.", "рассмотрено", "комиссией"),
        ("Нами рассмотрено заявление.", "рассмотрено", "Нами"),
        ("Вами не представлены документы.", "представлены", "Вами"),
        ("Жалоба может быть рассмотрена судом.", "рассмотрена", "судом"),
        ("Врачом назначено лечение.", "назначено", "Врачом"),
        ("Законом установлен срок.", "установлен", "Законом"),
        ("Законом построен дом.", "построен", None),
        ("Дорога посыпана песком.", "посыпана", None),
        ("Дом построен вместе с подрядчиком.", "построен", None),
        ("Дом признан аварийным.", "признан", None),
    ],
)
def test_agent(text: str, verb: str, agent: str | None) -> None:
    sentence = parsed(text)
    found = agent_of(sentence, word(sentence, verb))
    assert (found and found.text) == agent


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Заявление рассмотрено.", "рассмотрено", "Заявление"),
        ("Вчера рассмотрена ваша жалоба.", "рассмотрена", "жалоба"),
        ("Жалоба может быть подана в суд.", "подана", "Жалоба"),
        ("Дом построен и сдан.", "сдан", "Дом"),
        ("Заявителю отказано.", "отказано", None),
    ],
)
def test_subject(text: str, verb: str, subject: str | None) -> None:
    sentence = parsed(text)
    found = subject_of(sentence, word(sentence, verb))
    assert (found and found.text) == subject


@pytest.mark.parametrize(
    ("lemma", "active"),
    [
        ("рассматриваться", "рассматривать"),
        ("вестись", "вести"),
        ("являться", "являть"),
        ("смеяться", None),
        ("нуждаться", None),
    ],
)
def test_active_of(lemma: str, active: str | None) -> None:
    assert active_of(lemma) == active
