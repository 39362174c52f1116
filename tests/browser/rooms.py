"""Rounds as a room brings them about, each in one of the states in which a page is looked at."""

from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.scoring.progress import section_progress
from jtbd_core.study import Study
from jtbd_core.wave import Answers, Rating, Wave
from jtbd_core.wave.stage import Counts

PEOPLE = 12
STATES = ("lobby", "rating", "frozen", "paused", "closed", "revealed")


def study_of(outcomes: int) -> Study:
    """Return a study of so many outcomes, half of each kind: those of the demo study with the most to read."""
    study = demo_study()
    chosen = {
        one.id
        for kind in (study.key_outcomes, study.success_outcomes)
        for one in sorted(kind, key=lambda one: len(one.statement), reverse=True)[: outcomes // 2]
    }
    return replace(study, note="", outcomes=tuple(one for one in study.outcomes if one.id in chosen))


def room(store: Store, state: str, outcomes: int = 12) -> Wave:
    """Open a wave of a study of its own, in which people rated unless it is in the lobby, and return it."""
    study = study_of(outcomes)
    wave = store.open_wave(store.add_study(study).id)
    if state == "lobby":
        return wave
    store.begin(wave.id)
    store.predict(wave.id, [one.id for one in (*study.success_outcomes[:4], *study.key_outcomes[-4:])])
    rate(store, wave, study)
    if state == "frozen":
        done = section_progress(study, store.ratings(wave.id), store.assignments(wave.id))
        store.freeze(wave.id, Counts(store.progress(wave.id), done, late=0))
    elif state in ("paused", "closed"):
        store.set_status(wave.id, state)
    elif state == "revealed":
        store.reveal(wave.id)
    return store.wave(wave.id)


def rate(store: Store, wave: Wave, study: Study) -> None:
    """Let people rate everything: three outcomes of each kind lead, and of these one splits the room."""
    for person in range(PEOPLE):
        ratings = []
        for kind in (study.key_outcomes, study.success_outcomes):
            for n, one in enumerate(kind):
                importance, experience = (
                    (5, 1 + (person + n) % 2) if n < 3 else (2 + (person + n) % 3, 3 + (person + n) % 3)
                )
                if n == 2:
                    experience = 5 if person % 2 else 1
                ratings.append(Rating(outcome=one.id, importance=importance, experience=experience))
        store.save(wave.id, f"{wave.id}{person:06}", Answers(ratings=tuple(ratings), is_finished=True))
