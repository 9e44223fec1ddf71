"""The page on configuration is complete, and its example is a configuration that holds."""

import re
from pathlib import Path

from plainreply.settings import settings_for
from plainreply.settings.keys import CHAIN, OWN, TABLES, WHOLE, WORDS

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")


def test_every_key_is_explained() -> None:
    table = PAGE.split("\n## Keys\n")[1].split("\n## ")[0]
    told = {tick.split(".")[0] for tick in re.findall(r"`([^`]+)`", table)}
    assert told >= {*OWN, *WHOLE, *CHAIN, *TABLES, WORDS}


def test_the_example_holds(tmp_path: Path) -> None:
    example = re.findall(r"```toml\n# plainreply\.toml\n(.*?)```", PAGE, re.S)[0]
    (tmp_path / "plainreply.toml").write_text(example, encoding="utf-8")
    found = settings_for(tmp_path / "отказы" / "a.txt")
    assert (found.choice.profile, found.genre, found.min_score) == ("kostroma", "refusal", 60)
    assert found.choice.ignore == ("typography", "negation")
