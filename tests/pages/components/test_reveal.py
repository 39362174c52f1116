"""The reveal: its words, and on the remote."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.scoring.headlines import expectation
from jtbd_core.scoring.results import rounded
from jtbd_core.scoring.study_scores import study_scores
from pages.components.escape import unbroken
from pages.components.reveal import MOST_LARGE, leaders
from tests.pages.answers import rate_all
from tests.pages.conftest import Visit
from tests.pages.words import press, text


def test_the_reveal_shows_leaders_split_and_sureness(facilitate: Visit, store: Store, study_id: str) -> None:
    """One press of the remote reveals how many answered, what splits the room and what more people would add."""
    wave = store.open_wave(study_id)
    rate_all(store, wave.id, 12)
    press(facilitate("room.py", study=study_id), "Reveal")
    assert store.wave(wave.id).revealed_at is not None
    shown = text(facilitate("room.py", study=study_id))
    assert "12 people answered" in shown
    assert "more people" in shown
    assert "two camps of 12 people" in shown


def test_contenders_stand_in_the_order_of_the_results() -> None:
    """Each list has its first under the letter of the landscape, and says what to expect when asked again."""
    study = demo_study()
    found = rounded(study_scores(study, demo_answers(study, 40)[0]))
    said = [words.text for words in leaders(found)]
    named = [line for line in said if " · " in line]
    first = [scores["statement"].iloc[0] for scores in found.rated.values()]
    assert [line.partition(" · ")[2] for line in named if line.partition(" · ")[2] in first] == first
    assert named[0].startswith("A · ")
    assert len(named) <= MOST_LARGE
    for kind, scores in found.rated.items():
        contenders = int((scores["tie_group"] == 1).sum())
        assert any(line.startswith(f"{contenders} of {len(scores)} {kind}") for line in said)
        assert any(line.endswith(unbroken(expectation(scores, found.by[kind]))) for line in said)
