"""The peer of the rating form: the same 20 outcomes as a minimal Streamlit page that saves every tap."""

import os
import secrets
from pathlib import Path

import streamlit as st

from jtbd_core.contract import Store
from jtbd_core.store import open_store
from jtbd_core.wave import Answers, Rating


@st.cache_resource
def the_store() -> Store:
    """Return the store, opened once."""
    return open_store(Path(os.environ["HEADWAY_DB"]))


store = the_store()
study = store.studies()[0]
wave = store.waves(study.id)[0]
token = st.session_state.setdefault("token", secrets.token_urlsafe(16))
saved = st.session_state.setdefault("saved", {})
st.title(study.study.title)
for outcome in study.study.outcomes:
    st.subheader(outcome.statement)
    importance = st.radio("How important is this to you?", range(1, 6), None, key=f"i.{outcome.id}", horizontal=True)
    experience = st.radio("How is this today?", range(1, 6), None, key=f"e.{outcome.id}", horizontal=True)
    if importance and experience and saved.get(outcome.id) != (importance, experience):
        rating = Rating(outcome=outcome.id, importance=importance, experience=experience)
        store.save(wave.id, token, Answers(ratings=(rating,)))
        saved[outcome.id] = (importance, experience)
