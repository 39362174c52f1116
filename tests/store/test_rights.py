"""Who may call which verb: each verb of the store by each role, and what the audit list says of it."""

import string
from datetime import date
from typing import NamedTuple, get_args

import pytest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.contract.rights import GUEST, RIGHTS, ROLES, STRANGER, Actor, Kind, role_of
from jtbd_core.errors import NotFound, Refused
from jtbd_core.store.actor_store import ONLY_OPERATOR, SIGN_IN_FIRST, SUBJECTS, UNKNOWN, refusal, verb_signature
from jtbd_core.study.results_link import LinkSettings
from jtbd_core.wave import Answers
from jtbd_core.wave.target import Aim
from tests.store.studies import PARCEL

VERBS = {name for name in dir(Store) if not name.startswith("_")}
SAID = {"round", "status", "shelf", "who", "role", "count"}
"""What the audit list names: never a text of a study, an answer, a key or a token."""

MAY = {
    "stranger": {"key"},
    "guest": {"key", "viewer"},
    "nobody's": {"key", "facilitator"},
    "viewer": {"key", "facilitator", "viewer"},
    "editor": {"key", "facilitator", "viewer", "editor"},
    "owner": {"key", "facilitator", "viewer", "editor", "owner"},
    "operator": {"key", "facilitator", "viewer", "editor", "owner", "operator"},
}
"""What each may call, by the least right of a verb."""


def facilitator(name: str, kind: Kind = "facilitator") -> Actor:
    """Return somebody with an account."""
    return Actor(kind=kind, name=f"{name}@example.com", sign_in="s1")


ACTORS = {
    "stranger": STRANGER,
    "guest": GUEST,
    "nobody's": facilitator("eve"),
    "operator": facilitator("root", "operator"),
    **{role: facilitator(role) for role in ROLES},
}


class World(NamedTuple):
    """A study that is shared with each role, by the names of verbs' first parameters."""

    study_id: str
    wave_id: str
    link_id: str
    note_id: str
    target_id: str
    remark_id: str


def new_world(store: Store) -> World:
    """Make a study with a round, a link, a note, a target and a remark."""
    study_id = store.for_actor(ACTORS["owner"]).add_study(PARCEL).id
    for role in ("viewer", "editor"):
        store.share(study_id, f"{role}@example.com", role)
    wave_id = store.open_wave(study_id).id
    store.save(wave_id, access.new_key(), Answers(remark="It rained."))
    link = store.add_results_link(study_id, LinkSettings(name="Board"))
    note = store.add_note(wave_id, "time", "note", "Ann", "Look here")
    target = store.add_target(wave_id, Aim(outcomes=("time",), at_most=20, owner="Ann", due=date(2999, 1, 1)))
    return World(study_id, wave_id, link.id, note.id, target.id, store.remarks(wave_id)[0].id)


def is_let_through(store: Store, verb: str, who: str, world: World) -> bool:
    """Whether an actor may call a verb; what it does with arguments that are none is no matter."""
    names = [one.name for one in verb_signature(verb).parameters.values() if one.default is one.empty]
    given = [getattr(world, name, None) for name in names]
    refusals = {ONLY_OPERATOR, SIGN_IN_FIRST, *(refusal(least, store.shares(world.study_id)) for least in ROLES)}
    try:
        getattr(store.for_actor(ACTORS[who]), verb)(*given)
    except NotFound as error:
        return str(error) != UNKNOWN
    except Refused as error:
        return str(error) not in refusals
    except Exception:  # noqa: BLE001 - the verb was called, with arguments that are none
        return True
    return True


def test_every_verb_has_a_right() -> None:
    """One that is added to the contract is in the table, or nobody may call it."""
    assert set(RIGHTS) == VERBS


def test_every_role_in_a_study_is_asked_of_a_verb_about_one() -> None:
    """The first parameter says which study it is about."""
    asked = [verb for verb, right in RIGHTS.items() if right.least in ROLES]
    assert [verb for verb in asked if next(iter(verb_signature(verb).parameters)) not in SUBJECTS] == []


def test_the_audit_list_names_nothing_secret() -> None:
    """Of the arguments of a verb only those that are a role, a state, an address or a number."""
    named = {name for right in RIGHTS.values() for _, name, _, _ in string.Formatter().parse(right.deed) if name}
    assert named <= SAID


@pytest.mark.parametrize("address", ["duckdb"], indirect=True)
@pytest.mark.parametrize("who", MAY)
def test_each_verb_asks_for_its_role(store: Store, who: str) -> None:
    """Whoever has a role may call the verbs of that role and of lower ones, and no other."""
    wrong, world = [], new_world(store)
    for verb in [*sorted(RIGHTS.keys() - {"is_alone", "close"}), "close"]:
        may = RIGHTS[verb].least in MAY[who]
        if RIGHTS[verb].least == "key":
            continue
        if is_let_through(store, verb, who, world) != may:
            wrong.append(verb)
        if may and RIGHTS[verb].deed:
            world = new_world(store)
    assert wrong == []


def test_roles_are_asked_in_the_study_itself(store: Store) -> None:
    """An editor of one study may not change another one, by the id of whatever is in it."""
    mine, other = new_world(store), new_world(store)
    store.withdraw_share(other.study_id, "editor@example.com")
    editing = store.for_actor(ACTORS["editor"])
    for verb in ("delete_note", "delete_target", "delete_remark", "revoke_results_link", "reveal", "open_trial"):
        (name,) = [one.name for one in verb_signature(verb).parameters.values()]
        getattr(editing, verb)(getattr(mine, name))
        with pytest.raises(NotFound, match=UNKNOWN[:20]):
            getattr(editing, verb)(getattr(other, name))
    assert [one.id for one in editing.studies()] == [mine.study_id]


def test_verbs_by_key_are_the_store_s_own(store: Store) -> None:
    """Respondents' verbs cost nothing more through an actor's store, and nothing at all without one."""
    theirs = store.for_actor(STRANGER)
    for verb in (one for one, right in RIGHTS.items() if right.least == "key"):
        assert getattr(theirs, verb) == getattr(store, verb)


def test_a_study_of_nobody_is_every_facilitator_s() -> None:
    """As before there were owners; not that of a stranger."""
    assert [role_of(ACTORS[who], {}) for who in ("nobody's", "operator", "guest", "stranger")] == [
        "owner",
        "owner",
        "viewer",
        None,
    ]


def test_an_account_goes_by_its_address_or_its_id() -> None:
    """An id that looks like an address is nobody's."""
    ann = Actor(kind="facilitator", name="ann@example.com", subject="42")
    eve = Actor(kind="facilitator", name="eve@example.com", subject="ann@example.com")
    shares = {"ann@example.com": "editor", "42": "owner"}
    assert role_of(ann, shares) == "owner"
    assert role_of(eve, shares) is None
    assert role_of(Actor(kind="facilitator"), shares) is None


def test_all_kinds_of_actors_are_tried() -> None:
    """By the test above."""
    assert {one.kind for one in ACTORS.values()} == set(get_args(Kind))
