"""The list of a panel as a CSV table, sorted by id, for paying people."""

import csv
import io
from collections.abc import Sequence

from jtbd_core.exchange.formulas import marked
from jtbd_core.privacy.panel_list import PanelRow


def panel_table(parameters: Sequence[str], rows: Sequence[PanelRow]) -> str:
    """Return a CSV table with a row per person: the parameters of the link, and under `standing` how far they came."""
    names = list(dict.fromkeys([*parameters, *(name for row in rows for name in row.values)]))
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow([*names, "standing"])
    table.writerows([*(marked(row.values.get(name, "")) for name in names), row.said] for row in rows)
    return written.getvalue()
