"""The single-use codes of a wave."""

import streamlit as st

from jtbd_core.errors import JtbdError
from jtbd_core.exchange.codes import MOST_SLIPS, code_slips, code_table
from jtbd_core.exchange.reminders import read_coded_table, reminder_table
from jtbd_core.privacy import THRESHOLD
from jtbd_core.wave import MOST_CODES, Wave
from pages.components.address import public_address
from pages.components.escape import escaped
from pages.components.made_files import MadeFile, draw_made_file, written
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.components.plural import plural
from pages.components.upload import read_upload


def draw_codes(wave: Wave) -> None:
    """Draw a popover that makes single-use codes; the session that made them can download them until it ends."""
    with st.popover("Single-use codes", icon=":material/key:"):
        st.write(
            "Each code lets one person begin. Once there are codes, the round takes nobody without one; who has begun "
            "goes on. Nothing tells which answers came with which code."
        )
        if wave.asks_code:
            st.caption("This round asks for a code.")
        number, made = f"how many codes of {wave.id}", f"codes of {wave.id}"
        st.number_input("How many", 1, MOST_CODES, 30, key=number)
        st.button("Make codes", icon=":material/key:", on_click=do, args=(_make, wave, number, made))
        if made in st.session_state:
            _draw_files(wave, st.session_state[made])
        if wave.asks_code:
            _draw_reminders(wave)


def _make(wave: Wave, number: str, made: str) -> None:
    # Read from the session state: a press right after typing comes before the rerun that would pass the number.
    st.session_state[made] = my_store().add_codes(wave.id, st.session_state[number])


def _draw_reminders(wave: Wave) -> None:
    """Draw the file of the codes that nobody has used, of a table that the facilitator kept: codes are not stored."""
    st.write("**Reminders**: give back the table of codes, as you saved it or as your mailer has it.")
    upload = st.file_uploader("Table with codes (CSV)", type=["csv"], key=f"coded table of {wave.id}")
    if upload is None:
        return
    try:
        table = read_upload(read_coded_table, upload)
    except JtbdError as error:
        st.error(escaped(f"{upload.name}: {error}"), icon=":material/error:")
        return
    link = f"{public_address()}/r/{wave.rate_key}"
    write = written(lambda: reminder_table(table, my_store().unused_codes(wave.id, table.codes), link))
    draw_made_file(MadeFile("Codes not used yet", "reminders.csv", write), icon=":material/notifications:")
    st.caption(
        f"Its rows whose code nobody has used. Used ones leave it {THRESHOLD} at a time, so that two lists do not tell "
        "when somebody began: up to a few may get a reminder too many."
    )


def _draw_files(wave: Wave, codes: list[str]) -> None:
    link, title = f"{public_address()}/r/{wave.rate_key}", my_store().study(wave.study_id).study.title
    st.write(f"**{plural(len(codes), 'new code')}**, as a table or as slips:")
    draw_made_file(MadeFile("Codes as CSV", "codes.csv", written(lambda: code_table(codes, link))))
    draw_made_file(
        MadeFile("Codes to print", "codes.html", written(lambda: code_slips(codes, link, title))),
        icon=":material/print:",
        disabled=len(codes) > MOST_SLIPS,
        help=f"Up to {MOST_SLIPS} slips, each with a code and a QR code that opens the form with it.",
    )
    st.caption("Both hold the same codes. Save a file: once you leave this page, nothing shows these codes again.")
