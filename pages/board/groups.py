"""The choice of the group of respondents whose answers are shown."""

import streamlit as st

from jtbd_core.live.findings import findings
from jtbd_core.privacy import THRESHOLD
from jtbd_core.study import Study
from jtbd_core.wave import Group, Wave, reported_study
from pages.board.choice import draw_choice
from pages.components.plural import plural
from pages.components.store import the_store

EVERYBODY = "everybody"
WHO = "who"
"""The query parameter of the choice."""

OWN = f"By solution used and circumstance. Not shown are groups of fewer than {THRESHOLD} people."
SHARED = (
    "By solution used and circumstance, as the answers stood at the last reveal or at the end of the round. Not shown "
    f"are groups of fewer than {THRESHOLD} people, and those beside which subtraction would tell of so few."
)


def choose_group(study: Study, wave: Wave, *, is_shared: bool) -> Group | None:
    """Draw the choice of a group of a wave; return the chosen one, None for everybody.

    Offered are the groups that privacy releases; to the facilitator, all of `THRESHOLD` people or more.
    """
    found = findings(the_store(), reported_study(study, wave), wave, with_unreleased=not is_shared)
    questions, (everybody, counts) = study.questions(), found.sizes
    groups = {f"{group.question}.{group.option}": group for group in counts}
    asked = {circumstance.id: f" · {circumstance.question}" for circumstance in study.circumstances}
    labels = {name: questions[g.question][g.option] + asked.get(g.question, "") for name, g in groups.items()}
    name = draw_choice(
        "Whose answers",
        {EVERYBODY: "Everybody"} | labels,
        WHO,
        EVERYBODY,
        help=SHARED if is_shared else OWN,
    )
    group = groups.get(name)
    rated = plural(counts[group] if group else everybody, "person rated", "people rated")
    has_ended = wave.status == "closed" or wave.revealed_at
    waits = "" if counts or has_ended or not questions or not is_shared else ". Groups can be chosen after a reveal."
    st.caption(f"{rated}{waits}")
    return group
