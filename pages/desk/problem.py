"""The problems that the wording checks find, drawn under the text that they are about."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from jtbd_core.study.wording import Problem, Severity, applied
from pages.components.escape import escaped
from pages.components.plural import plural
from pages.desk.parts import change_outcomes

MARKS: dict[Severity, tuple[str, str]] = {
    "error": ("red", "error"),
    "warning": ("orange", "warning"),
    "info": ("blue", "info"),
}


def draw_problems(found: Sequence[Problem]) -> None:
    """Draw the problems of one text in one line, and a button for each suggestion; equal suggestions once."""
    if not found:
        return
    st.markdown(problems_line(found))
    offers = {one.offer: one for one in reversed(found) if one.can_apply}
    if offers:
        with st.container(horizontal=True, gap="small"):
            for number, one in enumerate(reversed(offers.values())):
                _draw_offer(one, number)


def problems_line(found: Sequence[Problem]) -> str:
    """Return the problems of one text as one line of Markdown, the worst first; empty if there are none."""
    if not found:
        return ""
    order = list(MARKS)
    ranked = sorted(found, key=lambda one: order.index(one.severity))
    worst = ranked[0].severity
    color, icon = MARKS[worst]
    count = f"{len(found)} findings" if len(found) > 1 else worst.capitalize()
    said = " · ".join(dict.fromkeys(_marked(one, MARKS[one.severity][0]) for one in ranked))
    return f":small[:{color}[:material/{icon}: **{count}**] {said}]"


def _draw_offer(one: Problem, number: int) -> None:
    offer = f"{one.offer[0].lower()}{one.offer[1:]}"
    st.button(
        f"Apply: {escaped(offer)}",
        key=f"apply-{one.outcome}-{one.rule}-{number}",
        icon=":material/auto_fix_high:",
        type="tertiary",
        wrap=True,
        on_click=change_outcomes,
        args=(f"applied: {offer}", lambda study: applied(study, one)),
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
