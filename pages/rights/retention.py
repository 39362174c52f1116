"""Until when the answers of a study are kept, and what then becomes of them: set by its owner, announced to all."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import streamlit as st

from jtbd_core.study import StudyRecord
from jtbd_core.wave import Wave
from jtbd_core.wave.retention import DAYS_OF_NOTICE, End, Retention
from jtbd_core.wave.rounds import round_name
from pages.components.escape import escaped
from pages.components.kept import kept_until
from pages.components.my_store import may, my_store
from pages.components.permission import do, with_permission

ENDS: dict[End, str] = {"anonymise": "anonymise the answers", "delete": "delete the round"}
SAID = (
    "After its last day a closed round ends the night after. *Anonymised*, its scores stay and nothing leads to "
    "anybody any more: receipts and codes open nothing, times are cut to the day, remarks that were not released are "
    "deleted. Neither can be undone. Respondents read the day beside their receipt code."
)
LONGEST = timedelta(days=36_500)
FOR_GOOD = "Answers are kept until somebody deletes them."


def draw_retention(record: StudyRecord, waves: list[Wave]) -> None:
    """Draw until when the answers of each round are kept and, for the owner, the form that sets it."""
    rounds = [wave for wave in waves if wave.retention or wave.anonymised_at]
    st.caption(SAID if rounds or may("owner", record.id) else FOR_GOOD)
    for wave in rounds:
        st.markdown(f"**{escaped(round_name(wave))}**: {kept_until(wave)}")
    if may("owner", record.id):
        _draw_form(record, [wave for wave in waves if not wave.anonymised_at])


def _draw_form(record: StudyRecord, waves: list[Wave]) -> None:
    now = my_store().retention(record.id)
    soonest = datetime.now(UTC).date() + timedelta(days=DAYS_OF_NOTICE)
    rounds = {"": "all rounds, further ones too"} | {wave.id: round_name(wave) for wave in waves}
    keys = {name: f"retention {name} {record.id}" for name in ("until", "end", "round")}
    with st.form("retention", border=False), st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox("Of", list(rounds), format_func=rounds.__getitem__, key=keys["round"], width=240)
        st.date_input(
            "Keep until",
            max(now.until, soonest) if now else None,
            min_value=soonest,
            max_value=soonest + LONGEST,
            key=keys["until"],
            width=160,
            help="The last day, in UTC. Empty: kept for good.",
        )
        ends = list(ENDS)
        place = ends.index(now.end) if now else 0
        st.selectbox("Then", ends, place, format_func=ENDS.__getitem__, key=keys["end"], width=220)
        st.form_submit_button("Set", icon=":material/event:", on_click=_keep, args=(record.id, keys))


@with_permission
def _keep(study_id: str, keys: dict[str, str]) -> None:
    """Set what the form says, for one round or for all of them."""
    until, end, wave_id = (st.session_state[keys[name]] for name in ("until", "end", "round"))
    retention = Retention(until=until, end=end) if until else None
    setting: Callable[..., object] = my_store().set_wave_retention if wave_id else my_store().set_retention
    do(setting, wave_id or study_id, retention)
