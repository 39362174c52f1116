"""The export of all answers of a wave, made of some people at a time."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.exchange import answers as module
from jtbd_core.exchange.answers import answers_csv, wave_answers
from jtbd_core.exchange.demo import demo_study, keep_demo
from jtbd_core.exchange.long_table import long_table, neutralized
from jtbd_core.wave import asked_study


def test_an_export_in_parts_is_the_whole_table(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the size of a part, its flags are those of all people, and the headings stand there once."""
    _, wave = keep_demo(store)
    answers = wave_answers(store, demo_study(), wave)
    *frames, _ = answers.answers
    whole = neutralized(long_table(asked_study(demo_study(), wave), *frames)).to_csv(index=False).encode()
    assert answers_csv(answers) == whole
    monkeypatch.setattr(module, "ROWS", 1_000)
    assert answers_csv(answers) == whole


def test_a_round_without_answers_has_the_headings_alone(store: Store) -> None:
    """Its file can be opened like any other."""
    wave = store.open_wave(store.add_study(demo_study()).id)
    assert answers_csv(wave_answers(store, demo_study(), wave)).decode().startswith("respondent,outcome,")
