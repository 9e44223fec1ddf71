"""The benchmarks run and compare; how fast anything is is no matter of tests."""

import json
import os
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from benchmarks import ratios, run, texts
from benchmarks.clock import Spent
from benchmarks.run import Plan

TINY = Plan(warm=20, rounds=1, texts=1, words=20, sizes=(20, 40), letters=2)


def test_text_has_its_words_and_no_sentence_twice() -> None:
    text = texts.text(5_000)
    assert 5_000 <= len(text.split()) < 5_200
    sentences = list(islice(texts.dealt(Random(1)), 3_000))
    assert len(set(sentences)) > 0.99 * len(sentences)
    assert text == texts.text(5_000) != texts.text(5_000, seed=1)


def test_letters_of_formulas_repeat_their_paragraphs() -> None:
    letters = [texts.of_formulas(400, seed) for seed in range(2)]
    assert letters[0] != letters[1] and letters[0] == texts.of_formulas(400, 0)
    for letter in letters:
        assert 400 <= len(letter.split()) < 600
        assert set(letter.strip().split("\n\n")) <= set(texts.formulas())


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="programs are measured on Unix only")
def test_all_is_measured_and_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "plan", lambda short, million: TINY)
    assert run.main(["--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    of_programs = {*ratios.STARTS, *ratios.BY_CLOCK}
    assert set(told["ratios"]) == {*ratios.PAIRS, *of_programs, "a word in 20 against one in 40"}
    assert all(ratio > 0 for ratio in told["ratios"].values())
    assert all(spent["peak"] > 10 for spent in told["programs"].values())


def test_figures_are_shown_beside_what_is_stored(capsys: pytest.CaptureFixture[str]) -> None:
    name = next(iter(ratios.stored()))
    speed, spent = {"natasha": 0.125}, {"start": Spent(1.5, 2.0, 99.6)}
    run.show(run.Figures(speed, {1_000: 0.25}, spent, {name: 7.77}, 0.5))
    shown = capsys.readouterr().out
    for figure in ("0.1250", "one text of 1,000 words", "1.50", "100", "7.77", "load of the"):
        assert figure in shown
    assert f"{ratios.stored()[name]:.2f}" in shown


def test_fall_of_more_than_a_third_is_told(tmp_path: Path) -> None:
    held = tmp_path / "ratios.toml"
    ratios.store({"a": 3.0, "b": 1.0}, held)
    ratios.store({"b": 2.0}, held)
    assert ratios.stored(held) == {"a": 3.0, "b": 2.0}
    assert ratios.fallen({"a": 2.1, "b": 1.0, "new": 0.1}, ratios.stored(held)) == ["b: 1, held 2"]
