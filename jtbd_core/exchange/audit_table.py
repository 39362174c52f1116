"""The audit list as a file."""

from collections.abc import Iterable

import pandas as pd

from jtbd_core.contract.sharing import Deed
from jtbd_core.exchange.long_table import neutralized

COLUMNS = ("when", "who", "sign_in", "what", "study")


def audit_csv(deeds: Iterable[Deed]) -> bytes:
    """Return deeds as CSV: when (UTC), who (empty: the operator), sign_in, what, study (its id, empty for none)."""
    rows = [(one.done_at.isoformat(timespec="seconds"), *one[1:]) for one in deeds]
    return neutralized(pd.DataFrame(rows, columns=list(COLUMNS))).to_csv(index=False).encode()
