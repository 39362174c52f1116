"""My studies: the ways to start one, a card for each, the archive and the bin."""

import streamlit as st

from jtbd_core.glossary import GLOSSARY
from pages.components.address import root_path
from pages.components.my_store import current_actor, my_store
from pages.components.practice_link import draw_practice_link
from pages.components.sign_in import sign_out, uses_login
from pages.shelf.backup import draw_backup
from pages.shelf.cards import draw_cards, has_open_round
from pages.shelf.shelves import draw_shelves
from pages.shelf.starts import draw_start_form, draw_starts

records = my_store().studies()
with st.container(horizontal=True, vertical_alignment="center"):
    if records:
        st.header("My studies", anchor=False, help=GLOSSARY["study"], width="stretch")
    else:
        st.header("Welcome to Headway", anchor=False, width="stretch")
    draw_starts(is_first=not records, is_next=not has_open_round(records))
if not records:
    st.write(
        "Define the job that your customers are trying to get done, let them rate its outcomes on their phones, "
        "and see where their progress falls short."
    )
draw_start_form()
draw_cards(records)
draw_shelves()
with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
    draw_practice_link()
    if records and current_actor().kind == "operator":
        draw_backup()
    if uses_login():
        st.button("Sign out", type="tertiary", icon=":material/logout:", on_click=sign_out)
    else:
        st.markdown(f":small[[Sign out]({root_path()}/signout)]", width="content")
