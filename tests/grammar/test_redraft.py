"""A sentence being rewritten: words move, capitals, commas and spaces follow."""

import pytest
from parsing import applied, parsed

from plainreply.grammar.redraft import Redraft
from plainreply.spans import apply

TEXT = "Комиссией, по плану, рассмотрено ваше письмо."


def draft(text: str) -> Redraft:
    return Redraft(parsed(text), text)


def test_nothing_changed_makes_no_edits() -> None:
    redraft = draft(TEXT)
    assert redraft.rendered() == TEXT
    assert redraft.edits() == ()


def test_replace_touches_only_its_word() -> None:
    redraft = draft(TEXT)
    redraft.replace({0: "Комиссия"})
    (edit,) = redraft.edits()
    assert edit.span.of(TEXT) == "Комиссией"
    assert edit.text == "Комиссия"


def test_odd_spacing_is_kept_where_nothing_moves() -> None:
    text = "Комиссией  рассмотрено\u00a0ваше письмо ."
    redraft = draft(text)
    redraft.replace({0: "Комиссия"})
    assert applied(text, redraft) == "Комиссия  рассмотрено\u00a0ваше письмо ."


def test_a_word_moved_first_takes_the_capital_and_the_old_first_gives_it_up() -> None:
    text = "Письмо рассмотрела комиссия."
    redraft = draft(text)
    redraft.move([2], before=0)
    assert applied(text, redraft) == "Комиссия письмо рассмотрела."


@pytest.mark.parametrize("first", ["Иванова", "МФЦ", "Россия"])
def test_a_name_keeps_its_capital_inside(first: str) -> None:
    text = f"{first} отвечает быстро."
    redraft = draft(text)
    redraft.move([2], before=0)
    assert applied(text, redraft) == f"Быстро {first} отвечает."


def test_a_list_item_without_a_capital_gets_none() -> None:
    text = "письмо рассмотрела комиссия;"
    redraft = draft(text)
    redraft.move([2], before=0)
    assert applied(text, redraft) == "комиссия письмо рассмотрела;"


def test_dropping_the_first_word_gives_its_capital_on() -> None:
    text = "Нами письмо рассмотрено."
    redraft = draft(text)
    redraft.drop(0)
    assert applied(text, redraft) == "Письмо рассмотрено."


def test_dropping_what_commas_set_off_leaves_one_comma_less() -> None:
    redraft = draft(TEXT)
    redraft.drop(2, 3)
    assert applied(TEXT, redraft) == "Комиссией, рассмотрено ваше письмо."


def test_no_comma_is_left_before_the_full_stop() -> None:
    text = "Мы рассмотрели письмо, срочно."
    redraft = draft(text)
    redraft.drop(4)
    assert applied(text, redraft) == "Мы рассмотрели письмо."


def test_an_inserted_comma_stands_close_to_its_word() -> None:
    text = "Чтобы получить ответ позвоните нам."
    redraft = draft(text)
    redraft.insert(",", before=3)
    assert applied(text, redraft) == "Чтобы получить ответ, позвоните нам."


def test_an_inserted_word_stands_apart_but_not_from_a_bracket() -> None:
    text = "Ответ (копия) готов."
    redraft = draft(text)
    redraft.insert("ваша", before=2)
    assert applied(text, redraft) == "Ответ (ваша копия) готов."


def test_move_to_the_end_and_word_after() -> None:
    text = "Сегодня мы ответим"
    redraft = draft(text)
    redraft.move([0], before=None)
    assert applied(text, redraft) == "Мы ответим сегодня"
    assert redraft.word_after(2) == "Сегодня"
    assert redraft.word_after(0) == ""
    assert redraft.after(1) == 2


def test_edits_are_in_code_points_of_the_whole_text() -> None:
    from plainreply.analysis import analyse
    from plainreply.readers import read_text

    text = "😀 Привет.\r\nКомиссией рассмотрено письмо."
    document = read_text(text)
    sentence = analyse(document).sentences[-1]
    redraft = Redraft(sentence, document.text)
    redraft.replace({0: "Комиссия"})
    changed = apply(document.text, redraft.edits())
    assert changed == document.text.replace("Комиссией", "Комиссия")
