"""A key is found on the line on which its value begins, however TOML writes it."""

import pytest

from plainreply.settings.lines import Keys, line_of

TEXT = '''# profile = "no"
profile = "default"
ignore = [
  "passive",   # "negation"
  "negation",
]
note = """
select = 1
"""
select = ["a", "b"]

[rules]
"passive" = "off"
negation.severity = "info"

[rules.long-sentence]
words = 12
error = 20

[[overrides]]
paths = ["a/**"]
profile = "easy"

[[overrides]]
paths = ["b/**"]
profile = "default"
rules = { passive = "error", long-sentence = { words = 5 } }
'''


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("profile",), 2),
        (("ignore",), 3),
        (("ignore", 0), 4),
        (("ignore", 1), 4),
        (("select",), 10),
        (("rules",), 12),
        (("rules", "passive"), 13),
        (("rules", "negation", "severity"), 14),
        (("rules", "long-sentence"), 16),
        (("rules", "long-sentence", "error"), 18),
        (("overrides",), 20),
        (("overrides", 0, "profile"), 22),
        (("overrides", 1), 24),
        (("overrides", 1, "profile"), 26),
        (("overrides", 1, "rules", "long-sentence", "words"), 27),
        (("nothing",), 1),
    ],
)
def test_a_key_has_a_line(keys: Keys, line: int) -> None:
    assert line_of(TEXT, keys) == line
