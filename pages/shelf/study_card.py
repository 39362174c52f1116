"""The card of a study among all studies: its state, dates and people, its headline, and what to do next."""

from datetime import UTC, datetime

import streamlit as st

from jtbd_core.contract.rights import Role
from jtbd_core.live.card_headlines import card_headlines
from jtbd_core.study import StudyRecord, study_to_json
from jtbd_core.wave import Wave
from pages.components.clock import clock
from pages.components.escape import escaped
from pages.components.kept import kept_until
from pages.components.link import STUDY
from pages.components.made_files import MadeFile, draw_made_file, written
from pages.components.my_store import my_role, my_store
from pages.components.plural import plural
from pages.components.rounds import round_label
from pages.components.store import the_store
from pages.shelf.shelves import draw_shelving

PAGES = {"define.py": "Define", "room.py": "Room", "results.py": "Results"}
NEXT = {"define.py": "Go on defining", "room.py": "Go to the room", "results.py": "See the results"}
ROLES = {"editor": " · you are an editor", "viewer": " · you may look"}
COMPUTED = "The headline is being computed …"


def draw_study_card(record: StudyRecord, waves: list[Wave], place: int, is_first: bool) -> bool:
    """Draw the card of a study; the one thing to do is filled `is_first`. Return whether its headline is known."""
    study, role = record.study, my_role(record.id)
    next_page = "results.py" if role == "viewer" else next_page_of(waves)
    said = card_headlines.get(the_store(), study, waves[0]) if waves else _missing(record)
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{escaped(study.title)}**", width="stretch")
            label, color = _state(waves)
            st.badge(label, color=color)
        job = f"{escaped(study.job)} · " if study.job != study.title else ""
        st.caption(f"{job}{_dates(record, waves)}{ROLES.get(role, '')}")
        st.markdown(escaped(COMPUTED if said is None else said))
        with st.container(horizontal=True, vertical_alignment="center"):
            if st.button(NEXT[next_page], key=f"next-{record.id}", type="primary" if is_first else "secondary"):
                st.switch_page(next_page, query_params={STUDY: record.id})
            for page, label in PAGES.items():
                if page != next_page and role != "viewer":
                    st.page_link(page, label=label, query_params={STUDY: record.id}, width="content")
            # The key holds the study: the popover closes with its card, instead of passing to the next one.
            with st.popover("More", key=f"more-{record.id}", type="tertiary"):
                _draw_more(record, place, role)
    return said is not None


def next_page_of(waves: list[Wave]) -> str:
    """Return the page of what is to be done next with a study that has these rounds."""
    if not waves:
        return "define.py"
    return "results.py" if all(wave.status == "closed" for wave in waves) else "room.py"


def _state(waves: list[Wave]) -> tuple[str, str]:
    running = [wave for wave in waves if wave.status != "closed"]
    if not waves:
        return "Draft", "orange"
    if len(running) > 1:
        return f"{len(running)} rounds go on", "green"
    if running:
        return f"Round {running[0].number} {running[0].status}", "green" if running[0].status == "open" else "gray"
    return "Closed", "gray"


def _dates(record: StudyRecord, waves: list[Wave]) -> str:
    """Return the rounds with their days and people, the latest first; of a draft its size and last change."""
    outcomes = plural(len(record.study.without_retired().outcomes), "outcome")
    if not waves:
        return f"{outcomes} · changed {_since(record.updated_at)}"
    latest = f"{round_label(waves[0], my_store().progress(waves[0].id).rated)} · {outcomes}"
    earlier = f" · {plural(len(waves) - 1, 'round')} before" if len(waves) > 1 else ""
    ends = f" · {kept_until(waves[0])}" if waves[0].retention or waves[0].anonymised_at else ""
    return f"{latest}{earlier}{ends}"


def _since(moment: datetime) -> str:
    days = (datetime.now(UTC).replace(tzinfo=None).date() - moment.date()).days
    return {0: "today", 1: "yesterday"}.get(days, clock(moment, "on %-d %B %Y"))


def _missing(record: StudyRecord) -> str:
    missing = record.study.missing_for_launch()
    return f"No round yet: {missing[0][0].lower()}{missing[0][1:]}" if missing else "No round yet."


def _draw_more(record: StudyRecord, place: int, role: Role | None) -> None:
    """Draw the download of the study file, who may see the study and, for its owner, the buttons that put it away."""
    file = written(lambda: study_to_json(record.study))
    draw_made_file(MadeFile("Save as a study file", "study.json", file), key=f"file-{record.id}")
    st.page_link("access.py", label="Access", icon=":material/group:", query_params={STUDY: record.id})
    if role == "owner":
        draw_shelving(record, place)
