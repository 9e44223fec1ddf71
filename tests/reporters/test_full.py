"""The report for a person."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_builder import CLEAN, MISSING, PASSIVE, TWO, checked, checked_word

from plainreply.places import Places
from plainreply.reporters import Checked, Options, render
from plainreply.reporters.glance import beginning, squeezed
from plainreply.reporters.units import first, units
from plainreply.reporters.words import decimal

LETTER = """\
ответ.txt
─────────

Строка 1
  Комиссией рассмотрено ваше заявление.
            1^^^^^^^^^^

  1. Замечание. «рассмотрено»: страдательный залог, действует «Комиссия»:
     начните с того, кто действует
  Стало (можно принять сразу):
  Комиссия рассмотрела ваше заявление.
  ^^^^^^^^ ^^^^^^^^^^^

Найдено: 1 замечание
  1  Страдательный залог  passive
  Справа имя правила: plainreply rule ИМЯ расскажет о нём, --ignore ИМЯ отключит
  его.

Оценка: """


def full(*outcomes: Checked, **options: object) -> str:
    return render("full", outcomes, Options(**options))  # type: ignore[arg-type]


def test_fault_stands_under_its_sentence_with_the_rewrite() -> None:
    assert full(checked(PASSIVE)).startswith(LETTER)


def test_faults_of_one_sentence_share_it_and_each_has_its_change() -> None:
    text = " ".join(full(checked(TWO)).split())
    assert text.count("Строка 1") == 1
    assert "комиссией рассмотрено → комиссия рассмотрела (можно принять сразу)" in text
    assert "Чтобы уточнить адрес, комиссия рассмотрела ваше заявление." in text


def test_a_change_that_two_faults_share_is_told_once() -> None:
    report = checked(TWO).report
    twice = Checked("ответ.txt", replace(report, issues=(*report.issues, report.issues[1])))
    assert full(twice).count("комиссией рассмотрено → комиссия рассмотрела") == 1


def test_what_is_only_taken_away_is_told_with_its_words() -> None:
    shown = full(checked("Ремонт займёт долгий период времени."))
    assert "период времени → период (можно принять сразу)" in shown


def test_a_fault_of_the_whole_sentence_has_no_number() -> None:
    text = full(checked(f"{'Мы ждём вас у реки, ' * 8}и комиссией рассмотрено ваше заявление."))
    assert "  —  Ошибка. В предложении слов" in text
    assert "  1. Замечание. «рассмотрено»" in text


def test_a_sentence_inside_a_line_is_found_by_its_character() -> None:
    assert "Строка 1, знак 14\n  Комиссией" in full(checked(f"Мы ждём вас. {PASSIVE}"))


def test_doubtful_rewrite_asks_to_check_the_meaning() -> None:
    report = checked(PASSIVE).report
    doubtful = [replace(fix, safety="advice") for fix in report.issues[0].fixes]
    issue = replace(report.issues[0], fixes=tuple(doubtful))
    text = full(Checked("ответ.txt", replace(report, issues=(issue,))))
    assert "Стало (проверьте смысл):\n  Комиссия рассмотрела ваше заявление." in text


def test_clean_letter_says_so_and_still_says_what_was_not_checked() -> None:
    text = full(checked(CLEAN))
    assert "Замечаний нет" in text
    assert "«Курсив», «Подчёркивание»: это простой текст без шрифтов и выделений" in text


def test_short_text_has_a_rough_grade() -> None:
    assert "Оценка грубая" in " ".join(full(checked(f"{PASSIVE} " * 10)).split())


def test_advice_is_counted_and_shown_on_demand() -> None:
    letter = checked("Мы начали подготовку ответа.")
    assert "Замечаний нет, 1 совет (показать: --all)" in full(letter)
    assert "1. Совет. «подготовку»" in full(letter, info=True)


def test_total_tells_errors_warnings_and_advice_apart() -> None:
    issues = checked(PASSIVE).report.issues
    wanted = [replace(issues[0], severity=s) for s in ("error", "error", "warning", "info")]
    report = replace(checked(PASSIVE).report, issues=tuple(wanted))
    told = full(Checked("a.txt", report), info=True).splitlines()
    assert "Найдено: 2 ошибки, 1 замечание, 1 совет" in told
    first = replace(report, issues=(wanted[0],))
    assert "Найдено: 1 ошибка" in full(Checked("a.txt", first)).splitlines()


def test_word_file_has_paragraphs_and_notes() -> None:
    text = full(checked_word(CLEAN, PASSIVE))
    assert "Абзац 2\n  Комиссией рассмотрено" in text
    assert "К сведению\n  Сноски не проверены." in text


def test_failed_file_is_named_in_the_total() -> None:
    total = (
        "Итого: проверено 1 из 2 файлов, не проверено 1: нет.txt (файл не найден: проверьте путь)"
    )
    assert total in " ".join(full(checked(CLEAN), MISSING).split())


def test_no_line_is_wider_than_asked() -> None:
    letters = checked(f"{TWO} {PASSIVE}"), MISSING
    for width in (60, 80, 120):
        assert max(map(len, full(*letters, width=width).splitlines())) <= width


def test_plain_report_has_no_colour_and_coloured_one_no_carets() -> None:
    assert "\x1b" not in full(checked(PASSIVE))
    coloured = full(checked(PASSIVE), color=True)
    assert "\x1b[1;4;33mрассмотрено\x1b[0m" in coloured and "^" not in coloured


def test_letter_cannot_send_escapes_to_the_terminal() -> None:
    assert "\x1b" not in full(checked("Комиссией рассмотрено \x1b[2J ваше заявление."))


def test_two_that_begin_alike_are_quoted_until_they_differ() -> None:
    alike = "В целях уточнения вашего нового адреса жительства комиссией {} рассмотрено дело."
    text = full(checked("\n".join(alike.format(word) for word in ("сегодня", "вчера", "днём"))))
    begin = text[text.index("С чего начать") :]
    assert "комиссией сегодня рассмотрено…»" in " ".join(begin.split())


def test_a_long_list_says_where_to_begin_and_what_it_gives() -> None:
    letter = checked("\n\n".join([*[PASSIVE] * 4, TWO]))
    text = full(letter)
    begin = " ".join(text[text.index("С чего начать") :].split())
    assert re.match(
        r"С чего начать Строка 9: исправьте 2 места в предложении «В целях уточнения адреса "
        r"комиссией…»: \+\d+(,\d)? Строка 1: исправьте 1 место в предложении «Комиссией",
        begin,
    )
    gained, after = map(decimal, _together(letter))
    assert f"Вместе: +{gained}, оценка станет {after}" in begin


def _together(letter: Checked) -> tuple[float, float]:
    """What the three best sentences give, and the score after: of the findings that are shown."""
    report, rating = letter.report, letter.report.rating
    assert rating is not None
    gained = rating.gained(first(units(report, Options()), report))
    return gained, round(rating.value + gained, 1)


def test_letter_is_seen_at_a_glance() -> None:
    lines = full(checked(f"{CLEAN} " * 4 + TWO)).splitlines()
    assert re.fullmatch(r"Оценка: \d+(,\d)? из 100  █{1,20}░{0,19}", lines[2])
    assert re.fullmatch(r"Предложения: [·░▒▓█]{5}", lines[3])
    assert "Предложения" not in full(checked(CLEAN))


def test_glance_fits_into_the_oldest_russian_encoding() -> None:
    text = full(checked(f"{CLEAN} " * 4 + TWO))
    assert "".join(text.splitlines()[2:5]).encode("cp866")


@pytest.mark.parametrize("width", [40, 80])
def test_strip_of_a_long_letter_is_squeezed_and_keeps_its_hardest_sentence(width: int) -> None:
    letter = checked(f"{CLEAN} " * 150 + TWO + f" {CLEAN}" * 150)
    line = next(x for x in full(letter, width=width).splitlines() if x.startswith("Предложения"))
    assert len(line) == width
    assert len(set(line.removeprefix("Предложения: "))) == 2


@given(st.lists(st.floats(0, 1), min_size=1, max_size=300), st.integers(20, 100))
def test_squeezing_keeps_the_hardest(heat: list[float], width: int) -> None:
    shown = squeezed(heat, width)
    assert len(shown) == min(len(heat), width) and max(shown) == max(heat)


def test_explained_score_names_rules_features_and_formulas() -> None:
    text = " ".join(full(checked(f"{TWO} {CLEAN}"), explain=True).split())
    assert "Что даст исправление" in text and "С чего начать" in text
    assert re.search(r"\+\d+(,\d)? Страдательный залог мест: 1", text)
    assert re.search(
        r"Год учёбы \(1–11 – школа, 12–16 – вуз\): [\d,]+, скорее всего от \d+ до \d+", text
    )
    assert re.search(r"слов в предложении: [\d,]+, у понятных писем [\d,]+–[\d,]+", text)
    assert "Флеш (Оборнева)" in text
    assert "Классические формулы" not in full(checked(TWO))


def test_score_without_words_needs_no_explanation() -> None:
    assert "Классические формулы" not in full(checked("12.05.2025"), explain=True)


def test_a_short_list_needs_no_beginning() -> None:
    assert "С чего начать" not in full(checked(PASSIVE))


@pytest.mark.parametrize(("together", "more"), [(1.0, False), (1.1, False), (8.7, True)])
def test_more_than_the_sum_is_explained(
    monkeypatch: pytest.MonkeyPatch, together: float, more: bool
) -> None:
    report = checked("\n\n".join([*[PASSIVE] * 4, TWO])).report
    gains = [replace(gain, points=0.5) for gain in report.rating.gains[:2]]
    monkeypatch.setattr(type(report.rating), "gained", lambda *_: together)
    lines = beginning(gains, Places(report.document), report, Options())
    told = " ".join(" ".join(line.plain for line in lines).split())
    assert ("(это больше суммы: пока ошибок много" in told) == more
