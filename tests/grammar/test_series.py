"""Rows of members are told by commas and by the form of the words that open them."""

import pytest

from plainreply.analysis import analyse
from plainreply.grammar.series import series
from plainreply.readers import read_text


def rows(text: str) -> list[list[str]]:
    (sentence,) = analyse(read_text(text)).sentences
    return [
        [text[member[0].span.start : member[-1].span.stop] for member in row.members]
        for row in series(sentence)
    ]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Возьмите копию паспорта, выписку из банка и старый полис.",
            ["копию паспорта", "выписку из банка", "старый полис"],
        ),
        (
            "Нужно вымыть окна (все пять), покрасить пол, а также вынести мусор.",
            ["вымыть окна (все пять)", "покрасить пол", "вынести мусор"],
        ),
        (
            "Комиссия осмотрела крышу и чердак, подвал, двор дома.",
            ["крышу и чердак", "подвал", "двор дома"],
        ),
    ],
)
def test_a_row(text: str, members: list[str]) -> None:
    assert rows(text) == [members]


@pytest.mark.parametrize(
    "text",
    [
        "Возьмите копию паспорта и выписку из банка.",
        "Возьмите копию, которую снял нотариус, и выписку.",
        "Если окна вымыты, пол покрашен, мусор вынесен.",
        "Дом стоит на углу улиц Лесной, Садовой, Речной.",
    ],
)
def test_no_row(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Нужно: сдать анализ крови; пройти врача; привезти выписку.",
            ["сдать анализ крови", "пройти врача", "привезти выписку."],
        ),
        (
            "Причины: во-первых, нет плана, во-вторых, нет схемы, в-третьих, нет подписи.",
            ["во-первых, нет плана,", "во-вторых, нет схемы,", "в-третьих, нет подписи."],
        ),
        (
            "Льготы не будет, если семья переехала, если сын работает, если дочь учится.",
            ["если семья переехала", "если сын работает", "если дочь учится."],
        ),
        (
            "Не указан адрес, не приложен план и нет согласия соседа.",
            ["Не указан адрес", "не приложен план", "нет согласия соседа."],
        ),
    ],
)
def test_a_row_that_marks_part(text: str, members: list[str]) -> None:
    assert rows(text) == [members]


def test_deeds_make_a_row_when_there_are_four() -> None:
    deeds = "Рабочие заменили окна, покрасили стены, починили крыльцо и вывезли мусор."
    assert [len(row) for row in rows(deeds)] == [4]
    assert rows("Мастер нашёл течь, заменил трубу и закрыл кран.") == []
