"""My studies: the ways to start one, a card for each, the archive and the bin."""

import streamlit as st

from jtbd_core.glossary import GLOSSARY
from pages.components.address import root_path
from pages.components.practice_link import draw_practice_link
from pages.components.sign_in import sign_out, uses_login
from pages.components.store import the_store
from pages.shelf.backup import draw_backup
from pages.shelf.shelves import draw_shelves, draw_undo
from pages.shelf.starts import draw_starts
from pages.shelf.study_card import draw_study_card

records = the_store().studies()
if records:
    st.title("My studies", anchor=False, help=GLOSSARY["study"])
else:
    st.title("Welcome to Headway", anchor=False)
    st.write(
        "Define the job that your customers are trying to get done, let them rate its outcomes on their phones, "
        "and see where their progress falls short."
    )
draw_starts(is_first=not records)
for place, record in enumerate(records):
    draw_undo(place)
    draw_study_card(record, place)
draw_undo(len(records))
draw_shelves()
draw_practice_link()
if records:
    draw_backup()
if uses_login():
    st.button("Sign out", type="tertiary", icon=":material/logout:", on_click=sign_out)
else:
    st.markdown(f":small[[Sign out]({root_path()}/signout)]")
