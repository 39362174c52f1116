"""People whom a panel sends: told what is noted, screened, counted once, and led back to where the facilitator said."""

from collections.abc import Callable
from urllib.parse import quote

import pytest

from jtbd_core.contract import Store
from jtbd_core.form.texts import TEXTS, text
from jtbd_core.wave import Limits, Wave
from jtbd_core.wave.panel import Panel, Quota
from tests.form.conftest import Visitor

Arrive = Callable[[Wave], Visitor]
PANEL = Panel(
    parameters=("pid", "source"),
    completed="https://panel.example/done?id={pid}&from={source}",
    screened="https://panel.example/out/{pid}",
    quota="https://panel.example/full",
    screening=(("solution", "post"),),
    quotas=(Quota("haste", "high", 1),),
)
WANTED = {"q.solution": "courier", "q.haste": "high"}


@pytest.fixture
def wave(wave: Wave, store: Store) -> Wave:
    """Give a wave that is fielded to a panel."""
    return store.set_panel(wave.id, PANEL)


def come(visitor: Visitor, pid: str, **more: str) -> Visitor:
    """Open the link that a panel gives to one of its people, and press *Start*."""
    query = "&".join(f"{name}={quote(value)}" for name, value in {"pid": pid, **more}.items())
    visitor.open(f"{visitor.address}?{query}")
    if text("en", "start") in visitor.page.words:
        visitor.press()
    return visitor


def finish(visitor: Visitor, **about: str) -> Visitor:
    """Answer what is asked about oneself, and rate all."""
    visitor.press({**WANTED, **about})
    while visitor.page.cards:
        visitor.rate()
    return visitor


def listed(store: Store, wave: Wave) -> list[tuple[str, str]]:
    """Close a wave and return its list: id and standing."""
    store.set_status(wave.id, "closed")
    return [(one.values["pid"], one.standing) for one in store.listed(wave.id)]


@pytest.mark.parametrize("language", TEXTS)
def test_who_comes_from_a_panel_is_told_what_is_noted(visitor: Visitor, language: str) -> None:
    """In each language the first page says that the id is noted apart; to anybody else it says nothing of it."""
    told = text(language, "panel_told")
    assert told in visitor.open(f"{visitor.address}?language={language}&pid=p1").words
    visitor.client.cookies.clear()
    assert told not in visitor.open(f"{visitor.address}?language={language}&other=p1").words


def test_who_finishes_is_led_back(visitor: Visitor, store: Store, wave: Wave) -> None:
    """The thanks have the receipt and a way back with the values filled in, encoded; the list says completed."""
    finish(come(visitor, "a/b?c&d", source="mail"))
    assert "https://panel.example/done?id=a%2Fb%3Fc%26d&from=mail" in visitor.page.links
    assert "Receipt code" in visitor.page.headings
    assert listed(store, wave) == [("a/b?c&d", "completed")]


def test_who_stops_is_not_led_back(visitor: Visitor, store: Store, wave: Wave) -> None:
    """*That is enough for now* counts the ratings, and says when the panel hears of it."""
    come(visitor, "p1").press(WANTED)
    visitor.rate("enough")
    assert text("en", "panel_rest") in visitor.page.words
    assert not [link for link in visitor.page.links if "panel.example" in link]
    assert listed(store, wave) == [("p1", "started")]


def test_who_is_screened_out_is_thanked(visitor: Visitor, store: Store, wave: Wave) -> None:
    """One answer ends it kindly: nothing is kept, no page of the form opens any more, and the way back is there."""
    come(visitor, "p1").press({**WANTED, "q.solution": "post"})
    for _ in range(2):
        assert (visitor.reply.status_code, visitor.page.headings) == (200, ["Thank you for your time"])
        assert visitor.page.links == ["https://panel.example/out/p1"]
        visitor.open(f"{visitor.address}/1")
    assert store.progress(wave.id).joined == 0
    assert listed(store, wave) == [("p1", "screened")]


def test_a_full_quota_says_so(visitor: Visitor, arrive: Arrive, store: Store, wave: Wave) -> None:
    """Who comes after the last place of their answer is thanked, led back, and noted so; others go on."""
    come(visitor, "p1").press(WANTED)
    late = come(arrive(wave), "p2")
    late.press(WANTED)
    assert (late.page.headings, late.page.links) == (["Thank you for your interest"], ["https://panel.example/full"])
    assert come(arrive(wave), "p3").press({**WANTED, "q.haste": "low"}).cards
    assert listed(store, wave) == [("p1", "started"), ("p2", "quota"), ("p3", "started")]


def test_a_full_round_leads_back_too(visitor: Visitor, arrive: Arrive, store: Store, wave: Wave) -> None:
    """The total is a quota like others."""
    store.set_limits(wave.id, Limits(cap=1))
    come(visitor, "p1").press(WANTED)
    assert come(arrive(wave), "p2").page.links[:1] == ["https://panel.example/full"]


def test_a_needed_answer_is_asked_for(visitor: Visitor, store: Store, wave: Wave) -> None:
    """Without it the page comes again with a sentence and what was chosen; once in, it is shown and stays."""
    come(visitor, "p1").press({"q.solution": "courier"})
    assert (visitor.reply.status_code, visitor.path.endswith("/about")) == (422, True)
    assert text("en", "gate_missing") in visitor.page.words
    assert visitor.page.form().chosen == {"q.solution": "courier"}
    visitor.press(WANTED)
    assert text("en", "gate_fixed") in visitor.open(f"{visitor.address}/about").words
    address = f"{visitor.address}/p/{visitor.token}/about"
    assert visitor.client.post(address, data={"q.haste": "low"}).status_code == 422
    assert visitor.response.profile == {"solution": "courier", "haste": "high"}


def test_the_same_person_resumes(visitor: Visitor, store: Store, wave: Wave) -> None:
    """Opened again in the same browser the link goes on where it was left, and lists nobody twice."""
    come(visitor, "p1").press(WANTED)
    assert come(visitor, "p1").page.cards
    assert listed(store, wave) == [("p1", "started")]


def test_pressed_twice_start_does_no_harm(visitor: Visitor, store: Store, wave: Wave) -> None:
    """When the answer to *Start* was lost on the way, the same browser may press again."""
    visitor.open(f"{visitor.address}?pid=p1")
    fields = visitor.page.form().chosen
    for _ in range(2):
        assert visitor.client.post(visitor.address, data=fields).url.path.endswith("/about")
    assert listed(store, wave) == [("p1", "started")]


def test_a_second_person_on_one_device_is_another(visitor: Visitor, store: Store, wave: Wave) -> None:
    """A link with another id begins anew instead of showing what the first one answered."""
    come(visitor, "p1").press(WANTED)
    first = visitor.token
    come(visitor, "p2").press({**WANTED, "q.haste": "low"})
    assert visitor.token != first
    assert visitor.response.profile["haste"] == "low"
    assert listed(store, wave) == [("p1", "started"), ("p2", "started")]


def test_looking_at_the_link_lists_nobody(visitor: Visitor, store: Store, wave: Wave) -> None:
    """A scanner that looks ahead uses nothing up."""
    visitor.open(f"{visitor.address}?pid=p1")
    assert listed(store, wave) == []


@pytest.mark.parametrize("query", ["pid=", "source=mail", "pid=" + "x" * 65, "pid=a%0ab", "other=p1", "PID=p1"])
def test_what_is_no_parameter_is_passed_over(visitor: Visitor, store: Store, wave: Wave, query: str) -> None:
    """Without an id that can be kept somebody answers unlisted, and no way back is made of it."""
    visitor.open(f"{visitor.address}?{query}")
    visitor.press()
    finish(visitor)
    assert not [link for link in visitor.page.links if "panel.example" in link]
    assert listed(store, wave) == []


@pytest.mark.parametrize("hostile", ["//evil.example", "https://evil.example/", "javascript:alert(1)", "@evil.example"])
def test_nobody_is_led_where_a_link_says(visitor: Visitor, store: Store, wave: Wave, hostile: str) -> None:
    """An address in the query goes nowhere: neither as a value nor as a name that sounds like one."""
    store.set_panel(wave.id, Panel(parameters=("pid",), completed="https://panel.example/{pid}", leads_on=True))
    for name in ("completed", "redirect", "url", "next"):
        visitor.open(f"{visitor.address}?pid={quote(hostile)}&{name}={quote(hostile)}")
    visitor.press()
    finish(visitor)
    address = f"https://panel.example/{quote(hostile, safe='')}"
    assert visitor.reply.headers["Refresh"] == f"0; url={address}"
    assert [link for link in visitor.page.links if "example" in link] == [address]


def test_receipts_stay_where_people_are_led_on(visitor: Visitor, store: Store, wave: Wave) -> None:
    """The thanks lead on once, right after the end; opened again they stay."""
    store.set_panel(wave.id, Panel(parameters=("pid",), completed="https://panel.example/{pid}", leads_on=True))
    finish(come(visitor, "p1"))
    assert visitor.reply.headers["Refresh"]
    assert "Receipt code" in visitor.open().headings
    assert "Refresh" not in visitor.reply.headers


def test_a_closed_round_leads_back_and_lists_nobody(visitor: Visitor, store: Store, wave: Wave) -> None:
    """Who comes too late is not stranded."""
    store.set_status(wave.id, "closed")
    assert "https://panel.example/full" in come(visitor, "p1").page.links
    assert store.listed(wave.id) == []


def test_whoever_hands_on_the_device_leaves_nothing(visitor: Visitor, store: Store, wave: Wave) -> None:
    """*Someone else answers* forgets who came from the panel too: the next one is not taken for them."""
    finish(come(visitor, "p1"))
    visitor.press(form="/leave")
    visitor.press()
    visitor.press({**WANTED, "q.haste": "low"})
    while visitor.page.cards:
        visitor.rate()
    assert not [link for link in visitor.page.links if "panel.example" in link]
    assert listed(store, wave) == [("p1", "completed")]
