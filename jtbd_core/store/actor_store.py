"""The store as one actor may use it: each verb asks the table of rights first."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from inspect import Signature, signature
from typing import TYPE_CHECKING, Any, cast

from jtbd_core.contract import Store
from jtbd_core.contract.rights import RIGHTS, ROLES, Actor, Right, Role, known_as, suffices
from jtbd_core.errors import NotFound, Refused
from jtbd_core.store.deed_note import DeedNote, noting
from jtbd_core.store.lookup import Lookup
from jtbd_core.store.sharing_sql import STUDY_OF
from jtbd_core.study import StudyRecord
from jtbd_core.wave import Wave

if TYPE_CHECKING:
    from jtbd_core.store.database import Database

ONLY_OPERATOR, SIGN_IN_FIRST = "Only whoever runs this server may do this.", "Sign in first."
UNKNOWN = "This study does not exist, or the link to it is not complete."
SUBJECTS = ("study_id", "wave_id", *STUDY_OF)
"""What the first parameter of a verb is called where a role in a study decides whether it may be called."""


class ActorStore:
    """A store whose verbs are called by one actor; see `jtbd_core.contract.sharing.Sharing.for_actor`."""

    def __init__(self, store: Store, database: "Database", lookup: Lookup, actor: Actor) -> None:
        self._store, self._database, self._lookup, self._actor = store, database, lookup, actor

    def __getattr__(self, verb: str) -> Any:  # noqa: ANN401 - whatever the verb is
        if verb not in RIGHTS:
            raise AttributeError(verb)
        if RIGHTS[verb].least == "key":
            return getattr(self._store, verb)
        return partial(self._call, verb)

    @property
    def is_alone(self) -> bool:
        """Whether no other process changes the database."""
        return self._store.is_alone

    def _call(self, verb: str, *given: object, **named: object) -> Any:  # noqa: ANN401 - what the verb returns
        right, called = RIGHTS[verb], getattr(self._store, verb)
        arguments = verb_signature(verb).bind(*given, **named).arguments
        study_id, wave = self._subject(arguments)
        self._ask(right, study_id)
        said = {**arguments, "round": _said(wave), "who": known_as(str(arguments.get("who", "")))}
        what = right.deed.format_map(said)
        with noting(DeedNote(self._actor, study_id, what)):
            return self._seen(called(*given, **named))

    def _ask(self, right: Right, study_id: str) -> None:
        """Raise NotFound or Refused unless the actor may call a verb about this study, if it is about one."""
        if right.least in ROLES:
            role = self._store.role(study_id, self._actor)
            if study_id and role is None:
                raise NotFound(UNKNOWN)
            if not suffices(role, right.least):
                raise Refused(refusal(right.least, self._store.shares(study_id)))
        elif not self._actor.is_signed_in or (right.least == "operator" and self._actor.kind != "operator"):
            raise Refused(ONLY_OPERATOR if right.least == "operator" else SIGN_IN_FIRST)

    def _subject(self, arguments: Mapping[str, object]) -> tuple[str, Wave | None]:
        """Return the id of the study that a verb is about, and the round; empty for what is not there."""
        name, about = next(iter(arguments.items()), ("", ""))
        if name == "study_id" or name not in SUBJECTS:
            return (str(about) if name == "study_id" else ""), None
        wave_id = str(about)
        if name in STUDY_OF:
            with self._database.session() as session:
                wave_id = ""
                for study_id, wave_id in session.rows(STUDY_OF[name], about):
                    if not wave_id:
                        return study_id, None
        try:
            wave = self._lookup.wave(wave_id)
        except NotFound:
            return "", None
        return wave.study_id, wave

    def _seen(self, found: Any) -> Any:  # noqa: ANN401 - what a verb returns
        """Return what a verb returns; of a list of studies or rounds those that the actor may see."""
        if not isinstance(found, list):
            return found
        return [
            one
            for one in found
            if not isinstance(one, StudyRecord | Wave) or self._store.role(_study(one), self._actor)
        ]


def for_actor(store: Store, database: "Database", lookup: Lookup, actor: Actor) -> Store:
    """Return a store as an actor may use it."""
    return cast("Store", ActorStore(store, database, lookup, actor))


@cache
def verb_signature(verb: str) -> Signature:
    """Return the signature of a verb of the contract, without `self`."""
    called: Callable[..., object] = getattr(Store, verb)
    found = signature(called)
    return found.replace(parameters=list(found.parameters.values())[1:])


def refusal(least: Role, shares: Mapping[str, Role]) -> str:
    """Return in words who may do what takes this role at least, in a study that is shared so."""
    owners = " or ".join(who for who, role in shares.items() if role == "owner")
    may = (
        "An owner of this study may do this alone" if least == "owner" else "You may look at this study, not change it"
    )
    return f"{may}: ask {owners}." if owners else f"{may}."


def _study(one: StudyRecord | Wave) -> str:
    return one.id if isinstance(one, StudyRecord) else one.study_id


def _said(wave: Wave | None) -> str:
    if wave is None:
        return "a round"
    return "the trial" if wave.is_trial else f"round {wave.number}"
