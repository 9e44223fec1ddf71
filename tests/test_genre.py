"""What a text is meant to be: told, written in front matter, or guessed from its words."""

from pathlib import Path

import pytest

from plainreply.analysis import analyse
from plainreply.checker import checker
from plainreply.errors import BadConfiguration
from plainreply.genre import _signs_in, recognised, setting_of
from plainreply.readers import read, read_text
from plainreply.resources import lexicon
from plainreply.setting import GENRES, Setting

LETTERS = Path(__file__).parent.parent / "corpora" / "letters"

TEXTS = {
    "refusal": """Здравствуйте, Анна Петровна!

Мы не можем назначить Вам пособие. Причина отказа: доход семьи выше прожиточного минимума.

С уважением,
начальник отдела Ирина Соколова""",
    "forwarding": """Здравствуйте, Олег Иванович!

Ваше письмо переадресовано в комитет по транспорту: наш отдел автобусами не занимается.

С уважением,
начальник отдела Ирина Соколова""",
    "first-reply": """Здравствуйте, Олег Иванович!

Мы получили Ваше обращение 5 мая и зарегистрировали его под номером 812. Ответ направим до 4 июня.

С уважением,
специалист Ирина Соколова""",
    "mailing": """Новости районной библиотеки

Вы получили это письмо, потому что подписались на рассылку. Чтобы отписаться, нажмите на ссылку.""",
    "call-in": """Сценарий входящего звонка

Оператор: «Добрый день! Чем могу помочь?»
Оператор: «Оставайтесь на линии, пожалуйста».""",
    "call-out": """Сценарий исходящего звонка

Сотрудник: «Здравствуйте! Вам удобно говорить? Звоню по поводу вашей записи».""",
    "fix-request": """Здравствуйте, Вера Николаевна!

В Вашем заявлении на льготу не хватает справки из школы. Пришлите её до 15 мая.

С уважением,
специалист Ирина Соколова""",
    "notice": """Уважаемые жители!

Напоминаем: завтра с 9 до 12 часов не будет воды.

С уважением,
управляющая компания""",
    "social": """Добрый день! Спасибо за ваш комментарий.

Адрес дома пришлите нам в личные сообщения.""",
    "chatbot": "Я чат-бот поликлиники. Выберите пункт или позовите оператора.",
    "reply": """Здравствуйте, Вера Николаевна!

В ответ на Ваше письмо сообщаем: мы проверили двор и убрали снег 3 февраля.

С уважением,
начальник отдела Ирина Соколова""",
}


@pytest.mark.parametrize("genre", TEXTS)
def test_words_give_the_genre_away(genre: str) -> None:
    setting = recognised(analyse(read_text(TEXTS[genre])))
    assert setting.genre == genre and not setting.told and 0.5 <= setting.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Комиссия рассмотрела заявление.",
        "Комиссия решила отказать заявителю.",
        "Мы получили ваше письмо. Срок ответа: 10 дней.",
        "Исп. Громова Д. Б., тел. 555-16-31",
    ],
)
def test_a_fragment_has_no_genre(text: str) -> None:
    assert recognised(analyse(read_text(text))).genre == ""


GOOD = {
    "good-01-first-health.txt": "first-reply",
    "good-02-final-roads.docx": "reply",
    "good-03-refusal-land.docx": "refusal",
    "good-04-notice-school.txt": "notice",
}


@pytest.mark.parametrize("name", GOOD)
def test_a_good_letter_is_taken_for_what_it_is(name: str) -> None:
    assert recognised(analyse(read(LETTERS / name))).genre == GOOD[name]


def test_a_letter_that_speaks_of_a_bot_or_a_call_is_no_script() -> None:
    text = "Здравствуйте!\n\nНа вопросы ответит чат-бот, позвать оператора можно в нём же."
    assert recognised(analyse(read_text(text))).genre not in {"chatbot", "call-in", "call-out"}
    text += "\n\nОставайтесь на линии, если звоните нам. Спасибо за звонок."
    assert recognised(analyse(read_text(text))).genre not in {"chatbot", "call-in", "call-out"}


def test_what_is_told_goes_before_front_matter_and_that_before_words() -> None:
    analysis = analyse(read_text("---\ngenre: notice\n---\n" + TEXTS["refusal"]))
    assert setting_of(analysis, "reply") == Setting("reply", told=True)
    assert setting_of(analysis) == Setting("notice", told=True)


def test_the_russian_name_serves_too() -> None:
    assert setting_of(analyse(read_text("Да.")), "отказ").genre == "refusal"


def test_an_unknown_genre_is_refused_with_the_list() -> None:
    with pytest.raises(BadConfiguration, match=r"«письмецо».*отказ"):
        checker()("Да.", "письмецо")


def test_the_report_says_what_a_letter_was_taken_for() -> None:
    report = checker()(read(LETTERS / "07-refusal-land.docx"))
    assert report.setting.genre == "refusal" and not report.setting.told


def test_every_sign_is_of_a_known_genre_and_fires_on_its_example() -> None:
    for row in lexicon("genre-signs"):
        assert row["genre"] in GENRES, row
    missed = [
        row["phrase"]
        for row in lexicon("genre-signs")
        if row["phrase"].split()
        not in [list(s.lemmas) for s, _ in _signs_in(analyse(read_text(row["example"])))]
    ]
    assert missed == []
