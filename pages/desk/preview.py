"""The preview of the form on a phone, in the column right of the editor."""

import streamlit as st

from jtbd_core.form import own_name, place_in_preview, preview
from jtbd_core.study import Study
from pages.desk.changes import Desk
from pages.desk.fields import outcome_of

HEIGHT = 480
PAGE = "preview-page"
LANGUAGE = "preview-language"
FOLLOWED = "preview-followed"


def draw_preview(desk: Desk) -> None:
    """Draw one page of the form of the draft: that of the outcome edited last, or the one chosen."""
    study = desk.study
    spoken = [study.language, *study.translations]
    with st.container(horizontal=True, gap="small"):
        language = spoken[0]
        if len(spoken) > 1:
            language = st.selectbox(
                "Language of the form", spoken, format_func=own_name, key=LANGUAGE, label_visibility="collapsed"
            )
        pages = preview(study, language)
        names = list(pages)
        follow(study, desk.edited)
        place = st.selectbox(
            "Page of the form",
            range(len(names)),
            format_func=names.__getitem__,
            key=PAGE,
            label_visibility="collapsed",
            icon=":material/smartphone:",
        )
    name = names[place]
    with st.container(border=True):
        st.iframe(pages[name], height=HEIGHT, width="stretch", alt=f"The form’s page “{name}”")
    st.caption("What phones show, as it is now. Nothing that is tapped here is saved.")


def follow(study: Study, field: str) -> None:
    """Choose the page of the outcome whose field was edited, once per field."""
    if st.session_state.get(FOLLOWED, "") != field:
        st.session_state[FOLLOWED] = field
        place = place_in_preview(study, outcome_of(field))
        if place is not None:
            st.session_state[PAGE] = place
