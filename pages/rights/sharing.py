"""With whom a study is shared: the people and their roles and, for its owner, how to change them."""

import streamlit as st

from jtbd_core.contract.rights import ROLES, Role
from jtbd_core.study import StudyRecord
from pages.components.escape import escaped
from pages.components.my_store import current_actor, may, my_store
from pages.components.permission import do, with_permission
from pages.components.phone import is_phone
from pages.components.sign_in import may_sign_in, uses_login

MAY: dict[Role, str] = {"viewer": "Viewer", "editor": "Editor", "owner": "Owner"}
SAID = "Viewers see the results. Editors also define the study, run its rounds and read all answers. Owners share it."
ONE_PERSON = (
    "Whoever signs in by the link that this server prints may see and change all studies. How several people sign in, "
    "each with an account, stands in `.deploy/README.md`."
)
NOBODY_S = (
    "This study has no owner: every facilitator may see and change it. Make it yours, and it is shared by you alone."
)
KEEPS_OWNER = "A study keeps an owner: make somebody else its owner first."
NOT_LISTED = "not among the facilitators of this server yet"
WHO, ROLE = "share-who", "share-role"


def draw_sharing(record: StudyRecord) -> None:
    """Draw who may see a study and, for its owner, the fields that change that."""
    if not uses_login():
        st.caption(ONE_PERSON)
        return
    shares = my_store().shares(record.id)
    is_owner = may("owner", record.id)
    if not shares:
        st.caption(NOBODY_S)
        me = current_actor()
        action = (my_store().share, record.id, me.name or me.subject, "owner")
        st.button("Make it mine", icon=":material/person_check:", on_click=do, args=action)
    else:
        st.caption(SAID)
    for who, role in sorted(shares.items(), key=lambda one: (-ROLES.index(one[1]), one[0])):
        _draw_share(record, who, role, is_owner, is_last=role == "owner" and list(shares.values()).count(role) == 1)
    if shares and is_owner:
        _draw_new(record)


def _draw_share(record: StudyRecord, who: str, role: Role, is_owner: bool, is_last: bool) -> None:
    """Draw a person with their role; for an owner the fields that change it, but not that of the last owner."""
    row = st.container(horizontal=not is_phone(), vertical_alignment="center", gap="small")
    me = " (you)" if current_actor().goes_by(who) else ""
    missing = "" if may_sign_in(who) else f"  \n:gray[:small[{NOT_LISTED}]]"
    row.markdown(f"{escaped(who)}{me}{missing}", width="stretch")
    if not is_owner:
        row.caption(MAY[role], width="content")
        return
    with row.container(horizontal=True, vertical_alignment="center", gap="small", width="content"):
        chosen = f"role {who}"
        st.selectbox(
            f"Role of {who}",
            ROLES,
            ROLES.index(role),
            format_func=MAY.__getitem__,
            key=chosen,
            label_visibility="collapsed",
            width=120,
            disabled=is_last,
            on_change=_set_role,
            args=(record.id, who, chosen),
        )
        st.button(
            "Remove",
            type="tertiary",
            icon=":material/person_remove:",
            key=f"withdraw {who}",
            disabled=is_last,
            help=KEEPS_OWNER if is_last else None,
            on_click=do,
            args=(my_store().withdraw_share, record.id, who),
        )


def _draw_new(record: StudyRecord) -> None:
    """Draw the field for one more person."""
    with st.form("share", border=False), st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input("Share with", key=WHO, placeholder="ben@example.com", max_chars=255, width="stretch")
        st.selectbox("As", ROLES, format_func=MAY.__getitem__, key=ROLE, width=120)
        st.form_submit_button("Share", icon=":material/person_add:", on_click=_share, args=(record.id,))


@with_permission
def _share(study_id: str) -> None:
    given = st.session_state
    if do(my_store().share, study_id, given[WHO], given[ROLE]):
        given[WHO] = ""


@with_permission
def _set_role(study_id: str, who: str, chosen: str) -> None:
    """Give somebody the role that was chosen; where that is refused, show the one they have."""
    if not do(my_store().share, study_id, who, st.session_state[chosen]):
        st.session_state[chosen] = my_store().shares(study_id).get(who, "viewer")
