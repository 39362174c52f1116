"""The files of a draft's outcomes: download, and import after a preview of its changes."""

from collections.abc import Sequence

import streamlit as st

from jtbd_core.errors import JtbdError
from jtbd_core.exchange.outcomes_diff import OutcomesDiff, outcomes_diff
from jtbd_core.exchange.outcomes_file import outcomes_csv, outcomes_excel, with_outcomes_file
from jtbd_core.live.job import run_job
from jtbd_core.study import KINDS, Study
from pages.components.escape import escaped
from pages.components.made_files import MadeFile, draw_made_file, written
from pages.components.plural import plural
from pages.components.upload import read_upload
from pages.desk.changes import change

UPLOAD = "outcomes-upload"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOTHING = OutcomesDiff(added=(), changed=(), removed=(), steps=(), is_reordered=False)


def draw_files(study: Study) -> None:
    """Draw the downloads of the outcomes, and the import of a file."""
    st.markdown("**Save the outcomes** to edit them in a spreadsheet, or to keep them.")
    with st.container(horizontal=True):
        excel, table = (written(lambda make=make: make(study)) for make in (outcomes_excel, outcomes_csv))
        draw_made_file(MadeFile("Excel", "outcomes.xlsx", excel), icon=":material/table_view:")
        draw_made_file(MadeFile("CSV", "outcomes.csv", table), icon=":material/csv:")
    st.markdown(
        f"**Import outcomes** from such a file: columns `kind` ({', '.join(KINDS)}), "
        "`job_step`, `activity`, `polarity`, `statement`, `id`. Rows whose `id` is known change that outcome."
    )
    upload = st.file_uploader("Excel or CSV file", type=["xlsx", "csv"], key=UPLOAD)
    if upload is None:
        return
    try:
        found = outcomes_diff(study, read_upload(with_outcomes_file, upload, study))
    except JtbdError as error:
        st.error(escaped(f"{upload.name}: {error} Nothing was changed."), icon=":material/error:")
        return
    draw_difference(found)
    if found != NOTHING:
        st.button(
            "Import",
            type="primary",
            on_click=change,
            args=(f"imported {upload.name}", lambda old: run_job(with_outcomes_file, old, upload.getvalue())),
        )


def draw_difference(found: OutcomesDiff) -> None:
    """Draw what the import of a file will add, change and remove."""
    if found == NOTHING:
        st.success("The study holds these outcomes already, to the letter.", icon=":material/check_circle:")
        return
    draw_list("to add", "add", found.added)
    draw_list("to change", "edit", found.changed)
    draw_list("to remove", "delete", found.removed)
    if found.steps:
        st.write(f"New job steps: {', '.join(map(escaped, found.steps))}.")
    if found.is_reordered:
        st.write("The order changes.")


def draw_list(what: str, icon: str, statements: Sequence[str]) -> None:
    """Draw the statements of one kind of change in an expander."""
    if statements:
        with st.expander(f"{plural(len(statements), 'outcome')} {what}", icon=f":material/{icon}:", expanded=True):
            st.markdown("\n".join(f"- {escaped(one)}" for one in statements))
