"""Rules and profiles are loaded and checked; what is wrong is told with file and key."""

from pathlib import Path

import pytest

from plainreply import kinds
from plainreply.errors import BadConfiguration, BadRule
from plainreply.rulebook import rulebook

RULE = """
kind = "symbol"
title = "Знак"
severity = "warning"
message = "«{found}»"
why = "Потому."
[options]
allowed = "."
between_words = "/"
[[example]]
good = "Хорошо."
"""


def book(
    tmp_path: Path, rule: str = RULE, profile: str = 'title = "Обычный"', **extra: str
) -> Path:
    (tmp_path / "wording").mkdir()
    (tmp_path / "wording" / "sign.toml").write_text(rule, encoding="utf-8")
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "default.toml").write_text(profile, encoding="utf-8")
    for name, text in extra.items():
        (tmp_path / "profiles" / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_rule_is_read_whole(tmp_path: Path) -> None:
    rule = rulebook(book(tmp_path)).rule("sign")
    assert (rule.id, rule.group, rule.kind, rule.severity) == (
        "sign",
        "wording",
        "symbol",
        "warning",
    )
    assert rule.why == "Потому."
    assert rule.options == {"allowed": ".", "between_words": "/"}
    assert [example.good for example in rule.examples] == ["Хорошо."]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("kind = ", "kind "), "TOML"),
        (('title = "Знак"', ""), "«title»"),
        (('why = "Потому."', ""), "«why»"),
        (('[[example]]\ngood = "Хорошо."', ""), "«example»"),
        (('kind = "symbol"', 'kind = "sumbol"'), "«sumbol»"),
        (('severity = "warning"', 'severity = "bad"'), "«severity»"),
        (('title = "Знак"', 'title = "Знак"\nwhi = "опечатка"'), "«whi»"),
        (('title = "Знак"', 'title = "Знак"\nlexicon = "no.tsv"'), "no.tsv"),
    ],
)
def test_a_bad_rule_is_told_with_file_and_key(
    tmp_path: Path, change: tuple[str, str], told: str
) -> None:
    with pytest.raises(BadRule) as caught:
        rulebook(book(tmp_path, RULE.replace(*change)))
    assert told in str(caught.value)
    assert "sign.toml" in str(caught.value) or told == "no.tsv"


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        ("title = ", "TOML"),
        ('[rules]\nsing = "off"', "«sing»"),
        ('[rules]\nsign = "loud"', "«sign»"),
        ("[options.sing]\nwords = 5", "«sing»"),
    ],
)
def test_a_bad_profile_is_told_with_file_and_rule(tmp_path: Path, profile: str, told: str) -> None:
    with pytest.raises(BadRule) as caught:
        rulebook(book(tmp_path, profile=profile))
    assert told in str(caught.value)
    assert "default.toml" in str(caught.value)


def test_a_rule_in_another_encoding_is_a_bad_rule(tmp_path: Path) -> None:
    directory = book(tmp_path)
    (directory / "wording" / "sign.toml").write_bytes(RULE.encode("cp1251"))
    with pytest.raises(BadRule, match=r"sign\.toml"):
        rulebook(directory)


def test_a_profile_tunes_severity_and_options(tmp_path: Path) -> None:
    profile = '[rules]\nsign = "error"\n[options.sign]\nallowed = "!"'
    (rule,) = rulebook(book(tmp_path, profile=profile)).choose()
    assert rule.severity == "error"
    assert rule.options == {"allowed": "!", "between_words": "/"}


def test_a_profile_switches_a_rule_off_unless_it_is_selected(tmp_path: Path) -> None:
    found = rulebook(book(tmp_path, quiet='[rules]\nsign = "off"'))
    assert found.choose("quiet") == ()
    assert [rule.id for rule in found.choose("quiet", select=["sign"])] == ["sign"]
    assert [rule.id for rule in found.choose("default")] == ["sign"]
    assert found.choose("default", ignore=["sign"]) == ()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"profile": "defalt"}, "«default»"),
        ({"select": ["pasive"]}, "«passive»"),
        ({"ignore": ["all-cap"]}, "«all-caps»"),
        ({"profile": "щщщ"}, "«щщщ»"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest_one(asked: dict[str, object], told: str) -> None:
    with pytest.raises(BadConfiguration, match=told):
        rulebook().choose(**asked)  # type: ignore[arg-type]


CONTRACT = """passive verbal-noun split-predicate compound-preposition long-sentence all-caps italic
underline special-symbol""".split()


@pytest.mark.parametrize("id", CONTRACT)
def test_the_promised_rules_exist(id: str) -> None:
    assert rulebook().rule(id).id == id


def test_our_rules_only_cover_rules_that_exist() -> None:
    rules = rulebook().rules
    assert {id for rule in rules.values() for id in rule.covers} <= set(rules)


def test_every_kind_has_a_rule_and_every_rule_can_be_built() -> None:
    rules = rulebook().rules.values()
    assert {rule.kind for rule in rules} == set(kinds.NAMES)
    assert all(callable(kinds.build(rule)) for rule in rules)


def test_a_profile_extends_another(tmp_path: Path) -> None:
    base = 'title = "Обычный"\n[rules]\nsign = "info"\n[options.sign]\nallowed = "!"'
    own = 'extends = "default"\n[options.sign]\nbetween_words = "&"'
    found = rulebook(book(tmp_path, profile=base, own=own))
    (chosen,) = found.choose("own")
    assert chosen.severity == "info"
    assert chosen.options == {"allowed": "!", "between_words": "&"}


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        ('extends = "own"', "по кругу"),
        ('extends = "нет"', "«нет»"),
        ('order = "tula"', "«order»"),
        ('extend = "default"', "«extend»"),
    ],
)
def test_a_bad_profile_is_refused_by_key(tmp_path: Path, profile: str, told: str) -> None:
    with pytest.raises(BadRule, match=told):
        rulebook(book(tmp_path, own=profile))


def test_a_rule_for_some_genres_only(tmp_path: Path) -> None:
    genres = RULE.replace('why = "Потому."', 'why = "Потому."\ngenres = ["refusal"]')
    rule = rulebook(book(tmp_path, genres)).rule("sign")
    assert rule.serves("refusal") and not rule.serves("reply") and not rule.serves("")


def test_an_unknown_genre_is_refused(tmp_path: Path) -> None:
    genres = RULE.replace('why = "Потому."', 'why = "Потому."\ngenres = ["letter"]')
    with pytest.raises(BadRule, match="«letter»"):
        rulebook(book(tmp_path, genres))
