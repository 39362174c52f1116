"""Panels: how waves are fielded, who of a panel took part, and whom a wave turned away."""

from collections.abc import Mapping
from concurrent.futures import Future
from typing import NamedTuple, Protocol

from jtbd_core.wave import Wave
from jtbd_core.wave.panel import Listed, Panel, Panelist, Quota, Standing


class Place(NamedTuple):
    """A quota, how many have taken a place of it, and how many of them have finished, or deleted their answers."""

    quota: Quota
    taken: int
    finished: int
    deleted: int


class Fielding(NamedTuple):
    """How the fielding of a wave goes: its quotas, and how many it turned away, or are on its list, by standing."""

    places: tuple[Place, ...]
    turned_away: Mapping[str, int]
    listed: Mapping[str, int]


class Panels(Protocol):
    """How waves are fielded to panels.

    The list of a panel and the answers of a wave have no value in common, and no order or time that leads from one to
    the other: which answers are whose is not kept.
    """

    def set_panel(self, wave_id: str, panel: Panel) -> Wave:
        """Replace how a wave is fielded, for newcomers: who has begun goes on.

        Raises:
            Refused: it names an answer that the wave does not offer, or the wave is closed.
        """
        ...

    def check_panelist(self, wave_id: str, panelist: Panelist) -> None:
        """Raise `AlreadyListed` if somebody with this id has started in another browser: with another mark."""
        ...

    def note_panelist(self, wave_id: str, panelist: Panelist, standing: Standing) -> Future[None]:
        """Queue that somebody of a panel started, or how they ended; return the future that is done once it is durable.

        Idempotent. An end is noted once, and of who started with the same mark alone.

        Raises:
            AlreadyListed: by the future: another browser started with this id.
            WaveClosed: by the future: the wave is closed.
        """
        ...

    def listed(self, wave_id: str) -> list[Listed]:
        """Return the list of a closed wave, sorted by id.

        While a wave is open `Refused`: two lists between which one person came would tell which answers are theirs.
        """
        ...

    def delete_listed(self, wave_id: str) -> None:
        """Delete the list of a wave, for good; who is answering meanwhile is not listed again."""
        ...

    def turned_away(self, wave_id: str, token: str) -> str:
        """Return why a wave turned the holder of a token away: screened or quota, empty if it did not."""
        ...

    def fielding(self, wave_id: str) -> Fielding:
        """Return how the fielding of a wave goes."""
        ...
