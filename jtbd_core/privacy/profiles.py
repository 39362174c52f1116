"""What people said of themselves, as it counts on an occasion: what few of them changed since the one before waits.

Beside a group as it was, one that fewer than 5 people left or joined could not be shown. If it were hidden, its absence
would tell as much: where one person changed an answer, just the two groups of it would vanish. So who was released
before stays in a group, or out of it, until at least 5 people have left or joined each of those that they move between
and that were ever shown. That is so for flags of careless answers too.
"""

from collections import Counter
from collections.abc import Collection, Iterable

import pandas as pd

from jtbd_core.privacy.threshold import THRESHOLD
from jtbd_core.wave import Group
from jtbd_core.wave.ledger import Ledger, is_declared

MEMBER = ["respondent", "question", "option"]
NOTHING = frozenset[str]()

Said = dict[tuple[str, str], frozenset[str]]
"""The options of a person by their name and the question."""


def settled_profiles(profiles: pd.DataFrame, ledger: Ledger, known: Collection[str]) -> pd.DataFrame:
    """Return profiles (columns respondent, question, option) with what few changed as it was on the last occasion.

    The `known` are those of whom something is released on it; all others count as they are in `profiles`.
    """
    last = ((one, names) for (name, one), names in ledger.members.items() if name == ledger.occasion)
    before = _said((name, *one) for one, names in last if is_declared(one) for name in names if name in known)
    now = _said(profiles[MEMBER].itertuples(index=False))
    every = {key for key in before.keys() | now.keys() if key[0] in known}
    moved = {key: before.get(key, NOTHING) ^ now.get(key, NOTHING) for key in every}
    moved = waits = {key: options for key, options in moved.items() if options}
    shown = {one.group for one in ledger.releases if one.is_shown}
    while few := _few(moved, shown):
        moved = {key: options for key, options in moved.items() if key not in few}
    waits = {key: before.get(key, NOTHING) for key in waits.keys() - moved.keys()}
    rows = [(*key, option) for key, options in {**now, **waits}.items() for option in options]
    return pd.DataFrame(rows, columns=MEMBER, dtype="str")


def _few(moved: Said, shown: Collection[Group]) -> set[tuple[str, str]]:
    """Return which of those who moved left or joined a group of these that fewer than `THRESHOLD` did."""
    changed = Counter(Group(question, option) for (_, question), options in moved.items() for option in options)
    few = {one for one in shown if changed[one] < THRESHOLD}
    return {key for key, options in moved.items() if any(Group(key[1], one) in few for one in options)}


def _said(rows: Iterable[tuple[str, ...]]) -> Said:
    said: dict[tuple[str, str], set[str]] = {}
    for name, question, option in rows:
        said.setdefault((str(name), str(question)), set()).add(str(option))
    return {key: frozenset(options) for key, options in said.items()}
