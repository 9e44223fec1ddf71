"""A declaration in the front matter is held against the order; silence is none."""

import pytest

from plainreply.checker import checker

RULE = ("mailing-channel",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("---\nchannel: СМС\n---\n", ["channel: СМС"]),
        ("---\nChannel: СМС\n---\nНовости школы.", ["Channel: СМС"]),
        ("---\nchannel: email\n---\nНовости школы.", []),
        ("Новости школы.", []),
        ("", []),
    ],
)
def test_a_channel(text: str, found: list[str]) -> None:
    report = checker("default", select=RULE)(text, "mailing")
    assert [issue.span.of(report.document.text) for issue in report.issues] == found
