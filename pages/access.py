"""Access: who may see and change a study, how long its answers are kept, and what was done to it."""

import streamlit as st

from pages.components.header import study_header
from pages.components.link import linked_study
from pages.components.my_store import my_role, my_store
from pages.rights.audit import draw_audit
from pages.rights.retention import draw_retention
from pages.rights.sharing import draw_sharing

record = linked_study()
study_header(record)
st.subheader("Who may see this study", anchor=False)
draw_sharing(record)
st.subheader("How long answers are kept", anchor=False)
draw_retention(record, my_store().waves(record.id))
if my_role(record.id) == "owner":
    st.subheader("What was done", anchor=False)
    draw_audit(record)
