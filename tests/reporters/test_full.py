"""The report for a person."""

from dataclasses import replace

from report_builder import CLEAN, MISSING, PASSIVE, TWO, checked, checked_word

from plainreply.reporters import Checked, Options, render
from plainreply.reporters.summary import found

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
    assert found(wanted, Options(info=True)) == "Найдено: 2 ошибки, 1 замечание, 1 совет"
    assert found(wanted[:1], Options()) == "Найдено: 1 ошибка"


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


def test_a_long_list_says_where_to_begin_worst_first() -> None:
    text = full(checked("\n\n".join([*[PASSIVE] * 7, TWO])))
    begin = text[text.index("С чего начать") :].splitlines()
    assert begin[1].startswith("  Строка 15, «В целях уточнения адреса комиссией…»: 2 замечания")
    assert begin[2].startswith("  Строка 1, «Комиссией рассмотрено ваше…»: 1 замечание")


def test_two_that_begin_alike_are_quoted_until_they_differ() -> None:
    alike = "В целях уточнения вашего нового адреса жительства комиссией {} рассмотрено дело."
    text = full(checked("\n".join(alike.format(word) for word in ("сегодня", "вчера", "днём"))))
    begin = text[text.index("С чего начать") :].splitlines()[1:7]
    assert "комиссией сегодня рассмотрено…»" in " ".join(" ".join(begin).split())


def test_a_short_list_needs_no_beginning() -> None:
    assert "С чего начать" not in full(checked(PASSIVE))
