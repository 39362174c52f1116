"""The choice of the group of respondents whose answers are shown."""

from collections.abc import Sequence

import streamlit as st

from jtbd_core.live.choices import offered_groups
from jtbd_core.privacy import THRESHOLD
from jtbd_core.study import Study
from jtbd_core.study.results_link import ResultsLink
from jtbd_core.wave import Group, Wave
from jtbd_core.wave.groups import CAREFUL
from pages.board.board import Board
from pages.board.choice import chosen, draw_choice
from pages.components.store import the_store

EVERYBODY = "everybody"
WHO = "who"
"""The query parameter of the choice."""

WITHOUT_CARELESS = "Without careless answers"

OWN = f"By solution used and circumstance. Not shown are groups of fewer than {THRESHOLD} people."
SHARED = (
    "By solution used and circumstance, as the answers stood at the last reveal or at the end of the round; what fewer "
    f"than {THRESHOLD} people have changed there since the one before waits for others. Not shown are groups of fewer "
    f"than {THRESHOLD} people, and those beside which subtraction would tell of so few."
)


def shown_groups(study: Study, waves: Sequence[Wave], link: ResultsLink | None) -> dict[str, Group]:
    """Return the groups of waves that a link shows, or the facilitator may see, by their value in the address."""
    if link and not link.settings.shows("groups"):
        return {}
    return offered_groups(the_store(), study, waves, with_unreleased=link is None)


def chosen_group(study: Study, waves: Sequence[Wave], link: ResultsLink | None) -> Group | None:
    """Return the group of waves that the address asks for, None for everybody."""
    groups = shown_groups(study, waves, link)
    return groups.get(chosen((EVERYBODY, *groups), WHO, EVERYBODY))


def group_label(study: Study, group: Group) -> str:
    """Return what the members of a group answered, with the question where it is a circumstance."""
    if group == CAREFUL:
        return WITHOUT_CARELESS.lower()
    asked = {circumstance.id: f" · {circumstance.question}" for circumstance in study.circumstances}
    return study.questions()[group.question][group.option] + asked.get(group.question, "")


def draw_group_choice(board: Board) -> None:
    """Draw the choice of a group of waves, unless the link shows none."""
    if not board.shows("groups"):
        return
    study, waves, group = board.record.study, board.waves, board.group
    groups = shown_groups(study, waves, board.link)
    names = {one: name for name, one in groups.items()}
    labels = {name: WITHOUT_CARELESS if one == CAREFUL else group_label(study, one) for name, one in groups.items()}
    draw_choice(
        "Whose answers",
        {EVERYBODY: "Everybody"} | labels,
        WHO,
        names.get(group, EVERYBODY) if group else EVERYBODY,
        help=SHARED if board.is_shared else OWN,
    )
    has_ended = any(wave.status == "closed" or wave.revealed_at for wave in waves)
    if board.is_shared and not groups and not has_ended and study.questions():
        st.caption("Groups can be chosen after a reveal.")
