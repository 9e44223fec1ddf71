"""What a sentence becomes: new words over carets, clauses that stay left out."""

from plainreply.reporters.became import SHORT, became
from plainreply.spans import Edit, Span


def shown(old: str, *changes: tuple[str, str], width: int = 300) -> list[str]:
    edits = [
        Edit(Span(old.index(word), old.index(word) + len(word)), fresh) for word, fresh in changes
    ]
    return [line.plain for line in became(old, edits, width, False)]


def test_new_words_stand_over_carets() -> None:
    assert shown("Мы дали ответ вам.", ("дали ответ", "ответили")) == [
        "Мы ответили вам.",
        "   ^^^^^^^^",
    ]


def test_a_long_sentence_is_cut_to_its_changed_clauses() -> None:
    rest = "которая стоит у реки за школой, где много лет назад работал старый завод"
    old = f"Мы дали ответ, {rest}, {rest}, {rest}."
    assert len(old) > SHORT
    assert shown(old, ("дали ответ", "ответили"))[0] == "Мы ответили …"
    old = f"Дом, {rest}, {rest}, снесли, мы дали ответ, {rest}."
    line, carets = shown(old, ("дали ответ", "ответили"))
    assert line == "… мы ответили …" and carets == "     ^^^^^^^^"


def test_two_changes_far_from_each_other_are_both_shown() -> None:
    rest = ", который стоит у реки за школой, где много лет назад работал старый завод, " * 3
    line, carets = shown(f"Мы дали ответ{rest}и вы дали согласие.", ("дали ответ", "ответили"),
                         ("дали согласие", "согласились"))  # fmt: skip
    assert line == "Мы ответили … и вы согласились."
    assert carets == "   ^^^^^^^^        ^^^^^^^^^^^"


def test_a_clause_without_end_is_cut_at_words() -> None:
    old = f"{'слово ' * 60}дали ответ {'слово ' * 60}вам"
    line = shown(old, ("дали ответ", "ответили"), width=400)[0]
    assert line.startswith("… слово") and line.endswith("слово …") and len(line) < 200


def test_colour_needs_no_carets() -> None:
    (line,) = became("Мы дали вам.", [Edit(Span(3, 7), "отдали")], 80, True)
    assert line.pieces == (("Мы ", ""), ("отдали", "bold green"), (" вам.", ""))
