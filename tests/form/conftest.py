"""A small study in an open wave, and people who answer its form over HTTP."""

import warnings
from collections.abc import Callable, Mapping

import httpx
import pytest
from msgspec.structs import replace
from starlette.applications import Starlette

from jtbd_core.contract import Store
from jtbd_core.form import Form
from jtbd_core.study import Outcome, Step, Study
from jtbd_core.study.scale import IMPORTANT_FROM, SCALES, Importance, Instrument, Points, ScaleName, Settings
from jtbd_core.wave import Response, Wave
from tests.form.reading import Page
from tests.store.studies import CIRCUMSTANCES, SOLUTIONS, in_every_language

with warnings.catch_warnings(action="ignore"):  # it wants httpx2 and works with httpx as well
    from starlette.testclient import TestClient

OUTCOMES = (
    Outcome(id="time", statement="Minimize the time it takes to hand over the package", step="hand-over"),
    Outcome(id="queue", statement="Minimize the time it takes to be served", step="hand-over"),
    Outcome(id="box", statement="Minimize the effort it takes to find a box", step="prepare"),
    Outcome(id="on-time", statement="The package is delivered on time", dimension="functional"),
    Outcome(id="place", statement="The package is delivered to the correct address", dimension="functional"),
    Outcome(id="calm", statement="I feel sure that the package arrives", dimension="emotional"),
)
PARCEL = Study(
    title="Parcels",
    job="Send a package a long distance",
    purpose="We want to know where sending a package falls short.",
    steps=(Step(id="hand-over", name="Hand over", is_core=True), Step(id="prepare", name="Prepare")),
    outcomes=OUTCOMES,
    solutions=SOLUTIONS,
    circumstances=CIRCUMSTANCES,
    translations=in_every_language(*OUTCOMES),
)


def asked_on(points: Points, scale: ScaleName = "satisfaction") -> Study:
    """Return the study of parcels with importance on these points, and all experience on a scale of them."""
    instrument = Instrument(scale=scale, anchor=SCALES[scale].anchors[points], points=points)
    importance = Importance(points=points, cut=IMPORTANT_FROM[points])
    return replace(PARCEL, settings=Settings(importance=importance, key=instrument, success=instrument))


class Visitor:
    """Somebody with a browser of their own at the form of one wave."""

    def __init__(self, client: TestClient, store: Store, wave: Wave) -> None:
        self.client = client
        self.address = f"/r/{wave.rate_key}"
        self._store = store
        self._reply: httpx.Response | None = None

    def open(self, path: str = "") -> Page:
        """Open an address, by default the form's."""
        return self._see(self.client.get(path or self.address))

    def press(self, answers: Mapping[str, str] | None = None, go: str = "", form: str = "") -> Page:
        """Give answers by field name and press a button of a form; what is chosen already is sent along."""
        target = self.page.form(form)
        fields = target.chosen | dict(answers or {}) | ({"go": go} if go else {})
        return self._see(self.client.post(target.action, data=fields))

    def start(self) -> Page:
        """Open the form and press *Start*."""
        self.open()
        return self.press()

    def rate(self, go: str = "continue") -> Page:
        """Rate every card of the page in front of the visitor and press a button."""
        cards = self.page.cards
        return self.press({f"i.{card}": "5" for card in cards} | {f"e.{card}": "2" for card in cards}, go)

    def rate_all(self) -> Page:
        """Walk from *Start* to the thanks, rating everything."""
        self.start()
        self.press({"q.solution": "courier", "q.haste": "high"})
        while self.page.cards:
            self.rate()
        return self.page

    def _see(self, reply: httpx.Response) -> Page:
        self._reply = reply
        return self.page

    @property
    def reply(self) -> httpx.Response:
        """The last reply, after redirects."""
        assert self._reply is not None, "nothing was opened"
        return self._reply

    @property
    def page(self) -> Page:
        """The page in front of the visitor."""
        return Page(self.reply.text)

    @property
    def path(self) -> str:
        """The path in the address bar."""
        return self.reply.url.path

    @property
    def token(self) -> str:
        """The personal token that the browser keeps."""
        return self.client.cookies["headway"]

    @property
    def response(self) -> Response:
        """What is stored of this visitor."""
        return self._store.response(self.token)


@pytest.fixture
def open_wave(store: Store) -> Callable[[Study], Wave]:
    """Return a function that launches a study."""
    return lambda study: store.open_wave(store.add_study(study).id)


@pytest.fixture
def wave(open_wave: Callable[[Study], Wave]) -> Wave:
    """Open a wave of the study of parcels."""
    return open_wave(PARCEL)


@pytest.fixture
def arrive(store: Store) -> Callable[[Wave], Visitor]:
    """Return a function that lets one more person arrive, with a browser of their own."""
    app = Form(Starlette(), store)
    return lambda wave: Visitor(TestClient(app, base_url="http://headway.test"), store, wave)


@pytest.fixture
def cards(visitor: Visitor) -> str:
    """Return the personal address of the first page with cards."""
    visitor.start()
    return visitor.press().form().action


@pytest.fixture
def visitor(arrive: Callable[[Wave], Visitor], wave: Wave) -> Visitor:
    """Let one person arrive."""
    return arrive(wave)
