"""What somebody tells of themselves who deletes their answers: by the groups that lose people then, and that do not."""

from collections.abc import Mapping

import pandas as pd

from jtbd_core.privacy import ratings_of, shown_rows
from jtbd_core.wave import Group
from jtbd_core.wave.ledger import ERASED, Ledger, is_declared
from tests.privacy.saved import saves_by_outcome

Sizes = Mapping[tuple[str, Group, str], frozenset[str]]
"""Whose answers to an outcome are shown of a group, or of everybody, as on an occasion."""


def sizes(log: pd.DataFrame, ledger: Ledger) -> Sizes:
    """Return whose answers are shown of everybody and of each group."""
    saves, found = saves_by_outcome(log), dict[tuple[str, Group, str], frozenset[str]]()
    current = {key: one for key, one in ledger.current().items() if is_declared(key[1]) and one.is_shown}
    for group in dict.fromkeys(group for _, group in current):
        for outcome, names in ratings_of(saves, shown_rows(saves, ledger, group)).groupby("outcome")["respondent"]:
            found[str(outcome), group, current[str(outcome), group].occasion] = frozenset(names)
    for (outcome, group), one in current.items():
        rows = log[(log["outcome"] == outcome) & (log["seq"] <= one.until)]
        latest = rows.drop_duplicates("respondent", keep="last").dropna(subset=["importance", "experience"])
        names = latest.loc[latest["experience"] != ERASED, "respondent"]
        found[outcome, group, f"all {one.occasion}"] = frozenset(names) - {*one.without}
    return found


def tells_of_groups(person: str, before: Sizes, after: Sizes) -> bool:
    """Return whether one who left tells of a group, of an occasion on which they counted, if they were in it.

    So does a group that lost nobody, or all who left everybody.
    """
    for (outcome, group, occasion), theirs in before.items():
        key, whole = (outcome, group, occasion), (outcome, group, f"all {occasion}")
        if occasion.startswith("all ") or key not in after or person not in before[whole] or theirs == before[whole]:
            continue
        if len(theirs) - len(after[key]) in (0, len(before[whole]) - len(after[whole])):
            return True
    return False
