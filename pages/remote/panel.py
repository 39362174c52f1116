"""The panel of a wave: what its link carries, where people are led back to, who is screened out, and quotas."""

from collections.abc import Mapping, Sequence

import streamlit as st

from jtbd_core.study import SOLUTION_QUESTION, Study
from jtbd_core.wave import MOST_PEOPLE, Wave
from jtbd_core.wave.panel import LONGEST_ADDRESS, Panel, Quota
from pages.components.address import public_address
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.remote.fielding import draw_fielding

Answer = tuple[str, str]
PARAMETERS, LEADS_ON, SCREENING, LIMITED, MOST = (
    f"panel-{name}-{{}}" for name in ("parameters", "leads-on", "screening", "limited", "most")
)
WAYS = {"completed": "At the end", "screened": "Screened out", "quota": "No room, or closed"}
WAY = "panel-{}-{}"
USED = "What they use today:"


def draw_panel(study: Study, wave: Wave, waves: Sequence[Wave]) -> None:
    """Draw the folded part of a panel: how it is fielded, while that can change, and how that goes and went."""
    with st.expander("Panel", icon=":material/groups:", key=f"panel-{wave.id}"):
        if wave.status != "closed":
            st.caption(
                "For people whom a panel sends here, and for samples with quotas. What you save holds for newcomers: "
                "who has begun goes on."
            )
            _ask_link(wave)
            _ask_ways(wave)
            _ask_admission(study, wave)
            st.button("Save", icon=":material/check:", key=f"panel-save-{wave.id}", on_click=do, args=(_save, wave))
        draw_fielding(wave, waves, answers(study))


def answers(study: Study) -> Mapping[Answer, str]:
    """Return the answers that people can give about themselves: question id and option id → both in words."""
    asked = {one.id: one.question for one in study.circumstances} | {SOLUTION_QUESTION: USED}
    return {
        (question, option): f"{asked[question]} {label}"
        for question, options in study.questions().items()
        for option, label in options.items()
    }


def _ask_link(wave: Wave) -> None:
    st.markdown("**The link**")
    st.text_input(
        "Parameters of the link, the panel’s id first",
        ", ".join(wave.panel.parameters),
        key=PARAMETERS.format(wave.id),
        placeholder="pid, source",
        help="Their values are noted in a list apart from the answers, with whether somebody finished: nothing joins "
        "the two, and the form says so. Each id is counted once. Who comes without an id can answer too, unlisted.",
    )
    if wave.panel.parameters:
        query = "&".join(f"{name}=…" for name in wave.panel.parameters)
        st.code(f"{public_address()}/r/{wave.rate_key}?{query}", language=None, wrap_lines=True)


def _ask_ways(wave: Wave) -> None:
    st.markdown("**Back to the panel**")
    columns = st.columns(3)
    for column, (way, label) in zip(columns, WAYS.items(), strict=True):
        column.text_input(
            label,
            getattr(wave.panel, way),
            max_chars=LONGEST_ADDRESS,
            key=WAY.format(way, wave.id),
            placeholder="https://panel.example/…?id={pid}",
            help="A parameter of the link in braces is replaced by its value.",
        )
    st.toggle(
        "Lead people on at once, without a button",
        wave.panel.leads_on,
        key=LEADS_ON.format(wave.id),
        help="They see their receipt code when they open the link again.",
    )


def _ask_admission(study: Study, wave: Wave) -> None:
    known, screening = answers(study), SCREENING.format(wave.id)
    if not known:
        st.caption("This round asks nothing about people, so nobody can be screened out, and there are no quotas.")
        return
    st.markdown("**Who is asked**")
    st.multiselect(
        "Answers that screen out",
        list(known),
        [one for one in wave.panel.screening if one in known],
        format_func=known.__getitem__,
        key=screening,
        select_all=False,
        placeholder="nobody",
        help="Whoever gives one is thanked and asked no more; nothing that they answered is kept.",
    )
    most = {(one.question, one.option): one.most for one in wave.panel.quotas}
    limited = st.multiselect(
        "Answers with a quota",
        list(known),
        [one for one in most if one in known],
        format_func=known.__getitem__,
        key=LIMITED.format(wave.id),
        select_all=False,
        placeholder="no quotas",
        help="A place is taken when somebody sends the page about themselves, and stays taken when they stop half-way "
        "or delete their answers: raise the quota to make up for those. The total is “Most people” under “Close "
        "automatically”.",
    )
    with st.container(horizontal=True):
        for answer in limited:
            st.number_input(known[answer], 1, MOST_PEOPLE, most.get(answer, 50), key=_most(wave, answer), width=250)


def _most(wave: Wave, answer: Answer) -> str:
    return MOST.format(" ".join((wave.id, *answer)))


def _save(wave: Wave) -> None:
    """Save the panel that the fields hold, read from the session: a press right after typing comes before a rerun."""
    given = st.session_state
    ways = {way: given[WAY.format(way, wave.id)].strip() for way in WAYS}
    limited: list[Answer] = given.get(LIMITED.format(wave.id), [])
    panel = Panel(
        parameters=tuple(name.strip() for name in given[PARAMETERS.format(wave.id)].split(",") if name.strip()),
        leads_on=given[LEADS_ON.format(wave.id)],
        screening=tuple(given.get(SCREENING.format(wave.id), ())),
        quotas=tuple(Quota(*answer, given.get(_most(wave, answer), 50)) for answer in limited),
        **ways,
    )
    my_store().set_panel(wave.id, panel)
