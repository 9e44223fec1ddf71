"""Fixes applied until nothing changes: they converge, keep facts and leave sound text."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plainreply
from plainreply.rewriting import chosen
from plainreply.rule import Fix, Issue, compatible
from plainreply.spans import Edit, Span, apply

SENTENCES = """
Ваше обращение рассмотрено министерством и передано в администрацию города.
По результатам рассмотрения Вашего обращения принято решение об отказе в субсидии.
Администрацией города Костромы проведена проверка изложенных в обращении фактов.
В ходе проверки были выявлены нарушения правил благоустройства.
Подрядной организации направлено требование об устранении недостатков в срок до 1 мая 2025 года.
Работы по ремонту дорожного покрытия будут выполнены подрядчиком до 15 июня.
Управляющей компанией не были предоставлены запрашиваемые документы.
Жалоба может быть подана в суд в течение трёх месяцев.
Размер пособия определяется исходя из среднего заработка заявителя.
Назначение выплаты осуществляется органом социальной защиты населения.
В соответствии с частью 1 статьи 12 закона № 59-ФЗ обращение рассматривается в течение 30 дней.
Специалистами отдела осуществлён выезд на место.
В целях обеспечения безопасности движения запланирована установка дорожных знаков.
Для получения компенсации необходимо обратиться в МФЦ с заявлением.
Вами не представлены документы, подтверждающие доходы семьи.
Петровой Марии Ивановне назначена ежемесячная выплата с 1 января 2025 года.
Информация о ходе работ размещается на официальном сайте администрации.
Ответ на Ваше обращение будет направлен в установленный законом срок.
Ремонт подъезда № 3 дома по улице Ленина будет произведён в июле 2025 года.
Оплата взносов производится собственниками ежемесячно.
Нами был направлен запрос в Росреестр.
Уборка снега осуществляется силами управляющей компании.
Детям-сиротам предоставляется жильё по договору найма.
В случае несогласия с принятым решением Вы вправе обратиться в суд.
В связи с отсутствием финансирования ремонт перенесён на 2026 год.
Собственниками помещений не проводилось общее собрание.
Администрация не осуществляет контроль за деятельностью частных компаний.
Нарушений законодательства в действиях сотрудников не установлено.
Федеральным законом установлены требования к оформлению документов.
Школа была построена в 1975 году.
Закон «О порядке выплат» применяется всеми органами.
Личный приём граждан проводится министром в первую среду месяца.
Управляющей организацией приняты меры по устранению протечки.
Водитель был отстранён от работы.
Ваша семья включена в список под номером 215.
Расписание автобусов утверждается департаментом транспорта.
Задолженность по оплате коммунальных услуг взыскана судебными приставами.
Документы должны быть представлены до 1 сентября.
Не допускается взимание платы за приём документов.
Подрядчик, осуществляющий ремонт дороги, оштрафован.
Жители оказали помощь пострадавшим.
Волонтёрами оказана помощь в уборке территории.
Контракт был расторгнут заказчиком в одностороннем порядке.
Этот вопрос неоднократно рассматривался администрацией.
Обращения, в которых не указана фамилия автора, не рассматриваются.
При наличии документов, подтверждающих право на льготу, плата не взимается.
Подайте заявление посредством портала или МФЦ.
Отдел осуществляет приём, регистрацию и рассмотрение заявлений граждан.
Жалоба не может быть рассмотрена повторно, если ответ дан 2 раза.
Гражданами было подано 15 заявлений, 3 из них отклонены.
Дорога (улица Мира) отремонтирована ООО «Дорстрой» 5 мая 2025 г. по контракту № 12/25.
Смотрите § 5 правил, налог & пошлина оплачиваются 👍 онлайн.
Просим произвести оплату в размере 5 000 ₽ до 10.05.2025.
Если ответ не получен, позвоните в ПФР или МВД.
""".strip().splitlines()
DIGITS = re.compile(r"\d+")
NAMES = ["Костром", "Петров", "Мари", "Ленин", "Росреестр", "МФЦ", "Дорстрой", "ПФР", "МВД", "№"]
NEGATION = re.compile(r"\bне\b|\bнесоглас|\bнельзя\b|\bнет\b|\bкроме\b|\bбез\b", re.I)


@pytest.mark.parametrize("text", SENTENCES)
def test_rewriting_converges_and_keeps_facts(text: str) -> None:
    plain = plainreply.rewrite(text, unsafe=True)
    assert plainreply.rewrite(plain, unsafe=True) == plain
    assert Counter(DIGITS.findall(plain)) == Counter(DIGITS.findall(text))
    assert len(NEGATION.findall(plain)) == len(NEGATION.findall(text))
    for name in NAMES:
        assert plain.count(name) == text.count(name)
    assert plain[0].isupper()
    assert plain.endswith(text[-1])
    assert "  " not in plain
    assert not re.search(r"\s[,.]|,,|\.\.|\(\s|\s\)", plain)
    assert Counter(c for c in plain if c in "()«»") == Counter(c for c in text if c in "()«»")


@pytest.mark.parametrize("text", SENTENCES[::4])
def test_safe_fixes_are_among_all_fixes(text: str) -> None:
    issues = plainreply.check(text).issues
    safe = chosen(issues, unsafe=False)
    assert all(fix.safety == "safe" for fix in safe)
    assert len(safe) <= len(chosen(issues, unsafe=True))
    if not safe:
        assert plainreply.rewrite(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Комиссией проведена проверка домов.", "Комиссия проверила дома."),
        ("В целях уточнения адреса позвоните нам.", "Чтобы уточнить адрес, позвоните нам."),
        ("Вы можете позвонить нам завтра.", "Вы можете позвонить нам завтра."),
        ("Во исполнение поручения главы проведён ремонт моста.",
         "По поручению главы отремонтировали мост."),
        ("", ""),
    ],
)  # fmt: skip
def test_rewrite(text: str, plain: str) -> None:
    assert plainreply.rewrite(text, unsafe=True) == plain


def test_sentences_of_a_text_are_rewritten_as_if_alone() -> None:
    parts = SENTENCES[2], SENTENCES[5], SENTENCES[11]
    whole = plainreply.rewrite("\n\n".join(parts))
    assert whole.split("\n\n") == [plainreply.rewrite(part) for part in parts]


BROKEN = [
    ("Обращение Смирновой О. П. рассмотрено Минздравом.", ".."),
    ("Маршрут обслуживается предпринимателем Смирновым И. П.", "И. П "),
    ("Будет ли отремонтирована дорога в этом году?", "Ли "),
    ("Комиссией проведено обследование дома и составлен акт.", "составили"),
    ("Данные сведения являются закрытыми и не подлежат разглашению.", "и нельзя разгласить"),
    ("Поручение дано начальнику отдела.", "Поручили начальнику"),
    ("Нарушений не выявлено.", "Нарушения не выявили"),
    ("Копия решения прилагается.", "прилагают"),
]


@pytest.mark.parametrize(("text", "wrong"), BROKEN)
def test_known_wrong_rewrites(text: str, wrong: str) -> None:
    plain = plainreply.rewrite(text, unsafe=True)
    assert not any(part in plain for part in wrong.split("|"))


def fix(*spans: tuple[int, int]) -> Fix:
    return Fix(tuple(Edit(Span(*span), "x") for span in spans))


@pytest.mark.parametrize(
    ("fixes", "kept"),
    [
        ([fix((0, 3)), fix((3, 5))], [0, 1]),
        ([fix((0, 3)), fix((2, 5))], [0]),
        ([fix((2, 3)), fix((0, 5))], [1]),
        ([fix((0, 1), (8, 9)), fix((4, 5))], [0]),
        ([fix((4, 5)), fix((0, 1), (8, 9))], [1]),
        ([fix((0, 1)), fix((0, 9)), fix((9, 12))], [1, 2]),
    ],
)
def test_compatible(fixes: list[Fix], kept: list[int]) -> None:
    assert compatible(fixes) == [fixes[i] for i in kept]


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 10)).map(lambda p: (p[0], sum(p)))


@given(st.lists(st.lists(SPANS, min_size=1, max_size=1), max_size=8))
def test_compatible_fixes_can_be_applied_together(groups: list[list[tuple[int, int]]]) -> None:
    kept = compatible(fix(*group) for group in groups)
    apply("-" * 60, [edit for one in kept for edit in one.edits])
    assert bool(kept) is bool(groups)


def test_chosen_takes_the_first_fix_that_may_be_applied() -> None:
    advice, safe = fix((0, 1)), Fix((Edit(Span(0, 1), "y"),), "safe")
    issue = Issue("x", Span(0, 1), "м", "info", (advice, safe))
    assert chosen([issue], unsafe=True) == [advice]
    assert chosen([issue], unsafe=False) == [safe]
    assert chosen([Issue("x", Span(0, 1), "м", "info")], unsafe=True) == []
