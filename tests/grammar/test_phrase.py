"""Noun phrases in another case, with everything that must agree."""

from itertools import product

import pytest
from parsing import parsed, word

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.forms import CASES, GENDERS
from plainreply.grammar.phrase import extent, is_dated, is_fixed, recase
from plainreply.spans import Span
from plainreply.words import Feats

# a sentence with its phrase in brackets, the head word, and the phrase by case
TABLE = """
[Новая комиссия] работает. | комиссия | gen новой комиссии | acc новую комиссию
[Ваше заявление] рассмотрели. | заявление | nom ваше заявление | prep вашем заявлении
Мы изучили [ваше повторное обращение]. | обращение | gen вашего повторного обращения
Проверка [противопожарного состояния] идёт. | состояния | acc противопожарное состояние
[Все жители] получили ответ. | жители | acc всех жителей | dat всем жителям
[Каждый документ] проверили. | документ | acc каждый документ | gen каждого документа
[Каждый заявитель] получит ответ. | заявитель | acc каждого заявителя
[Эти справки] не нужны. | справки | ins этими справками | acc эти справки
Проверка [представленных документов] идёт. | документов | acc представленные документы
[Копия паспорта] нужна. | Копия | acc Копию паспорта | prep Копии паспорта
[Подрядная организация] ответила. | организация | ins подрядной организацией
[Директор школы] ответил. | Директор | acc Директора школы | dat Директору школы
[Жители дома] подписали акт. | Жители | ins Жителями дома | gen Жителей дома
[Председатель и секретарь] подписали акт. | Председатель | gen Председателя и секретаря
Ответят [министерство и администрация]. | министерство | ins министерством и администрацией
Проверка [чердака и подвала] идёт. | чердака | acc чердак и подвал
[Депутат Петрова] ответила. | Депутат | acc Депутата Петрову
[Заявление от 1 мая] получили. | Заявление | gen Заявления от 1 мая
[Сеть МФЦ] растёт. | Сеть | gen Сети МФЦ
[МЧС России] ответило. | МЧС | gen МЧС России
[Он] ответил. | Он | acc Его | ins Им
[Она] ответила. | Она | acc Её | gen Её
[Мы] ответили. | Мы | ins Нами | acc Нас
[Вы] ответили. | Вы | acc Вас | dat Вам
[Метро] работает. | Метро | gen Метро | ins Метро
[Дверь подъезда] сломана. | Дверь | acc Дверь подъезда | ins Дверью подъезда
[Тяжёлая дверь] закрыта. | дверь | acc тяжёлую дверь
[Рабочая группа] собралась. | группа | acc рабочую группу | prep рабочей группе
[Земельный участок] продан. | участок | acc земельный участок | ins земельным участком
[Статья 28] действует. | Статья | dat Статье 28 | gen Статьи 28
[Школа № 5] открыта. | Школа | acc Школу № 5 | prep Школе № 5
Осмотр [крыши и стен дома] закончен. | крыши | acc крышу и стены дома
Мы ждём [специалистов отдела]. | специалистов | nom специалисты отдела
Ремонтом занята [аварийная бригада]. | бригада | dat аварийной бригаде
"""


def rows() -> list[tuple[str, str, str, str]]:
    found = []
    for line in TABLE.strip().splitlines():
        text, head, *forms = (part.strip() for part in line.split("|"))
        found += [(text, head, *form.split(" ", 1)) for form in forms]
    return found


def told(sentence: Sentence, head: Token, forms: dict[int, str]) -> str:
    tokens = extent(sentence, head)
    assert tokens is not None
    return " ".join(forms.get(token.index, token.text) for token in tokens)


@pytest.mark.parametrize(("marked", "head", "case", "expected"), rows())
def test_recase(marked: str, head: str, case: str, expected: str) -> None:
    sentence = parsed(marked.replace("[", "").replace("]", ""))
    token = word(sentence, head)
    forms = recase(sentence, token, case)
    assert forms is not None
    assert told(sentence, token, forms).lower() == expected.lower()


def test_a_full_name_is_recased_whole() -> None:
    sentence = parsed("Иванов Сергей Петрович подал жалобу.")
    head = word(sentence, "Иванов")
    forms = recase(sentence, head, "dat")
    assert forms is None or told(sentence, head, forms) == "Иванову Сергею Петровичу"


@pytest.mark.parametrize(
    ("text", "head", "case", "expected"),
    [
        ("Придут 10 рабочих дней.", "дней", "acc", "10 рабочих дней"),
        ("Прошло 15 лет.", "лет", "acc", "15 лет"),
        ("Ответ дадут через 3 дня.", "дня", "ins", None),
        ("Построено 5 школ.", "школ", "dat", None),
        ("Приняли двух заявителей.", "заявителей", "ins", None),
    ],
)
def test_a_counted_phrase_stays_or_is_given_up(
    text: str, head: str, case: str, expected: str | None
) -> None:
    sentence = parsed(text)
    token = word(sentence, head)
    forms = recase(sentence, token, case)
    assert (forms is None) is (expected is None)
    if forms is not None:
        assert told(sentence, token, forms) == expected


@pytest.mark.parametrize("case", list(CASES))
def test_a_date_never_changes(case: str) -> None:
    sentence = parsed("Срок истекает 1 мая.")
    token = word(sentence, "мая")
    assert is_dated(sentence, token)
    assert recase(sentence, token, case) == {token.index: "мая"}


@pytest.mark.parametrize(
    ("text", "form", "fixed"),
    [
        ("МФЦ закрыт.", "МФЦ", True),
        ("Метро закрыто.", "Метро", True),
        ("Письмо в формате PDF.", "PDF", True),
        ("Дом 5 снесён.", "5", True),
        ("Дом снесён.", "Дом", False),
        ("НЕОБХОДИМО принести СПРАВКУ.", "СПРАВКУ", False),
    ],
)
def test_is_fixed(text: str, form: str, fixed: bool) -> None:
    assert is_fixed(word(parsed(text), form)) is fixed


def test_a_phrase_that_does_not_stand_together_has_no_extent() -> None:
    tokens = tuple(
        Token(i, Span(i * 2, i * 2 + 1), t, head=h)
        for i, (t, h) in enumerate([("а", 2), ("б", -1), ("в", 1)])
    )
    sentence = Sentence(Span(0, 5), tokens)
    assert extent(sentence, tokens[2]) is None
    assert extent(sentence, tokens[1]) == tokens


NOUNS = """
проверка решение дом заявитель сотрудница письмо путь документ улица здание дверь площадь мост
министерство учреждение ответ врач судья музей станция поле район товарищество очередь календарь
житель семья дорога окно собрание кость словарь учительница ведомство
""".split()
ADJECTIVES = "новый городской прежний повторный общий большой рабочий ваш этот поступивший".split()
UD_GENDERS = {value: key for key, value in GENDERS.items()}


def phrase_of(adjective: str, noun: str) -> Sentence:
    """An adjective and a noun in the nominative, as a parsed sentence would hold them."""
    tag = next(p for p in readings(noun) if p.is_known and "nomn" in p.tag and p.tag.POS == "NOUN")
    gender = tag.tag.gender if tag.tag.gender in UD_GENDERS else "masc"
    model = next(p for p in readings(adjective) if p.tag.POS in {"ADJF", "PRTF"})
    form = model.inflect({"nomn", "sing", gender}).word
    shared = {"Case": "Nom", "Gender": UD_GENDERS[gender], "Number": "Sing"}
    animacy = "Anim" if "anim" in tag.tag else "Inan"
    noun_feats = Feats(sorted({**shared, "Animacy": animacy}.items()))
    pos = "VERB" if model.tag.POS == "PRTF" else "ADJ"
    extra = {"VerbForm": "Part"} if pos == "VERB" else {}
    adjective_feats = Feats(sorted({**shared, **extra}.items()))
    first = Token(0, Span(0, len(form)), form, model.normal_form, pos, adjective_feats, 1, "amod")
    start = len(form) + 1
    second = Token(1, Span(start, start + len(noun)), noun, noun, "NOUN", noun_feats, -1, "root")
    return Sentence(Span(0, start + len(noun)), (first, second))


@pytest.mark.parametrize(("adjective", "noun"), list(product(ADJECTIVES, NOUNS)))
def test_every_recased_pair_agrees(adjective: str, noun: str) -> None:
    sentence = phrase_of(adjective, noun)
    head = sentence.tokens[1]
    for case, grammeme in CASES.items():
        forms = recase(sentence, head, case)
        assert forms is not None
        nouns = [
            p.tag
            for p in readings(forms[1])
            if p.normal_form == noun and grammeme in p.tag and p.tag.number == "sing"
        ]
        assert nouns, forms
        assert any(
            a.tag.case == grammeme
            and a.tag.number == "sing"
            and (a.tag.gender in {n.gender, None} or "ms-f" in n)
            and (a.tag.animacy in {n.animacy, None} or case != "acc")
            for a, n in product(readings(forms[0]), nouns)
        ), forms
