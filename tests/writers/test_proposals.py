"""What a report asks of the draft: comments that say what to write, changes by the sentence."""

import pytest
from tracking import STAMP, letter, read_bytes, revise

from plainreply.checker import checker
from plainreply.rewriting import settled
from plainreply.writers.proposals import changes, notes

PASSIVE = "Комиссией рассмотрено ваше заявление."
SHADED = 'p(r/t"Просим ", r({}, t"сообщить адрес дома"), r/t" до пятого мая этого года.")'


def proposed(body, *rules):
    document = read_bytes(letter(body))
    chosen = checker("default", rules)
    report = chosen(document)
    return document, report, changes(report, settled(chosen, report))


def test_a_comment_names_the_rule_and_the_better_words():
    _, report, _ = proposed(f'p/r/t"{PASSIVE}"', "passive")
    (note,) = notes(report, report.issues)
    first, second = note.text.split("\n")
    assert first.endswith("[passive]") and second == "Комиссией рассмотрено → Комиссия рассмотрела"


def test_every_sentence_that_differs_is_a_change_of_its_own():
    text = f"{PASSIVE} Мы получили письмо. {PASSIVE}"
    document, _, found = proposed(f'p/r/t"{text}", p/r/t"{PASSIVE}"', "passive")
    said = "Можно написать проще: «Комиссия рассмотрела»"
    assert [change.note.text for change in found] == [said] * 3
    again = read_bytes(revise(document, found, (), STAMP).data)
    better = PASSIVE.replace("Комиссией рассмотрено", "Комиссия рассмотрела")
    assert again.text == document.text.replace(PASSIVE, better)


@pytest.mark.parametrize(
    ("look", "rule", "off"),
    [
        ("rPr/i", "italic", "italic"),
        ("rPr/u{val=single}", "underline", "underline"),
        ("rPr/caps", "all-caps", "caps"),
        ("rPr/shadow", "font-effect", "effects"),
        ("rPr/highlight{val=yellow}", "background", "background"),
    ],
)
def test_a_look_at_fault_is_taken_off(look, rule, off):
    document, _, found = proposed(SHADED.format(look), rule)
    assert {look.off for change in found for look in change.looks} == {off}
    written = revise(document, found, (), STAMP)
    assert written.left == ()
    assert checker("default", (rule,))(read_bytes(written.data)).issues == ()


@pytest.mark.parametrize(
    "body",
    [
        SHADED.format("rPr(color{val=FFFFFF}, shd{val=clear fill=000080})"),
        SHADED.format("rPr(color{val=FFFF00}, highlight{val=blue})"),
        SHADED.format("rPr/highlight{val=yellow}").replace(
            "p(r", "p(pPr/shd{val=clear fill=FF0000}, r", 1
        ),
    ],
)
def test_a_background_without_which_words_would_be_lost_stays(body):
    document, report, found = proposed(body, "background")
    assert report.issues
    written = revise(document, found, (), STAMP)
    again = read_bytes(written.data)
    assert again.faces == document.faces and len(written.left) == len(found)
    assert len(again.remarks) == len(found) > 0


def test_a_list_is_a_comment_for_word_tracks_no_new_paragraphs():
    row = (
        "К заявлению на выплату приложите: копию паспорта заявителя с отметкой о прописке, "
        "справку о составе семьи с места жительства, выписку из банка о доходах за год."
    )
    document = read_bytes(letter(f'p/r/t"{row}"'))
    chosen = checker("default", ("long-sentence",))
    report = chosen(document)
    found = changes(report, settled(chosen, report, unsafe=True))
    written = revise(document, found, (), STAMP)
    again = read_bytes(written.data)
    assert again.text == document.text
    assert len(written.left) == 1
    assert [remark.text.split("\n")[1:] for remark in again.remarks] == [
        [
            "– копию паспорта заявителя с отметкой о прописке;",
            "– справку о составе семьи с места жительства;",
            "– выписку из банка о доходах за год.»",
        ]
    ]
