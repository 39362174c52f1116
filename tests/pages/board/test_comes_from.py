"""Where success comes from, on the results page."""

from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.scoring.study_scores import study_scores
from jtbd_core.wave import Wave
from tests.links import results_key
from tests.pages.answers import rate_all
from tests.pages.conftest import Visit
from tests.pages.words import text

STUDY = demo_study()
TAB = "Where it comes from"


def test_steps_that_success_goes_with(visit: Visit, store: Store, wave: Wave, key: str) -> None:
    """A headline, a described chart per outcome, how to read them, and that nothing is caused; a table on demand."""
    page = visit("results.py", key=key, part=TAB)
    shown = text(page)
    assert " above all" in shown
    assert "Goes with, not causes." in shown
    assert "How to read this" in shown
    alts = [chart.proto.alt for chart in page.get("vega_lite_chart")]
    assert all("Share of its variation that goes with each job step" in alt for alt in alts)
    names = [alt.split(":")[0] for alt in alts]
    unmet = study_scores(STUDY, store.ratings(wave.id)).success["statement"]
    assert names == [one for one in unmet if one in names]
    assert any("no step stands out" in alt for alt in alts)
    page.session_state["drivers"] = True
    page.run()
    assert set(page.dataframe[0].value["Job step"]) == {step.name for step in STUDY.steps}


def test_it_waits_for_enough_people(visit: Visit, store: Store) -> None:
    """Of few it says how many it takes."""
    few = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY, 12))
    shown = text(visit("results.py", key=results_key(store, few.study_id), part=TAB))
    assert "This takes 20 people or more who rated a success outcome and each job step; so far there are 1" in shown


def test_it_names_what_is_not_shown(visit: Visit, store: Store) -> None:
    """Four people rated both an outcome and a step: nothing is shown of it, and the page says why."""
    ratings, *others = demo_answers(STUDY, 40)
    person = ratings["respondent"].factorize()[0]
    in_step = {one.id for one in STUDY.key_outcomes if one.step == STUDY.steps[0].id}
    is_left_out = (ratings["outcome"].isin(in_step) & (person < 6)) | (
        (ratings["outcome"] == STUDY.success_outcomes[0].id) & (person >= 10)
    )
    wave = store.import_wave(store.add_study(STUDY).id, ratings[~is_left_out], *others)
    shown = text(visit("results.py", key=results_key(store, wave.study_id), part=TAB))
    assert f"Not shown: “{STUDY.success_outcomes[0].statement}”. The reason: fewer than 5 people" in shown


def test_it_waits_for_the_reveal_and_takes_both_kinds(visit: Visit, store: Store) -> None:
    """While a room answers it says so; a study of success outcomes alone has no such tab."""
    room = store.open_wave(store.add_study(STUDY).id)
    rate_all(store, room.id, 6)
    key = results_key(store, room.study_id)
    assert "appears after the reveal, or when the round closes" in text(visit("results.py", key=key, part=TAB))
    alone = store.open_wave(store.add_study(replace(STUDY, steps=(), outcomes=STUDY.success_outcomes)).id)
    page = visit("results.py", key=results_key(store, alone.study_id))
    assert TAB not in [tab.label for tab in page.tabs]
