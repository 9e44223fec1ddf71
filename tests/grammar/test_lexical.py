"""Words of officialese and the plain word in the right form."""

import pytest

from plainreply.grammar.lexical import hits, index
from plainreply.grammar.plainword import plain
from plainreply.resources import lexicon
from tests.grammar.parsing import parsed

FORMULAS = index(lexicon("officialese"))


def told(text: str) -> str | None:
    sentence = parsed(text)
    found = list(hits(sentence, FORMULAS))
    redraft = plain(sentence, text, found[0]) if found else None
    return None if redraft is None else redraft.rendered()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Долг подлежит взысканию.", "Долг нужно взыскать."),
        ("Дом подлежит передаче в аренду.", "Дом нужно передать в аренду."),
        ("Жалоба не подлежит рассмотрению.", "Жалобу нельзя рассмотреть."),
        ("Мы знаем о данной проблеме.", "Мы знаем об этой проблеме."),
        ("Вернём сумму денежных средств.", "Вернём сумму денег."),
        ("Основанием для отказа является долг.", "Основание для отказа — долг."),
        ("Министерство является учредителем школы.", "Министерство — учредитель школы."),
        ("Проинформируем Вас о сроке.", "Сообщим Вам о сроке."),
    ],
)
def test_the_plain_word_fits(before: str, after: str) -> None:
    assert told(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "Справка, данная вам 3 мая, действует месяц.",
        "Персональные данные храним пять лет.",
        "Дом признали аварийным и подлежащим сносу.",
        "Это условие не является обязательным.",
    ],
)
def test_no_rewrite_where_it_would_be_wrong(text: str) -> None:
    assert told(text) is None
