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


def choose_group(study: Study, wave: Wave) -> Group | None:
    """Draw the choice among the groups that privacy releases for a wave; return the chosen one, None for everybody."""
    questions, (everybody, counts) = study.questions(), findings(the_store(), reported_study(study, wave), wave).sizes
    groups = {f"{group.question}.{group.option}": group for group in counts}
    asked = {circumstance.id: f" · {circumstance.question}" for circumstance in study.circumstances}
    labels = {name: questions[g.question][g.option] + asked.get(g.question, "") for name, g in groups.items()}
    name = draw_choice(
        "Whose answers",
        {EVERYBODY: "Everybody"} | labels,
        WHO,
        EVERYBODY,
        help="By solution used and circumstance, as the answers stood at the last reveal or at the end of the round. "
        f"Not shown are groups of fewer than {THRESHOLD} people, and those beside which subtraction would tell "
        "of so few.",
    )
    group = groups.get(name)
    rated = plural(counts[group] if group else everybody, "person rated", "people rated")
    has_ended = wave.status == "closed" or wave.revealed_at
    waits = "" if counts or has_ended or not questions else ". Groups can be chosen after a reveal."
    st.caption(f"{rated}{waits}")
    return group
