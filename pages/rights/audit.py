"""What was done to a study, by whom, when and from which sign-in: the latest as a table, all as a file."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from jtbd_core.contract.sharing import Deed
from jtbd_core.exchange.audit_table import audit_of
from jtbd_core.study import StudyRecord
from pages.components.clock import clock
from pages.components.made_files import MadeFile, draw_made_file, written
from pages.components.my_store import my_store

MOST_SHOWN = 100
NOTHING = "Nothing yet since this list is kept."
OPERATOR = "Whoever runs this server"


def draw_audit(record: StudyRecord) -> None:
    """Draw the latest deeds, the same of one person in a row as one line, and the file of all."""
    store = my_store()
    deeds = store.audit(record.id)
    if not deeds:
        st.caption(NOTHING)
        return
    st.dataframe(audit_rows(deeds)[:MOST_SHOWN], hide_index=True, width="stretch")
    make = written(lambda: audit_of(store, record.id))
    draw_made_file(MadeFile("The whole list as CSV", "audit.csv", make), type="tertiary")


def audit_rows(deeds: Sequence[Deed]) -> list[dict[str, str]]:
    """Return deeds as rows in words, with the time of the last of those that are joined."""
    rows = []
    for (who, sign_in, what), same in groupby(deeds, lambda one: (one.who, one.sign_in, one.what)):
        several = list(same)
        times = f" ({len(several)} times)" if len(several) > 1 else ""
        when = clock(several[0].done_at, "%-d %b %Y, %H:%M")
        rows.append({"When": when, "What": f"{what}{times}", "Who": who or OPERATOR, "Sign-in": sign_in})
    return rows
