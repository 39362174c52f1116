"""Weights on the results page: the facilitator gives shares, and sees weighted scores beside plain ones."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers
from jtbd_core.live.weighted import Row, Weighted
from jtbd_core.scoring.study_scores import raters
from jtbd_core.study.results_link import LinkSettings
from jtbd_core.wave.margin import Margin
from pages.board.weights import ALONE, FILE, OF_FILE, PARTLY, SHOWN, TITLE, hidden_note
from tests.links import results_key
from tests.live.compared import STUDY
from tests.pages.conftest import Visit
from tests.pages.words import press, text

SHARES = "home:40 move:30 work:30"


def html(page: AppTest) -> str:
    """Return all HTML of a page."""
    return " ".join(one.proto.body for one in page.get("html"))


def test_the_facilitator_weighs_by_a_question(facilitate: Visit, visit: Visit, store: Store) -> None:
    """Shares that are typed stand in the address and are applied; a stakeholder's link with them shows none."""
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY, 60))
    page = facilitate("results.py", study=wave.study_id, weigh="place")
    for field, share in zip(page.number_input, (40.0, 30.0, 20.0), strict=True):
        field.set_value(share)
    press(page, "Weigh")
    assert page.query_params["shares"] == "home:40 move:30 work:20"
    assert any("add up to 90 %" in one.value for one in page.warning)
    page = facilitate("results.py", study=wave.study_id, weigh="place", shares=SHARES)
    assert f"These {raters(demo_answers(STUDY, 60)[0])} people then say as much as" in html(page)
    assert "effective n" in html(page)
    assert ALONE in text(page)
    key = results_key(store, wave.study_id)
    theirs = visit("results.py", key=key, weigh="place", shares=SHARES)
    assert not theirs.number_input
    assert "effective n" not in html(theirs)


def test_stakeholders_see_weighted_beside_plain_once_it_is_kept(facilitate: Visit, visit: Visit, store: Store) -> None:
    """The facilitator shows it to them and takes it back; of what their own address asks for nothing is shown."""
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY, 60))
    key = results_key(store, wave.study_id)
    page = facilitate("results.py", study=wave.study_id, weigh="place", shares=SHARES)
    press(page, "Show this to stakeholders")
    kept = store.margin(wave.study_id)
    assert kept == Margin(question="place", shares=(("home", 400), ("move", 300), ("work", 300)))
    assert "At home 40 %" in text(page)
    assert TITLE in [one.label for one in visit("results.py", key=key).expander]
    theirs = visit("results.py", key=key, weigh="solution", shares="vinyl:100")
    theirs.session_state["weighted"] = True
    theirs.run()
    assert "Weighted to: Where do you mostly listen? At home 40 %" in text(theirs)
    assert "effective n" in html(theirs)
    assert SHOWN in text(theirs)
    press(facilitate("results.py", study=wave.study_id), "Show them plain scores alone")
    assert store.margin(wave.study_id) is None
    assert TITLE not in [one.label for one in visit("results.py", key=key).expander]


def test_shares_are_given_not_counted_in_answers(facilitate: Visit, store: Store) -> None:
    """The form offers none of its own, as viewers would see what was not released; and weighs by none that is partial.

    What is missing is said, though the others add up.
    """
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY, 60))
    page = facilitate("results.py", study=wave.study_id, weigh="place")
    assert [one.value for one in page.number_input] == [None] * 3
    press(page, "Weigh")
    assert "effective n" not in html(page)
    for field, share in zip(page.number_input, (60.0, 40.0), strict=False):
        field.set_value(share)
    press(page, "Weigh")
    assert PARTLY in [one.value for one in page.warning]
    assert "effective n" not in html(page)
    assert "Show this to stakeholders" not in [one.label for one in page.button]


def test_a_link_without_groups_shows_nothing_weighted(visit: Visit, store: Store) -> None:
    """Of two groups, plain and weighted scores of everybody solve for the scores of both."""
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY, 60))
    store.set_margin(wave.study_id, Margin(question="place", shares=(("home", 400), ("move", 300), ("work", 300))))
    link = store.add_results_link(wave.study_id, LinkSettings(name="Press", depth="everybody"))
    assert TITLE in [one.label for one in visit("results.py", key=results_key(store, wave.study_id)).expander]
    theirs = visit("results.py", key=link.key)
    assert theirs.expander
    assert TITLE not in [one.label for one in theirs.expander]


def test_the_facilitator_weighs_by_the_weights_of_the_file(facilitate: Visit, visit: Visit, store: Store) -> None:
    """They are offered where a round has them, and said to be for nobody else, whose link shows none."""
    ratings, profiles = demo_answers(STUDY, 60)
    plain = store.import_wave(store.add_study(STUDY).id, ratings, profiles)
    page = facilitate("results.py", study=plain.study_id, weigh=FILE)
    assert "The weights of the file" not in options(page)
    assert "effective n" not in html(page)
    weights = {name: 1 + number % 4 for number, name in enumerate(ratings["respondent"].unique())}
    wave = store.import_wave(store.add_study(STUDY).id, ratings, profiles, weights=weights)
    page = facilitate("results.py", study=wave.study_id)
    assert "The weights of the file" in options(page)
    next(one for one in page.selectbox if one.label == "Weigh by").set_value(FILE).run()
    assert page.query_params["weigh"] == FILE
    assert f"These {raters(ratings)} people then say as much as" in html(page)
    assert OF_FILE in text(page)
    theirs = visit("results.py", key=results_key(store, wave.study_id), weigh=FILE)
    assert "effective n" not in html(theirs)


def options(page: AppTest) -> list[str]:
    """Return what answers can be weighed by."""
    return next(one for one in page.selectbox if one.label == "Weigh by").options


def test_outcomes_that_are_not_weighted_are_named() -> None:
    """The first one with the number of others, or that none is."""
    row = Row("A", "1 %", "2 %", "0–9 %", 9, 8.0)
    assert hidden_note(Weighted(rows={"kind": (row,)}), "kind") == ""
    few = Weighted(rows={"kind": (row,)}, hidden={"kind": ("B", "C")})
    assert hidden_note(few, "kind") == "Not weighted: a group of these answers cannot be shown of “B” and 1 other."
    none = Weighted(hidden={"kind": ("B",)})
    assert hidden_note(none, "kind") == "No outcome is weighted: a group of these answers cannot be shown of them."
