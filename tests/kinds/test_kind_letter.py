"""Letter rules: what their examples cannot show."""

from dataclasses import replace

import pytest

from plainreply.analysis import analyse
from plainreply.document import Need
from plainreply.facts import states
from plainreply.facts.sayings import spoken
from plainreply.facts.wordings import Passage, wordings
from plainreply.lint import Linter
from plainreply.readers import read_text
from plainreply.resources import lexicon
from plainreply.rule import Issue
from plainreply.rulebook import rulebook
from plainreply.setting import Setting


def found(rule: str, genre: str, text: str, profile: str = "default") -> tuple[Issue, ...]:
    (chosen,) = rulebook().choose(profile, [rule])
    linter = Linter([chosen])
    analysis = analyse(read_text(text), max(linter.need, Need.TOKENS))
    return linter.issues(replace(analysis, setting=Setting(genre, told=True)))


def sent(received: str, on: str, more: str = "") -> str:
    return f"---\nreceived: {received}\nsent: {on}\n{more}---\nМы получили Ваше письмо."


@pytest.mark.parametrize(
    ("genre", "text", "late"),
    [
        ("reply", sent("2026-03-02", "2026-04-01"), False),
        ("reply", sent("2026-03-02", "2026-04-02"), True),
        ("forwarding", sent("2026-03-02", "2026-03-10"), True),
        ("reply", sent("2026-03-02", "2026-03-09", "urgent: да\n"), False),
        ("reply", sent("2026-03-02", "2026-03-11", "urgent: да\n"), True),
        ("mailing", sent("2026-03-02", "2026-05-02"), False),
    ],
)
def test_a_letter_is_late_by_its_genre(genre: str, text: str, late: bool) -> None:
    assert bool(found("late-reply", genre, text)) is late


@pytest.mark.parametrize(
    ("answered", "more", "late"),
    [
        ("2026-03-13 14:00", "", False),
        ("2026-03-13 14:01", "", True),
        ("2026-03-13 12:30", "official: да\n", True),
    ],
)
def test_an_order_counts_each_hour(answered: str, more: str, late: bool) -> None:
    text = sent("2026-03-13 10:00", answered, more)
    assert bool(found("late-social-reply", "social", text, "sakhalin")) is late


def test_an_order_has_its_own_hours() -> None:
    friday, monday = "2026-03-13", "2026-03-16"
    assert not found("late-reply", "first-reply", sent(friday, monday), "vedomstvo")
    assert found("late-reply", "first-reply", sent(friday, monday), "minprirody")


def test_small_vy_is_offered_for_the_capital_and_back() -> None:
    (issue,) = found("mixed-vy", "reply", "Мы ждём Вас. Мы пришлём Вам ключ, а вы нам справку.")
    assert issue.fixes[0].edits[0].text == "В"
    (issue,) = found("mixed-vy", "reply", "Мы ждём вас. Мы пришлём вам ключ, а Вы нам справку.")
    assert issue.fixes[0].edits[0].text == "в"


def test_no_letter_rule_speaks_of_a_pasted_sentence() -> None:
    rules = [rule for rule in rulebook().rules.values() if rule.group == "letter"]
    open_to_all = {"impossible-date", "wrong-weekday", "number-in-words"}
    assert {rule.id for rule in rules if not rule.genres} == open_to_all


@pytest.mark.parametrize("name", ["letter-parts", "mailing-parts", "script-parts"])
def test_every_row_of_the_tables_fires_on_its_example(name: str) -> None:
    assert [row["phrase"] for row in lexicon(name) if not _fires(row, row["example"])] == []


def test_every_formula_fires_on_its_example() -> None:
    formulas = [{**row, "facts": ""} for row in lexicon("empty-formulas")]
    assert [row["phrase"] for row in formulas if not _fires(row, row["example"])] == []


def _fires(row: dict[str, str], example: str) -> bool:
    analysis = analyse(read_text(example), Need.MORPHOLOGY)
    said = (analysis.sentences, tuple(map(spoken, analysis.sentences)))
    known = wordings([row], row["part"])
    return any(known.tell([Passage(s, example) for s in sentences]) for sentences in said)


def test_every_formula_is_uncured_in_its_example() -> None:
    rows = [row for row in lexicon("empty-formulas") if row["facts"]]
    assert [r for r in rows if states(r["facts"].split(), r["example"])] == []


@pytest.mark.parametrize(
    "rule", ["missing-deadline", "vague-deadline", "non-answer", "missing-reason"]
)
def test_an_endless_text_takes_no_endless_time(rule: str) -> None:
    words = "обращение направить отказ ответ в ближайшее время " * 3_000
    assert isinstance(found(rule, "refusal", words), tuple)


@pytest.mark.parametrize(("text", "read"), [("Перенос приёма", True), ("Запись приёма", False)])
def test_a_phrase_may_leave_a_choice(text: str, read: bool) -> None:
    row = {"part": "cancel", "phrase": "отмена|перенос прием|визит", "facts": ""}
    assert _fires(row, text) is read


def test_what_the_reader_asks_is_no_request_of_ours() -> None:
    row = {"part": "step", "phrase": "IMP", "facts": ""}
    assert _fires(row, "Просите справку в архиве.") and not _fires(row, "Вы просите справку.")


def test_what_an_appeal_says_is_no_way_out() -> None:
    refused = "Вам отказано в выплате: доход высок. "
    assert found("missing-repair", "refusal", refused + "Жалобу подайте министру до 5 мая.")
    assert not found("missing-repair", "refusal", refused + "Подайте заявление в мае.")


def test_a_letter_sent_on_lacks_its_date_however_that_is_worded() -> None:
    text = "Теперь за Ваше дело отвечает депо, 55-10-10."
    assert found("missing-forward-date", "forwarding", text)
    assert not found("missing-forward-date", "forwarding", "С 5 мая " + text.lower())


def test_our_own_telephone_is_not_that_of_the_other_office() -> None:
    sent = "5 мая письмо передали в депо. "
    assert found("missing-forward-contact", "forwarding", sent + "Звоните нам: 55-10-10.")
    assert not found("missing-forward-contact", "forwarding", sent + "Звоните туда: 55-10-10.")


def test_a_row_of_numbers_in_one_line_is_found_once() -> None:
    row = "1) заявление родителя; 2) карта ребёнка с прививками; 3) копия полиса и паспорта."
    (issue,) = found("list-in-line", "notice", f"Для записи нужны: {row}")
    assert "3" in issue.message
    assert not found("list-in-line", "notice", "Нужны:\n" + row.replace("; ", ";\n"))


def test_a_phrase_may_name_a_class_of_words() -> None:
    row = {"part": "receipt", "phrase": "INQUIRY * ARRIVED", "facts": ""}
    assert _fires(row, "Ваша жалоба на шум поступила вчера.")
    assert not _fires(row, "Ваша дочь поступила в школу.")


def test_what_is_denied_is_not_told() -> None:
    row = {"part": "plan", "phrase": "планировать", "facts": ""}
    assert _fires(row, "Мы планируем ремонт.") and not _fires(row, "Ремонт не планируем.")
    bid = {"part": "step", "phrase": "IMP", "facts": ""}
    assert _fires(bid, "Не забудьте паспорт.")
