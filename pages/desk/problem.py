"""The problems that the wording checks find, drawn under the text that they are about."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from jtbd_core.study.wording import Problem, Severity, applied
from pages.components.escape import escaped
from pages.components.plural import plural
from pages.desk.changes import change

MARKS: dict[Severity, tuple[str, str]] = {
    "error": ("red", "error"),
    "warning": ("orange", "warning"),
    "info": ("blue", "info"),
}


def draw_problems(found: Sequence[Problem]) -> None:
    """Draw each problem: severity, words, reason, and a button that applies its suggestion; equal suggestions once."""
    offered = set[str]()
    for number, one in enumerate(found):
        draw_problem(one)
        if one.can_apply and one.offer not in offered:
            offered.add(one.offer)
            offer = f"{one.offer[0].lower()}{one.offer[1:]}"
            st.button(
                f"Apply: {escaped(offer)}",
                key=f"apply-{one.outcome}-{one.rule}-{number}",
                icon=":material/auto_fix_high:",
                type="tertiary",
                wrap=True,
                on_click=change,
                args=(f"the suggestion to {offer}", lambda study, problem=one: applied(study, problem)),
            )


def draw_problem(problem: Problem) -> None:
    """Draw the severity, words and reason of a problem."""
    color, icon = MARKS[problem.severity]
    severity = f":{color}[:material/{icon}: **{problem.severity.capitalize()}**]"
    st.markdown(f":small[{severity} {_marked(problem, color)}]")


def counted(found: Sequence[Problem]) -> str:
    """Return badges with the numbers of errors and warnings; empty if there are none."""
    counts = Counter(one.severity for one in found)
    return " ".join(
        f":{MARKS[severity][0]}-badge[:material/{MARKS[severity][1]}: {plural(counts[severity], severity)}]"
        for severity in ("error", "warning")
        if counts[severity]
    )


def _marked(problem: Problem, color: str) -> str:
    """Return the reason with the words highlighted where it quotes them, else with the words before it."""
    words, why, quoted = escaped(problem.words), escaped(problem.why), escaped(f"“{problem.words}”")
    if not words.strip():
        return why
    marked = f":{color}-background[{words}]"
    return why.replace(quoted, marked, 1) if quoted in why else f"{marked} {why}"
