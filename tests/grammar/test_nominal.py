"""Verbal nouns: both senses of a noun are told apart by what stands around it."""

import pytest
from parsing import parsed

from plainreply.grammar.nominal import verbal_nouns


def found(text: str) -> list[str]:
    return [noun.text for noun, _ in verbal_nouns(parsed(text))]


ACTION = """
Для [получения] справки позвоните нам.
Мы начали [подготовку] ответа.
На завтра назначили [осмотр] подъезда.
Мы помогли с [решением] вопроса.
[Решение] данного вопроса возможно весной.
Суд принял меры к [взысканию] долга.
Мы ждём [оплаты] счёта и [выдачи] справки.
Отдел отвечает за [управление] домом.
[Заключение] договора заняло месяц.
[Рассмотрение] жалобы займёт 30 дней.
[Образование] земельных участков займёт год.
Срок [хранения] письма истёк.
"""

THING = """
Ваше обращение поступило в отделение.
В обращении вы пишете о дороге.
Обращение № 123 передали в город.
Решение суда вступило в силу.
Если вы не согласны с решением суда, подайте жалобу.
Управление образования ответило вам.
Управление Федеральной налоговой службы ответило вам.
Отделение банка закрыто.
Приложите заключение врача.
Положение о комиссии действует.
Семья попала в трудное положение.
Сын получил высшее образование.
Закон об образовании действует.
Учреждение ответит вам.
Приложите заявление.
Услуга доступна всем.
Министерство цифрового развития ответило.
"""


@pytest.mark.parametrize("marked", ACTION.strip().splitlines())
def test_actions_are_found(marked: str) -> None:
    expected = [part.split("]")[0] for part in marked.split("[")[1:]]
    assert found(marked.replace("[", "").replace("]", "")) == expected


@pytest.mark.parametrize("text", THING.strip().splitlines())
def test_things_are_silent(text: str) -> None:
    assert found(text) == []


def test_a_remark_is_no_action() -> None:
    assert found("Указанные замечания устранены.") == []


def test_the_name_of_a_body_is_no_action() -> None:
    assert found("Орган социальной защиты населения ответил.") == []


def test_the_verb_is_told() -> None:
    ((noun, family),) = verbal_nouns(parsed("Рассмотрение жалобы займёт месяц."))
    assert (noun.text, family.ipf, family.pf) == ("Рассмотрение", "рассматривать", "рассмотреть")
