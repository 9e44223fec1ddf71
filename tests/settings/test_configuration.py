"""Which configuration holds for a draft, and what it sets."""

from pathlib import Path

import pytest

import plainreply
from plainreply.errors import BadConfiguration, BadRule
from plainreply.settings import Key, Settings, Sources, given, settings_for

PASSIVE = "Комиссией рассмотрено ваше заявление."


def put(folder: Path, **files: str) -> Path:
    """Write files into a folder; ``__`` in a name stands for a point, ``_`` for a hyphen."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


def settings(folder: Path, text: str, draft: str = "ответ.txt") -> Settings:
    put(folder, plainreply__toml=text)
    return settings_for(folder / draft)


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    assert Sources(isolated=True).settings(tmp_path / "a.txt") == Settings()


def test_the_file_closest_to_the_draft_counts_alone(tmp_path: Path) -> None:
    put(tmp_path, plainreply__toml='profile = "easy"\nmin-score = 50')
    put(tmp_path / "a" / "b", plainreply__toml='profile = "kostroma"')
    found = settings_for(tmp_path / "a" / "b" / "x.txt")
    assert (found.choice.profile, found.min_score) == ("kostroma", None)
    above = settings_for(tmp_path / "a" / "x.txt")
    assert (above.choice.profile, above.min_score) == ("easy", 50)


def test_a_project_file_counts_when_it_has_the_section(tmp_path: Path) -> None:
    put(tmp_path, plainreply__toml='profile = "easy"')
    put(tmp_path / "a", pyproject__toml='[project]\nname = "plainreply-letters"')
    put(tmp_path / "b", pyproject__toml='[tool.plainreply]\nprofile = "kostroma"')
    assert settings_for(tmp_path / "a" / "x.txt").choice.profile == "easy"
    assert settings_for(tmp_path / "b" / "x.txt").choice.profile == "kostroma"


def test_the_hidden_file_beats_the_others_in_its_folder(tmp_path: Path) -> None:
    put(tmp_path, plainreply__toml='profile = "easy"', pyproject__toml="[tool.plainreply]")
    (tmp_path / ".plainreply.toml").write_text('profile = "kostroma"', encoding="utf-8")
    assert settings_for(tmp_path / "x.txt").choice.profile == "kostroma"


def test_a_file_extends_another_and_only_what_it_says_anew_changes(tmp_path: Path) -> None:
    base = (
        'profile = "easy"\nignore = ["passive"]\nmin-score = 50\n[rules.long-sentence]\nwords = 9'
    )
    put(tmp_path / "base", plainreply__toml=base)
    own = (
        'extend = "../base/plainreply.toml"\nignore = ["negation"]\nmin-score = 60\n'
        '[rules.long-sentence]\nseverity = "info"'
    )
    found = settings(tmp_path / "own", own)
    assert (found.choice.profile, found.choice.ignore) == ("easy", ("passive", "negation"))
    assert found.min_score == 60
    (tuned,) = found.choice.tuning
    assert (tuned.rule, tuned.severity, tuned.options) == ("long-sentence", "info", {"words": 9})


def test_selected_anew_nothing_is_ignored_from_before(tmp_path: Path) -> None:
    put(tmp_path / "base", plainreply__toml='ignore = ["passive"]')
    found = settings(
        tmp_path / "own", 'extend = "../base/plainreply.toml"\nselect = ["passive", "negation"]'
    )
    assert (found.choice.select, found.choice.ignore) == (("passive", "negation"), ())


def test_a_circle_is_refused(tmp_path: Path) -> None:
    put(tmp_path / "a", plainreply__toml='extend = "../b/plainreply.toml"')
    put(tmp_path / "b", plainreply__toml='extend = "../a/plainreply.toml"')
    with pytest.raises(BadConfiguration, match=r"строка 1: .*по кругу"):
        settings_for(tmp_path / "a" / "x.txt")


OVERRIDES = """
profile = "easy"
ignore = ["passive"]

[[overrides]]
paths = ["templates/**"]
profile = "kostroma"
genre = "отказ"
ignore = ["negation"]

[[overrides]]
paths = ["*.md", "!важное.md"]
rules = { typography = "off" }
"""


@pytest.mark.parametrize(
    ("draft", "profile", "genre", "ignore", "tuned"),
    [
        ("a.txt", "easy", None, ("passive",), 0),
        ("templates/x/a.txt", "kostroma", "refusal", ("passive", "negation"), 0),
        ("templates/a.md", "kostroma", "refusal", ("passive", "negation"), 1),
        ("a.md", "easy", None, ("passive",), 1),
        ("важное.md", "easy", None, ("passive",), 0),
    ],
)
def test_overrides_hold_for_their_paths(
    tmp_path: Path, draft: str, profile: str, genre: str | None, ignore: object, tuned: int
) -> None:
    found = settings(tmp_path, OVERRIDES, draft)
    assert (found.choice.profile, found.genre, found.choice.ignore) == (profile, genre, ignore)
    assert len(found.choice.tuning) == tuned


def test_the_command_line_beats_the_file(tmp_path: Path) -> None:
    put(tmp_path, plainreply__toml='profile = "easy"\nignore = ["passive"]\nmin-score = 50')
    told = given({"profile": "default", "ignore": ("negation",), "min-score": None})
    found = Sources(given=told).settings(tmp_path / "x.txt")
    assert (found.choice.profile, found.min_score) == ("default", 50)
    assert found.choice.ignore == ("passive", "negation")
    assert found.origins[Key("profile")].place == "командная строка"
    assert found.origins[Key("min-score")].place.endswith("plainreply.toml, строка 3")


def test_drafts_of_one_place_share_their_settings(tmp_path: Path) -> None:
    put(tmp_path, plainreply__toml=OVERRIDES)
    sources = Sources()
    assert sources.settings(tmp_path / "a.txt") is sources.settings(tmp_path / "b.txt")
    assert sources.settings(tmp_path / "a.md") is not sources.settings(tmp_path / "b.txt")


FAULTS = [
    ('profil = "easy"', 1, "«profile»"),
    ('\nprofile = "eazy"', 2, "«easy»"),
    ("profile = 3", 1, "строкой"),
    ('genre = "отказз"', 1, "отказ"),
    ('ignore = "passive"', 1, "списком"),
    ('ignore = [\n  "passive",\n  "pasive",\n]', 3, "«passive»"),
    ('select = ["negaton"]', 1, "«negation»"),
    ('fail-on = "warnin"', 1, "«warning»"),
    ("min-score = 101", 1, "от 0 до 100"),
    ("min-score = true", 1, "от 0 до 100"),
    ('incoming = "нет.txt"', 1, "нет.txt"),
    ('rules-dir = "нет"', 1, "нет"),
    ('extend = "нет.toml"', 1, "нет.toml"),
    ("exclude = [3]", 1, "списком"),
    ('exclude = [""]', 1, ".gitignore"),
    ('rules = "off"', 1, "[rules."),
    ('[rules]\npasive = "off"', 2, "«passive»"),
    ('[rules]\npassive = "loud"', 2, "выберите"),
    ("[rules]\npassive = 3", 2, "[rules.passive]"),
    ("[rules.passive]\nseverity = 3", 2, "строкой"),
    ("[rules.passive]\nwords = 3", 2, "только severity"),
    ("[rules.long-sentence]\nwrds = 3", 2, "«words»"),
    ('[rules.long-sentence]\nwords = "3"', 2, "целым числом"),
    ("[rules.long-sentence]\nwords = true", 2, "целым числом"),
    ("[rules.long-sentence]\nwords = -1", 2, "меньше нуля"),
    ("overrides = 3", 1, "[[overrides]]"),
    ('[[overrides]]\nprofile = "easy"', 1, "«paths»"),
    ('[[overrides]]\npaths = ["a"]\nformat = "json"', 3, "не действует"),
    ('[[overrides]]\npaths = ["a"]\nprofle = "easy"', 3, "«profile»"),
    ('[[overrides]]\npaths = ["a"]\n[overrides.rules.passive]\nseverity = "no"', 4, "off"),
    ("profile = ", 1, "TOML"),
    ('profile = "easy"\nprofile = "easy"', 2, "TOML"),
]


@pytest.mark.parametrize(("text", "line", "told"), FAULTS)
def test_a_fault_is_told_with_file_line_and_nearest_name(
    tmp_path: Path, text: str, line: int, told: str
) -> None:
    with pytest.raises(BadConfiguration) as caught:
        settings(tmp_path, text)
    assert f"plainreply.toml, строка {line}: " in str(caught.value)
    assert told in str(caught.value)


def test_a_fault_in_a_project_file_has_its_line_there(tmp_path: Path) -> None:
    ours = '[tool.plainreply]\nprofile = "easy"\n[tool.plainreply.rules]\nx = 1'
    text = f'[project]\nname = "x"\n\n{ours}'
    put(tmp_path, pyproject__toml=text)
    with pytest.raises(BadConfiguration, match="строка 7: правила «x» нет"):
        settings_for(tmp_path / "x.txt")


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match="не читается"):
        settings_for(tmp_path / "x.txt", tmp_path / "нет.toml")
    put(tmp_path, pyproject__toml="[project]")
    with pytest.raises(BadConfiguration, match=r"\[tool.plainreply\]"):
        settings_for(tmp_path / "x.txt", tmp_path / "pyproject.toml")


def test_paths_start_from_the_file_that_names_them(tmp_path: Path) -> None:
    put(tmp_path / "base", plainreply__toml='incoming = "обращение.txt"')
    (tmp_path / "base" / "обращение.txt").write_text("Почему?", encoding="utf-8")
    found = settings(tmp_path / "own", 'extend = "../base/plainreply.toml"')
    assert found.incoming is not None
    assert found.incoming.resolve() == (tmp_path / "base" / "обращение.txt").resolve()


def test_a_severity_turns_a_rule_on_that_the_profile_has_off(tmp_path: Path) -> None:
    found = settings(tmp_path, '[rules]\nserif-font = "warning"\npassive = "off"')
    ran = plainreply.check("Да.", config=found).rules
    assert [rule.severity for rule in ran if rule.id == "serif-font"] == ["warning"]
    assert "passive" not in {rule.id for rule in ran}


def test_the_library_takes_a_file_or_settings_and_its_keywords_beat_them(tmp_path: Path) -> None:
    put(tmp_path, plainreply__toml='select = ["passive"]\n[rules]\npassive = "error"')
    (tmp_path / "ответ.txt").write_text(PASSIVE, encoding="utf-8")
    path = tmp_path / "ответ.txt"
    for config in (tmp_path / "plainreply.toml", plainreply.settings_for(path)):
        report = plainreply.check(path, config=config)
        assert [(i.rule, i.severity) for i in report.issues] == [("passive", "error")]
        assert plainreply.check(path, config=config, ignore=["passive"]).issues == ()
    assert [i.severity for i in plainreply.check(path, select=["passive"]).issues] == ["warning"]


def test_the_genre_of_a_folder_gives_way_to_that_of_the_draft(tmp_path: Path) -> None:
    put(tmp_path, plainreply__toml='genre = "отказ"')
    (tmp_path / "a.txt").write_text(PASSIVE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"---\ngenre: notice\n---\n{PASSIVE}", encoding="utf-8")
    config = tmp_path / "plainreply.toml"
    genres = [
        plainreply.check(tmp_path / n, config=config).setting.genre for n in ("a.txt", "b.txt")
    ]
    assert genres == ["refusal", "notice"]


RULE = """
kind = "symbol"
title = "Знак"
severity = "warning"
message = "«{found}»"
why = "Потому."
[options]
allowed = ".,"
between_words = "/"
[[example]]
bad = "Налог [&] пошлина."
good = "Хорошо."
"""


def test_rules_and_profiles_of_ones_own_stand_beside_ours(tmp_path: Path) -> None:
    put(tmp_path / "правила" / "wording", **{"own-sign__toml": RULE})
    put(
        tmp_path / "правила" / "profiles", own__toml='extends = "easy"\n[rules]\nown-sign = "error"'
    )
    found = settings(tmp_path, 'rules-dir = "правила"\nprofile = "own"\n[rules]\npassive = "off"')
    ran = {rule.id: rule.severity for rule in plainreply.check("Да.", config=found).rules}
    assert ran["own-sign"] == "error" and "passive" not in ran and "negation" in ran


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("wording/passive", RULE, "уже есть"),
        ("wording/pasive", f"replaces = true\n{RULE}", "«passive»"),
        ("wording/sign", RULE.replace('allowed = ".,"', ""), "«allowed»"),
        ("wording/sign", RULE.replace('"Знак"', "3"), "«title» должен быть строкой"),
        ("wording/sign", RULE.replace("{found}", "{found"), "скобка"),
        ("wording/sign", RULE.replace("[[example]]", "[example]"), "«example» должен быть списком"),
        ("words/sign", RULE, "wording, tone"),
        ("profiles/easy", 'title = "Мой"', "уже есть"),
    ],
)
def test_a_bad_rule_of_ones_own_is_told(tmp_path: Path, name: str, text: str, told: str) -> None:
    folder, stem = name.split("/")
    put(tmp_path / "правила" / folder, **{f"{stem}__toml": text})
    with pytest.raises(BadRule) as caught:
        settings(tmp_path, 'rules-dir = "правила"')
    assert told in str(caught.value) and f"{stem}.toml" in str(caught.value)


def test_a_rule_of_ones_own_may_replace_ours(tmp_path: Path) -> None:
    put(tmp_path / "правила" / "wording", passive__toml=f"replaces = true\n{RULE}")
    found = settings(tmp_path, 'rules-dir = "правила"\nselect = ["passive"]')
    (rule,) = plainreply.check("Да.", config=found).rules
    assert (rule.id, rule.title) == ("passive", "Знак")


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-16", "utf-16-le"])
def test_a_file_in_another_encoding_is_to_be_saved_anew(tmp_path: Path, encoding: str) -> None:
    text = 'profile = "easy"' if encoding == "utf-16-le" else '# набор\nprofile = "easy"'
    (tmp_path / "plainreply.toml").write_bytes(text.encode(encoding))
    with pytest.raises(BadConfiguration, match="сохраните его в кодировке UTF-8"):
        settings_for(tmp_path / "x.txt")
