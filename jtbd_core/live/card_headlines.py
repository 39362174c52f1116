"""The headlines on the cards of studies: each is computed in the background, so that a list of thirty opens at once."""

from threading import Lock

from jtbd_core.contract import Store
from jtbd_core.live.findings import findings, pulse
from jtbd_core.live.refresh import Lane
from jtbd_core.live.waiting import waiting
from jtbd_core.scoring.headlines import headline
from jtbd_core.study import Study
from jtbd_core.wave import Wave

HEADLINES = Lane("headlines of cards", 1)


class CardHeadlines:
    """The headline of the latest round of each study, with the stamp of what it was computed from."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: dict[str, tuple[object, str]] = {}
        self._asked: set[str] = set()

    def get(self, store: Store, study: Study, wave: Wave) -> str | None:
        """Return what is known, at once: the newest, an older one while it is renewed, None while there is none yet."""
        stamp = (hash((study.steps, study.outcomes, study.settings)), pulse(store, wave.id))
        with self._lock:
            at, said = self._kept.get(wave.id, (None, None))
            if at != stamp and wave.id not in self._asked:
                self._asked.add(wave.id)
                HEADLINES.submit(lambda: self._renew(store, study, wave, stamp))
        return said

    def _renew(self, store: Store, study: Study, wave: Wave, stamp: object) -> None:
        said = ""
        try:
            said = card_headline(store, study, wave)
        finally:
            with self._lock:
                self._kept[wave.id] = stamp, said
                self._asked.discard(wave.id)


def card_headline(store: Store, study: Study, wave: Wave) -> str:
    """Return what a round shows in a sentence or two, or why it shows nothing yet; all answers of it count."""
    found = findings(store, study, wave, with_unreleased=True)
    if said := waiting(store, found):
        return said
    rated = found.results.rated
    kind = next(iter(rated), "")
    return headline(rated[kind], kind, found.results.by[kind]) if kind else ""


card_headlines = CardHeadlines()
