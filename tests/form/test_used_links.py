"""Links of a panel that were used: they open nothing in another browser, and tell strangers nothing of their person."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.form.routes import USED_LINKS
from jtbd_core.form.texts import TEXTS, text
from jtbd_core.wave import Wave
from jtbd_core.wave.panel import Panelist
from tests.form.conftest import Visitor
from tests.form.test_panelist import PANEL, WANTED, Arrive, come, finish


@pytest.fixture
def wave(wave: Wave, store: Store) -> Wave:
    """Give a wave that is fielded to a panel."""
    return store.set_panel(wave.id, PANEL)


@pytest.mark.parametrize("language", TEXTS)
def test_another_browser_is_told(visitor: Visitor, arrive: Arrive, store: Store, wave: Wave, language: str) -> None:
    """An id that was used opens nothing elsewhere, is counted once, and whose it is reads what to do."""
    come(visitor, "p1").press(WANTED)
    other = arrive(wave)
    other.open(f"{other.address}?pid=p1&language={language}")
    assert other.press().headings == [text(language, "listed_title")]
    assert text(language, "listed") in other.page.words
    assert not other.page.links
    assert store.progress(wave.id).joined == 1
    assert visitor.open(f"{visitor.address}?pid=p1").cards


def test_strangers_see_of_no_id_how_far_it_came(arrive: Arrive, wave: Wave) -> None:
    """Looking at a link shows the same whoever has it; pressing *Start* tells alike of all that were used."""

    def seen(pid: str) -> str:
        stranger = arrive(wave)
        return stranger.open(f"{stranger.address}?pid={pid}").words

    unused = seen("p0")
    come(arrive(wave), "begun")
    finish(come(arrive(wave), "done"))
    come(arrive(wave), "screened").press({**WANTED, "q.solution": "post"})
    come(arrive(wave), "quota").press(WANTED)
    used = ("begun", "done", "screened", "quota")
    assert {seen(pid) for pid in used} == {unused}
    strangers = [come(arrive(wave), pid) for pid in used]
    assert {(one.reply.status_code, *one.page.headings, *one.page.links) for one in strangers} == {
        (409, text("en", "listed_title"))
    }
    assert len({one.page.words for one in strangers}) == 1


def test_ids_cannot_be_walked(arrive: Arrive, store: Store, wave: Wave) -> None:
    """Whoever presses *Start* with one used id after another must wait, also at an id that nobody has used."""
    for number in range(USED_LINKS.browser.most + 5):
        store.note_panelist(wave.id, Panelist({"pid": f"p{number}"}, "a" * 22), "started").result()
    ends = [come(arrive(wave), f"p{number}").reply.status_code for number in range(USED_LINKS.browser.most + 5)]
    assert {*ends[: USED_LINKS.browser.most]} == {409}
    assert ends[-1] == 429
    late = come(arrive(wave), "new")
    assert (late.reply.status_code, text("en", "too_many_links") in late.page.words) == (429, True)
    assert arrive(wave).start().headings == ["About you"]


def test_a_used_id_uses_up_no_code(visitor: Visitor, arrive: Arrive, store: Store, wave: Wave) -> None:
    """Where a round asks for codes too, whose link was used keeps the code."""
    first, second = store.add_codes(wave.id, 2)
    for code, one in ((first, visitor), (second, arrive(wave))):
        one.open(f"{one.address}?pid=p1")
        one.press({"code": code})
    assert one.reply.status_code == 409
    store.use_code(wave.id, second, "a" * 22)
