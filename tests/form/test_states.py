"""What respondents see when a wave takes no answers, or there is none."""

from collections.abc import Callable
from datetime import datetime

import pytest
from msgspec.structs import replace

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.study import Outcome, Study
from jtbd_core.study.scale import Rotation, Settings
from jtbd_core.wave import Limits, Wave
from tests.form.conftest import PARCEL, Visitor


@pytest.mark.parametrize(
    ("status", "code", "title"),
    [("paused", 423, "A short pause"), ("closed", 410, "This round is closed")],
)
def test_a_wave_that_takes_no_answers_says_so(
    visitor: Visitor, store: Store, wave: Wave, status: str, code: int, title: str
) -> None:
    """Paused and closed each have a page and a status of their own."""
    store.set_status(wave.id, status)
    assert title in visitor.open().headings
    assert visitor.reply.status_code == code


@pytest.mark.parametrize("status", ["paused", "closed"])
def test_answers_given_before_are_said_to_be_safe(visitor: Visitor, store: Store, wave: Wave, status: str) -> None:
    """Who has answered reads that the answers are safe, and gets the receipt code."""
    visitor.start()
    visitor.press({"q.haste": "low"})
    store.set_status(wave.id, status)
    words = visitor.open().words
    assert "Your answers are safe." in words
    assert access.receipt(visitor.token) in words


def test_who_has_not_answered_is_told_nothing_of_answers(visitor: Visitor, store: Store, wave: Wave) -> None:
    """A newcomer at a closed wave reads nothing untrue."""
    store.set_status(wave.id, "closed")
    assert "safe" not in visitor.open().words


@pytest.mark.parametrize(("status", "code"), [("paused", 423), ("closed", 410)])
def test_a_page_sent_too_late_is_refused(visitor: Visitor, store: Store, wave: Wave, status: str, code: int) -> None:
    """A page that was open while the wave was paused or closed stores nothing any more."""
    visitor.start()
    visitor.press()
    store.set_status(wave.id, status)
    visitor.press({"i.box": "5", "e.box": "5"})
    assert visitor.reply.status_code == code
    assert store.ratings(wave.id).empty


def test_a_full_wave_tells_newcomers_only(
    visitor: Visitor, arrive: Callable[[Wave], Visitor], store: Store, wave: Wave
) -> None:
    """Whoever comes after the last place is taken reads so at once; who has begun goes on to the end."""
    store.set_limits(wave.id, Limits(cap=1))
    late = arrive(wave)
    late.start()
    visitor.start()
    visitor.press({"q.haste": "low"})
    late.press({"q.haste": "high"})
    assert (late.reply.status_code, late.page.headings) == (409, ["This round is full"])
    assert "full" in arrive(wave).open().words
    visitor.rate()
    assert visitor.response.ratings
    assert store.progress(wave.id).joined == 1


def test_a_page_sent_after_the_closing_time_is_refused(visitor: Visitor, store: Store, wave: Wave) -> None:
    """Nobody has to close the wave: past its time it is closed, and what was given is safe."""
    visitor.start()
    visitor.press({"q.haste": "low"})
    store.set_limits(wave.id, Limits(closes_at=datetime(2020, 1, 1)))
    visitor.press({"i.box": "5", "e.box": "5"})
    assert visitor.reply.status_code == 410
    assert "Your answers are safe." in visitor.page.words


def test_a_paused_page_leads_on_when_the_wave_goes_on(visitor: Visitor, store: Store, wave: Wave) -> None:
    """*Try again* is a link to the same page."""
    visitor.start()
    store.set_status(wave.id, "paused")
    retry = visitor.open(visitor.path).links[0]
    store.set_status(wave.id, "open")
    assert "About you" in visitor.open(retry).headings


@pytest.mark.parametrize("path", ["/r/nothing", "/r/AAAAAAAAAAAAAAAAAAAAAA", "/r/", "/r/a/b/c/d", "/j/"])
def test_an_unknown_link_says_so(visitor: Visitor, path: str) -> None:
    """Where there is nothing, a friendly page says so."""
    assert "Nothing here" in visitor.open(path).headings
    assert visitor.reply.status_code == 404


def test_a_deleted_study_is_gone(visitor: Visitor, store: Store, wave: Wave) -> None:
    """The link of a deleted study opens nothing."""
    store.delete_study(wave.study_id)
    visitor.open()
    assert visitor.reply.status_code == 404


LANGUAGES = {
    "en": "This study was withdrawn",
    "de": "Diese Studie wurde zurückgezogen",
    "fr": "Cette étude a été retirée",
    "es": "Este estudio se ha retirado",
    "pt": "Este estudo foi retirado",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_study_in_the_bin_says_so(visitor: Visitor, store: Store, wave: Wave, language: str) -> None:
    """Whoever opens the link of a study in the bin reads that it was withdrawn, and for how long answers are kept."""
    store.shelve_study(wave.study_id, "bin")
    page = visitor.open(f"{visitor.address}?language={language}")
    assert (visitor.reply.status_code, page.headings) == (410, [LANGUAGES[language]])
    assert "30" in page.words


def test_a_page_of_a_study_in_the_bin_is_refused(visitor: Visitor, store: Store, wave: Wave) -> None:
    """A page or a tap that is sent after that stores nothing; restored, the study goes on where it stopped."""
    visitor.start()
    visitor.press({"q.haste": "low"})
    store.shelve_study(wave.study_id, "bin")
    tap = {"outcome": "box", "i.box": "5", "e.box": "5"}
    assert visitor.client.post(f"{visitor.address}/p/{visitor.token}/card", data=tap).status_code == 410
    visitor.press({"i.box": "5", "e.box": "5"})
    assert (visitor.reply.status_code, store.version(wave.id).rows) == (410, 0)
    store.shelve_study(wave.study_id, "desk")
    assert visitor.open().cards


def test_a_study_of_which_each_rates_a_part_can_be_in_the_bin(
    arrive: Callable[[Wave], Visitor], open_wave: Callable[[Study], Wave], store: Store
) -> None:
    """Who was shown a part reads the same."""
    wave = open_wave(replace(PARCEL, settings=Settings(rotation=Rotation(key_outcomes=1))))
    visitor = arrive(wave)
    visitor.start()
    visitor.press({"q.haste": "low"})
    store.shelve_study(wave.study_id, "bin")
    visitor.open()
    assert (visitor.reply.status_code, visitor.page.headings) == (410, ["This study was withdrawn"])


def test_answers_in_the_bin_are_opened_by_receipt(visitor: Visitor, store: Store, wave: Wave) -> None:
    """Who has answered is not told that the answers are safe, but can see and delete them."""
    visitor.start()
    visitor.press({"q.haste": "low"})
    store.shelve_study(wave.study_id, "bin")
    assert "safe" not in visitor.open().words
    visitor.press()
    assert "Not urgent" in visitor.page.words
    visitor.press({"sure": "1"}, form="delete")
    assert "Your answers are deleted" in visitor.page.headings


def test_later_waves_ask_what_the_study_asks_now(
    visitor: Visitor, arrive: Callable[[Wave], Visitor], store: Store, wave: Wave
) -> None:
    """An open wave asks what it asked, in corrected words; the next one has the new outcome, not the retired one."""
    new = Outcome(id="intact", statement="The seal is intact", dimension="functional")
    store.add_outcome(wave.study_id, new)
    store.retire(wave.study_id, "calm")
    store.correct(wave.study_id, "outcome.box", "Minimize the effort it takes to find the box")
    visitor.rate_all()
    assert set(visitor.response.ratings) == {one.id for one in PARCEL.outcomes}
    later = arrive(store.restart(wave.id))
    later.rate_all()
    assert set(later.response.ratings) == {one.id for one in PARCEL.outcomes} - {"calm"} | {"intact"}
    assert "find the box" in later.open(f"{later.address}/1").words


def test_a_page_of_the_form_without_a_start_leads_to_the_introduction(visitor: Visitor) -> None:
    """An address deep in the form that somebody passed on begins at the beginning."""
    visitor.open(f"{visitor.address}/2")
    assert visitor.path == visitor.address


def test_an_unknown_page_says_so(visitor: Visitor) -> None:
    """A page number beyond the last opens nothing."""
    visitor.start()
    visitor.open(f"{visitor.address}/9999999999999999999999999")
    assert visitor.reply.status_code == 404


def test_a_study_that_asks_nothing_has_no_page_about_the_respondent(
    arrive: Callable[[Wave], Visitor], open_wave: Callable[[Study], Wave]
) -> None:
    """Without questions there is no page about them."""
    bare = arrive(open_wave(Study(title="Bare", job=PARCEL.job, steps=PARCEL.steps, outcomes=PARCEL.outcomes)))
    bare.start()
    assert bare.path == f"{bare.address}/1"
    bare.open(f"{bare.address}/about")
    assert bare.reply.status_code == 404
