"""What stands around a sentence is read with it, but never a whole long list each time."""

from plainreply.analysis import analyse
from plainreply.analysis.layout import Part
from plainreply.document import Need
from plainreply.facts.wordings import POINTS, passages
from plainreply.readers import read_text

POINT = "1) справку;\n\n"


def test_the_points_of_a_list_are_read_with_their_lead() -> None:
    analysis = analyse(read_text("Приложите:\n\n" + POINT * 3), Need.TOKENS)
    first, *_ = passages(analysis, frozenset(Part))
    assert first.said.count("справку") == 3


def test_a_long_list_is_read_only_so_far() -> None:
    analysis = analyse(read_text("Приложите:\n\n" + POINT * 200), Need.TOKENS)
    told = passages(analysis, frozenset(Part))
    assert len(told) > 200
    assert max(passage.said.count("справку") for passage in told) <= POINTS + 1
