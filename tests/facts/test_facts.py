"""Facts are found by their form, with what they amount to."""

from datetime import date
from decimal import Decimal

import pytest

from plainreply.facts import contacts, days, sums, terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("от 12.05.2026 № 17", ("12.05.2026", 12, 5, 2026)),
        ("до 1 июня 2026 года ответим", ("1 июня 2026 года", 1, 6, 2026)),
        ("до 1 июня ответим", ("1 июня", 1, 6, None)),
        ("«03» марта 2026 г. суд решил", ("«03» марта 2026 г.", 3, 3, 2026)),
        ("updated: 2026-05-12", ("2026-05-12", 12, 5, 2026)),
        ("31 июня уплатите", ("31 июня", 31, 6, None)),
        ("от 05.04.26", ("05.04.26", 5, 4, 2026)),
        ("ждём двадцать третьего мая", ("двадцать третьего мая", 23, 5, None)),
        ("до тридцатого июня 2026 года", ("тридцатого июня 2026 года", 30, 6, 2026)),
        ("четвертого марта", ("четвертого марта", 4, 3, None)),
    ],
)
def test_days(text: str, found: tuple[str, int, int, int | None]) -> None:
    (day,) = days(text)
    assert (day.span.of(text), day.day, day.month, day.year) == found


def test_a_day_may_have_its_ending() -> None:
    assert [(found.day, found.month) for found in days("до 31-го июня")] == [(31, 6)]


@pytest.mark.parametrize("text", ["пункт 12.3.4 Порядка", "в мае", "12:30", "10 маяков"])
def test_no_days(text: str) -> None:
    assert days(text) == ()


def test_a_day_that_no_calendar_has() -> None:
    assert not days("31 июня 2026 года")[0].exists and not days("30.02.2024")[0].exists
    assert days("29 февраля")[0].exists and days("29.02.2026")[0].date is None
    assert days("28.02.2026")[0].date == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("в течение 30 дней со дня регистрации", (30, "day", False)),
        ("за 10 рабочих дней", (10, "day", True)),
        ("в течение 30 (тридцати) календарных дней", (30, "day", False)),
        ("через неделю", (1, "week", False)),
        ("в течение пяти рабочих дней", (5, "day", True)),
        ("три месяца", (3, "month", False)),
        ("3–5 дней", (5, "day", False)),
        ("в течение 24 часов", (24, "hour", False)),
        ("в течение месяца", (1, "month", False)),
        ("за 2 года", (2, "year", False)),
        ("15 минут", (15, "minute", False)),
        ("за сорок пять дней", (45, "day", False)),
        ("в течение ста рабочих дней", (100, "day", True)),
        ("через двое суток", (2, "day", False)),
    ],
)
def test_terms(text: str, found: tuple[int, str, bool]) -> None:
    (term,) = terms(text)
    assert (term.amount, term.unit, term.working) == found


@pytest.mark.parametrize(
    "text",
    ["5 домов", "в конце дня", "много рабочих дней", "12 мая 2026 года", "№ 30", "городской день"],
)
def test_no_terms(text: str) -> None:
    assert terms(text) == ()


@pytest.mark.parametrize(
    ("text", "rubles", "spelt"),
    [
        ("1 200 рублей", "1200", ""),
        (
            "9 305 (девять тысяч триста пять) руб. 50 коп.",
            "9305.5",
            "девять тысяч триста пять",
        ),
        ("5,2 тыс. руб.", "5200", ""),
        ("1200,50 ₽", "1200.5", ""),
        ("2 млрд рублей", "2000000000", ""),
        ("10\u00a0000 руб.", "10000", ""),
    ],
)
def test_sums(text: str, rubles: str, spelt: str) -> None:
    (found,) = sums(text)
    assert (found.rubles, found.spelt, found.span.of(text)) == (Decimal(rubles), spelt, text)


@pytest.mark.parametrize("text", ["1200 домов", "рублей нет", "5 рублёвых"])
def test_no_sums(text: str) -> None:
    assert sums(text) == ()


@pytest.mark.parametrize(
    ("text", "way", "words"),
    [
        ("Позвоните: 8 (800) 555-35-35.", "phone", "8 (800) 555-35-35"),
        ("Звоните по телефону (000) 555-81-13.", "phone", "(000) 555-81-13"),
        ("тел. 12-34-56", "phone", "12-34-56"),
        ("+7 495 123-45-67", "phone", "+7 495 123-45-67"),
        ("88005553535", "phone", "88005553535"),
        ("Пишите на obr@example.org.", "email", "obr@example.org"),
        ("Ответьте: https://example.ru/opros?a=1.", "url", "https://example.ru/opros?a=1"),
        ("на сайте gosuslugi.ru и в офисе", "url", "gosuslugi.ru"),
        ("на сайте госуслуги.рф", "url", "госуслуги.рф"),
        ("Приходите: ул. Школьная, д. 15.", "address", "ул. Школьная, д. 15"),
        ("на улице Тополиной, дом 40", "address", "улице Тополиной, дом 40"),
    ],
)
def test_contacts(text: str, way: str, words: str) -> None:
    (found,) = contacts(text)
    assert (found.way, found.span.of(text)) == (way, words)


@pytest.mark.parametrize(
    "text",
    ["№ 59-00-12", "12.05.2026", "ИНН 7701234567", "в 2026-2027 годах", "1 200 300 рублей", "д.5"],
)
def test_no_contacts(text: str) -> None:
    assert contacts(text) == ()
