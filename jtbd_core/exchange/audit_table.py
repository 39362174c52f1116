"""The audit list as a file."""

from collections.abc import Iterable

import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.contract.sharing import Deed
from jtbd_core.exchange.long_table import neutralized

COLUMNS = ("when", "who", "sign_in", "what", "study")


def audit_csv(deeds: Iterable[Deed]) -> str:
    """Return deeds as CSV: when (UTC), who (empty: the operator), sign_in, what, study (its id, empty for none)."""
    rows = [(one.done_at.isoformat(timespec="seconds"), *one[1:]) for one in deeds]
    return neutralized(pd.DataFrame(rows, columns=list(COLUMNS))).to_csv(index=False)


def audit_of(store: Store, study_id: str) -> str:
    """Return the list of a study as CSV, with an empty id that of all; `NotFound` for a study that is not there."""
    return audit_csv(store.audit(study_id) if study_id else store.whole_audit())
