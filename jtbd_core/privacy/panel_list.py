"""The list of a panel as it may leave: with it nobody can tell whose answers are unfinished where these are few."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jtbd_core.privacy.threshold import THRESHOLD
from jtbd_core.wave.panel import Listed

SAID = {"started": "started", "completed": "completed", "screened": "screened out", "quota": "quota full"}
TOOK_PART = "took part"
"""Said of all who started or completed where one of the two are fewer than `THRESHOLD`, but not nobody."""


class PanelRow(NamedTuple):
    """A row of the list: the values that the link carried, and how far that person came, in words."""

    values: Mapping[str, str]
    said: str


def panel_list(listed: Sequence[Listed]) -> list[PanelRow]:
    """Return the list of a panel in words, in its order.

    Whoever was screened out or came to a full quota has left no answers, and is always told apart.
    """
    counts = Counter(one.standing for one in listed)
    few = min(counts["started"], counts["completed"])
    said = SAID if few == 0 or few >= THRESHOLD else SAID | dict.fromkeys(("started", "completed"), TOOK_PART)
    return [PanelRow(one.values, said[one.standing]) for one in listed]
