"""What people wrote: the facilitator reads all of it, everybody else what was released."""

import pytest
from msgspec.structs import replace
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.live.findings import findings
from jtbd_core.study import OTHER_SOLUTION
from jtbd_core.study.results_link import ResultsLink
from jtbd_core.wave import Answers, Wave
from pages.board.board import Board
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import press, text
from tests.store.studies import PARCEL, rated

TEXTS = ("My neighbour Gunther helps", "<b>Too</b> dear", "*Late*", "Nobody answers", "It rains in", "Where is it?")


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give an open wave in which six people rated and wrote something; one uses something else."""
    wave = store.open_wave(store.add_study(replace(PARCEL, title="Parcels by post")).id)
    for person, words in enumerate(TEXTS):
        token = f"{person:022}"
        store.save(wave.id, token, rated("time", 5, 2))
        store.save(wave.id, token, Answers(remark=words))
    store.save(wave.id, f"{0:022}", Answers(profile={"solution": OTHER_SOLUTION}, own_solution="Pigeon post"))
    return wave


@pytest.fixture
def page(facilitate: Visit, wave: Wave) -> AppTest:
    """Give the facilitator's list of remarks."""
    return facilitate("results.py", study=wave.study_id, part="In their words")


def opened(page: AppTest, what: str, store: Store, wave: Wave, words: str) -> str:
    """Open a popover of the remark that has these words, and return the id of the remark."""
    name = next(one.id for one in store.remarks(wave.id) if words in one.text)
    page.session_state[f"{what}-{name}"] = True
    page.run()
    return name


def test_the_facilitator_reads_and_searches_everything(page: AppTest) -> None:
    """Each remark stands there to the letter, without who wrote it; fewer than five cannot be released."""
    shown = text(page) + "".join(box.label.replace("\\", "").replace("\u2060", "") for box in page.checkbox)
    assert all(words in shown for words in (*TEXTS, "Pigeon post"))
    assert "6 people wrote something, 1 named something else that they use; nothing is released yet." in shown
    page.text_input(key="words-search").set_value("NEIGHBOUR").run()
    assert [("Gunther" in box.label) for box in page.checkbox] == [True]
    page.checkbox[0].check().run()
    assert [button.disabled for button in page.button if button.label == "Release 1 remark"] == [True]
    assert "Choose 4 more new ones." in text(page)


def test_what_is_released_is_seen_by_stakeholders(page: AppTest, store: Store, wave: Wave, visit: Visit) -> None:
    """They read what will be there, then six remarks that are released together, and nothing to another question."""
    key = results_key(store, wave.study_id)
    assert "Nothing is released yet." in text(visit("results.py", key=key, part="In their words"))
    press(press(page, "Choose all listed"), "Release 6 remarks")
    assert "6 remarks. In random order." in text(page)
    seen = visit("results.py", key=key, part="In their words")
    assert "6 remarks are released." in text(seen)
    assert all(words in text(seen) for words in TEXTS if "<" not in words)
    assert "Pigeon" not in text(seen)
    assert not seen.checkbox
    assert "&lt;b&gt;Too&lt;/b&gt; dear" in "".join(part.proto.body for part in seen.get("html"))


def test_a_remark_is_cleaned_grouped_and_deleted(page: AppTest, store: Store, wave: Wave) -> None:
    """A name is marked and hidden for good; an outcome or a label is chosen; a remark leaves the list and the store."""
    name = opened(page, "hide", store, wave, "Gunther")
    page.button_group(key=f"words-{name}").set_value(["Gunther"]).run()
    press(page, "Hide for good")
    name = opened(page, "group", store, wave, "Late")
    page.selectbox(key=f"under-{name}").set_value(PARCEL.outcomes[1].statement).run()
    opened(page, "delete", store, wave, "Nobody")
    press(page, "Delete for good")
    kept = {one.text: one.outcome for one in store.remarks(wave.id)}
    assert kept["My neighbour [name] helps"] == ""
    assert kept["*Late*"] == "on-time"
    assert "Nobody answers" not in kept


def draw_alone(board: "Board") -> None:
    """Draw the remarks of a page that was opened before, as Streamlit does when it runs their fragment alone."""
    import streamlit as st

    from pages.board.words import draw_words

    if st.session_state.get("was drawn"):
        st.title("The whole page")
        return
    st.session_state["was drawn"] = True
    draw_words(board)


def left_open(store: Store, wave: Wave, link: ResultsLink | None) -> AppTest:
    """Return what a window draws that was opened with a link, or by the facilitator, when the fragment runs alone."""
    record = store.study(wave.study_id)
    board = Board(record, record.study, (wave,), None, findings(store, record.study, wave), link)
    return AppTest.from_function(draw_alone, args=(board,)).run()


@pytest.mark.parametrize("change", ["none", "revoked", "without remarks"])
def test_a_window_left_open_reads_on_only_while_its_link_shows_remarks(store: Store, wave: Wave, change: str) -> None:
    """Whoever keeps a window from running the page anew, and asks for the remarks alone, has the page run anew."""
    store.release_remarks(wave.id, [one.id for one in store.remarks(wave.id) if one.kind == "missed"])
    (link,) = store.results_links(wave.study_id)
    if change == "revoked":
        store.revoke_results_link(link.id)
    elif change == "without remarks":
        store.change_results_link(link.id, replace(link.settings, remarks=not link.settings.remarks))
    seen = text(left_open(store, wave, link))
    assert ("Nobody answers" in seen, "The whole page" in seen) == (change == "none", change != "none")


@pytest.mark.parametrize("is_signed_in", [True, False])
def test_a_window_left_open_lists_remarks_until_the_sign_out(
    store: Store, wave: Wave, monkeypatch: pytest.MonkeyPatch, is_signed_in: bool
) -> None:
    """A filter that is pressed there runs the list alone."""
    cookie = access.signed_in_cookie(store.secret())
    monkeypatch.setattr(ContextProxy, "cookies", {access.SIGN_IN_COOKIE: cookie})
    if not is_signed_in:
        store.sign_out(access.sign_in(store.secret(), cookie))
    assert ("6 people wrote something" in text(left_open(store, wave, None))) == is_signed_in
