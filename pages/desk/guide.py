"""The guide through a first study in five steps; it can be closed and reopened."""

from typing import NamedTuple

import streamlit as st

from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import Study
from jtbd_core.study.readiness import readiness
from pages.components.permission import with_permission
from pages.components.store import the_store
from pages.desk.fields import chosen, put

GUIDE = "guide"
"""The query parameter: `on` or `off`, so that a reload leaves the guide as it was."""
STEP = "guide-step"
SECTION = "section"


class GuideStep(NamedTuple):
    """One step of the guide: the section of the desk where it is done, and the instructions."""

    name: str
    section: str
    text: str


STEPS = (
    GuideStep(
        "Job",
        "Job and outcomes",
        "What are people trying to get done? Write a verb and an object, without any product in it: “Send a package a "
        "long distance”, not “Use our courier app”.",
    ),
    GuideStep(
        "Steps",
        "Job and outcomes",
        "Which stages does the job have, from the first thought to the end? Type them one by one under the job, such "
        "as “Wrap the package”; three to eight are plenty. Then open **Step** beside the one that the job is named "
        "after: make it the core step.",
    ),
    GuideStep(
        "Outcomes",
        "Job and outcomes",
        "How do people judge how well it went? *Under a step*: what should go faster or surer while they do it, "
        "“Minimize the time it takes to find a carrier”. *Under success*: what is true when it is done, “The package "
        "is delivered on time”, “I feel confident that it arrives”. **Paste a list** proposes where each "
        "line belongs; **Add outcomes** takes those of one place. 15 to 30 are enough.",
    ),
    GuideStep(
        "People",
        "People",
        "What do people use today, and in which situations do they do the job? Their answers let you compare groups "
        "later.",
    ),
    GuideStep(
        "Launch",
        "Job and outcomes",
        "Correct what is marked, try the form beside, and launch. Until then you can change everything; from then on "
        "the words are frozen, so that all answers compare.",
    ),
)


def is_guided(study_id: str) -> bool:
    """Whether the guide is open: as the address says, else for a first study only; the demo does not count as one."""
    if GUIDE in st.query_params:
        return st.query_params[GUIDE] == "on"
    return all(one.id == study_id or one.study == demo_study() for one in the_store().studies())


def draw_guide(study: Study) -> None:
    """Draw the five steps, and the instructions of the chosen one: at first the first that is not done."""
    done = steps_done(study)
    if STEP not in st.session_state:
        st.session_state[STEP] = next(step.name for step in STEPS if step.name not in done)
    number = next(n for n, step in enumerate(STEPS) if step.name == st.session_state[STEP])
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("**A study in five steps**", width="content")
            # Radio buttons: Streamlit writes a chosen segment in the primary colour, too dark in the dark theme.
            st.radio(
                "Step of the guide",
                [step.name for step in STEPS],
                format_func=lambda name: f"{name} :material/check:" if name in done else name,
                key=STEP,
                on_change=_go,
                horizontal=True,
                label_visibility="collapsed",
                width="content",
            )
            if number + 1 < len(STEPS):
                after = STEPS[number + 1].name
                st.button(f"Next: {after}", icon=":material/arrow_forward:", on_click=_go, args=(after,))
            st.button("Leave the guide", type="tertiary", icon=":material/close:", on_click=_set, args=("off",))
        st.markdown(STEPS[number].text)


def draw_reopen() -> None:
    """Draw the button that reopens the guide."""
    st.button("Guide", type="tertiary", icon=":material/explore:", on_click=_set, args=("on",))


def steps_done(study: Study) -> set[str]:
    """Return the names of the steps that the study has done."""
    claims = {
        "Job": not any(gap.place == "job" for gap in readiness(study).gaps),
        "Steps": any(step.is_core for step in study.steps),
        "Outcomes": bool(study.outcomes),
        "People": bool(study.solutions or study.circumstances),
    }
    return {name for name, is_done in claims.items() if is_done}


@with_permission
def _go(name: str = "") -> None:
    """Open a step of the guide, by default the chosen one, and its section of the desk."""
    put(STEP, name or chosen(STEP))
    put(SECTION, next(step.section for step in STEPS if step.name == chosen(STEP)))


@with_permission
def _set(state: str) -> None:
    st.query_params[GUIDE] = state
