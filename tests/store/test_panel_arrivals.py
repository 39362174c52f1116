"""People of a panel who arrive at the form all at once, on every engine: quotas hold, each is led to their place."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from starlette.applications import Starlette

from jtbd_core.contract import Store
from jtbd_core.form import Form
from jtbd_core.wave.panel import Panel, Quota
from tests.form.conftest import PARCEL, TestClient, Visitor

PEOPLE = 300
PANEL = Panel(
    parameters=("pid",),
    screened="https://panel.example/out?id={pid}",
    quota="https://panel.example/full?id={pid}",
    screening=(("solution", "post"),),
    quotas=(Quota("haste", "high", 40),),
)
FULL, OUT = "Thank you for your interest", "Thank you for your time"


def test_of_300_at_once_the_quota_takes_its_number(store: Store, opened: Callable[[], Store]) -> None:
    """Everybody is admitted, screened out or without room, led back by their own id alone, and listed once."""
    wave = store.set_panel(store.open_wave(store.add_study(PARCEL).id).id, PANEL)
    stores = [store] if store.is_alone else [store, opened()]
    forms = [Form(Starlette(), one) for one in stores]

    def arrive(number: int) -> str:
        visitor = Visitor(TestClient(forms[number % len(forms)], base_url="http://headway.test"), store, wave)
        visitor.open(f"{visitor.address}?pid=p{number}&next=https://evil.example")
        visitor.press()
        visitor.press({"q.solution": "post" if number % 6 == 0 else "courier", "q.haste": "high"})
        title = visitor.page.headings[0]
        way = {FULL: "full", OUT: "out"}.get(title)
        expected = [f"https://panel.example/{way}?id=p{number}"] if way else []
        assert [link for link in visitor.page.links if "example" in link] == expected
        return title if way else "in"

    with ThreadPoolExecutor(PEOPLE // 6) as people:
        ends = Counter(people.map(arrive, range(PEOPLE)))
    assert ends == {"in": 40, OUT: PEOPLE // 6, FULL: PEOPLE - PEOPLE // 6 - 40}
    now = store.fielding(wave.id)
    assert now.places[0].taken == store.progress(wave.id).joined == 40
    assert now.listed == {"started": 40, "screened": PEOPLE // 6, "quota": PEOPLE - PEOPLE // 6 - 40}
    store.set_status(wave.id, "closed")
    assert [one.values["pid"] for one in store.listed(wave.id)] == sorted(f"p{number}" for number in range(PEOPLE))
