"""The facilitator's own assistant: a prompt to copy, the reply to paste, and what it proposed over the tools."""

import streamlit as st

from jtbd_core.study import Study
from jtbd_core.study.prompt import prompt
from jtbd_core.study.wording.reply import reply
from pages.components.my_store import my_store
from pages.components.permission import with_permission
from pages.components.plural import plural
from pages.components.rerun import keep_in_address, rerun_page
from pages.components.sign_in import is_facilitator
from pages.desk.changes import the_desk
from pages.desk.fields import chosen, put
from pages.desk.pasting import LONGEST, pasted_lists, put_forward

ASSISTANT = "assistant"
"""The query parameter: `on` while the prompt and the box for the reply are open, so that a reload leaves them so."""
REPLY = "assistant-reply"
PROMPT_HEIGHT = 190
LARGE_COPY_BUTTON = """<style>
.st-key-assistant-prompt button { min-width: 44px; min-height: 44px }
.st-key-assistant-prompt pre { padding-right: 64px }
</style>"""
MOST_NAMED = 2
"""The most lines around the list that are quoted."""


def draw_assistant(study: Study) -> None:
    """Draw what an assistant proposed over the tools, and the button or the box of the prompt and the reply.

    Nothing while the lines of a list are confirmed. It stands above that list, which otherwise jumps out of sight when
    it takes the place of the box.
    """
    if the_desk().record.id in pasted_lists():
        return
    watch_proposed()
    if st.query_params.get(ASSISTANT) == "on":
        _draw_box(study)
    else:
        st.button("Ask your own assistant", icon=":material/forum:", type="tertiary", on_click=_open)


@st.fragment(run_every="10s")
def watch_proposed() -> None:
    """Draw within ten seconds that an assistant has proposed statements, and the buttons that show or delete them."""
    desk = the_desk()
    if desk.is_stale:
        rerun_page()
    waiting = my_store().proposed_lines(desk.record.id) if is_facilitator() else ()
    if not waiting:
        return
    count = plural(sum(max(0, len(text.splitlines()) - 1) for text in waiting), "statement")
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**An assistant proposes {count}.** None is in the study yet.", width="stretch")
        st.button("Look at them", type="primary", icon=":material/visibility:", on_click=_take)
        st.button("Delete them", type="tertiary", icon=":material/delete:", on_click=_delete)


def _draw_box(study: Study) -> None:
    with st.container(border=True, gap="small"):
        st.markdown("**1. Copy this prompt** into the assistant that you use.")
        with st.container(key="assistant-prompt"):
            st.html(LARGE_COPY_BUTTON)
            st.code(prompt(study), language=None, wrap_lines=True, height=PROMPT_HEIGHT)
        st.caption(
            "Nothing is sent from here. The prompt holds the job, its steps and statements and the names of solutions: "
            "no answers, no figures, no links."
        )
        with st.form("assistant", border=False):
            st.markdown("**2. Paste its reply**, all of it.")
            st.text_area(
                "Reply of the assistant",
                key=REPLY,
                height=140,
                max_chars=LONGEST,
                label_visibility="collapsed",
                placeholder="| statement | kind | step | polarity |\n| I do not feel rushed | emotional | | avoid |",
            )
            with st.container(horizontal=True):
                st.form_submit_button("Check the statements", type="primary", on_click=_check)
                st.form_submit_button("Cancel", type="tertiary", on_click=_close)


def _said(around: tuple[str, ...]) -> str:
    """Return what was passed over in a reply, empty if nothing was."""
    named = ", ".join(f"“{one[:60]}{'…' if len(one) > 60 else ''}”" for one in around[:MOST_NAMED])
    more = f" and {plural(len(around) - MOST_NAMED, 'more line')}" if len(around) > MOST_NAMED else ""
    return f"Passed over, as no part of the list: {named}{more}." if around else ""


@with_permission
def _open() -> None:
    keep_in_address(ASSISTANT, "on")


@with_permission
def _close() -> None:
    put(REPLY, "")
    keep_in_address(ASSISTANT, None)


@with_permission
def _check() -> None:
    """Put the statements of the reply forward to be confirmed, with what the checks find in each."""
    read = reply(chosen(REPLY) or "")
    if put_forward(read.lines):
        the_desk().notice = _said(read.around)
        _close()
    elif chosen(REPLY):
        the_desk().notice = "No statement was found in this reply."


@with_permission
def _take() -> None:
    desk = the_desk()
    desk.is_stale = True
    for text in my_store().take_proposed_lines(desk.record.id):
        put_forward(text.splitlines())


@with_permission
def _delete() -> None:
    my_store().take_proposed_lines(the_desk().record.id)
