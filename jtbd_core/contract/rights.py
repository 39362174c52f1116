"""Rights: who acts, their role in a study, and the least role that each verb of the store needs."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

import msgspec

Role = Literal["viewer", "editor", "owner"]
"""The role of a facilitator in a study; each may what those before it may, and an owner shares the study."""

ROLES: tuple[Role, ...] = ("viewer", "editor", "owner")

Least = Literal["key", "facilitator", "viewer", "editor", "owner", "operator"]
"""Who may at least: whoever has the key or token, whoever is signed in, a role in the study, who runs the server."""

Kind = Literal["stranger", "guest", "facilitator", "operator"]


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who acts: somebody unknown, a guest whose key a page has asked, a facilitator, or the operator.

    `name` is the verified e-mail address of their account in lower case, `subject` the provider's id of it; `sign_in`
    is a digest that tells sign-ins apart. All are empty where they are not known.
    """

    kind: Kind
    name: str = ""
    subject: str = ""
    sign_in: str = ""

    @property
    def is_signed_in(self) -> bool:
        """Whether it is a facilitator or the operator."""
        return self.kind in ("facilitator", "operator")

    def goes_by(self, who: str) -> bool:
        """Whether a study that is shared with `who` is shared with them: an address, else the id of an account."""
        return bool(who) and who == (self.name if "@" in who else self.subject)


def known_as(who: str) -> str:
    """Return a typed address, or id of an account, as shares have it."""
    return who.strip().lower() if "@" in who else who.strip()


STRANGER, GUEST = Actor(kind="stranger"), Actor(kind="guest")
SHELL, SERVER = (Actor(kind="operator", sign_in=one) for one in ("shell", "server"))


class Right(NamedTuple):
    """Who may call a verb at least, and what the audit list says of it; nothing where that is empty.

    `{round}` stands for the round that it is about, other names for its arguments: none that is text of a study, or an
    answer, key or token.
    """

    least: Least
    deed: str = ""


def role_of(actor: Actor, shares: Mapping[str, Role]) -> Role | None:
    """Return the role of an actor in a study that is shared so, by whom it is shared with; None where there is none.

    A study that nobody owns is every facilitator's, as all were before there were owners.
    """
    if actor.kind == "operator" or (actor.kind == "facilitator" and "owner" not in shares.values()):
        return "owner"
    if actor.kind == "guest":
        return "viewer"
    theirs = [role for who, role in shares.items() if actor.kind == "facilitator" and actor.goes_by(who)]
    return max(theirs, key=ROLES.index, default=None)


def suffices(role: Role | None, least: Role) -> bool:
    """Whether a role may what at least another one may."""
    return role is not None and ROLES.index(role) >= ROLES.index(least)


_BY_KEY = """assigned save saving expect response response_by_receipt delete_response use_code may_begin is_full
    wave_by_key results_link note_use check_panelist note_panelist turned_away role"""
_SIGNED_IN = "studies waves_from columns keep_columns"
_VIEWER = """study history amendments waves wave version mark progress fielding trial stage joined_since notes targets
    margin ratings log log_parts weights has_weights profiles cards assignments rating_parts answer_parts ledger
    ledger_part add_releases shares retention"""
_EDITOR = "proposed_lines results_links remarks archived listed unused_codes"
_OPERATOR = """for_actor is_alone without_waiting secret add_sign_in_link use_sign_in_link sign_out is_signed_out close
    deletions erase_deleted faults last_backup probe whole_audit end_retention"""

RIGHTS: Mapping[str, Right] = {
    **{verb: Right("key") for verb in _BY_KEY.split()},
    **{verb: Right("facilitator") for verb in _SIGNED_IN.split()},
    **{verb: Right("viewer") for verb in _VIEWER.split()},
    **{verb: Right("editor") for verb in _EDITOR.split()},
    **{verb: Right("operator") for verb in _OPERATOR.split()},
    "back_up": Right("operator", "backed up everything"),
    "add_study": Right("facilitator", "started the study"),
    "add_copy": Right("facilitator", "imported the study from an archive"),
    "shelve_study": Right("owner", "moved the study to the {shelf}"),
    "delete_study": Right("owner", "deleted the study for good"),
    "share": Right("owner", "made {who} {role}"),
    "withdraw_share": Right("owner", "took the study from {who}"),
    "audit": Right("owner"),
    "set_retention": Right("owner", "set how long answers are kept"),
    "set_wave_retention": Right("owner", "set how long {round} is kept"),
    "save_study": Right("editor", "changed the draft"),
    "undo": Right("editor", "undid a change of the draft"),
    "redo": Right("editor", "redid a change of the draft"),
    "propose_lines": Right("editor"),
    "take_proposed_lines": Right("editor"),
    "correct": Right("editor", "corrected a text"),
    "add_outcome": Right("editor", "added an outcome"),
    "add_solution": Right("editor", "added a solution"),
    "add_question": Right("editor", "added a question"),
    "add_option": Right("editor", "added an answer to a question"),
    "take_out": Right("editor", "took out what was added"),
    "retire": Right("editor", "retired an outcome, or asks it again"),
    "open_wave": Right("editor", "opened a round"),
    "import_wave": Right("editor", "imported a round"),
    "take_in": Right("editor", "imported a round"),
    "set_status": Right("editor", "set {round} to {status}"),
    "set_limits": Right("editor", "changed the limits of {round}"),
    "name_wave": Right("editor", "named {round}"),
    "reveal": Right("editor", "revealed {round}"),
    "add_codes": Right("editor", "made {count} codes for {round}"),
    "set_panel": Right("editor", "changed how {round} is fielded"),
    "delete_listed": Right("editor", "deleted the list of the panel of {round}"),
    "open_trial": Right("editor", "started the trial"),
    "wipe_trial": Right("editor", "deleted the trial"),
    "restart": Right("editor", "archived {round} and opened a fresh one"),
    "archive_wave": Right("editor", "archived {round}, or restored it"),
    "begin": Right("editor", "began {round}"),
    "set_pace": Right("editor", "set the pace of {round}"),
    "freeze": Right("editor", "froze the display of {round}"),
    "unfreeze": Right("editor", "let the display of {round} go on"),
    "predict": Right("editor", "predicted the top of {round}"),
    "add_note": Right("editor", "wrote a note on {round}"),
    "change_note": Right("editor", "changed a note"),
    "delete_note": Right("editor", "deleted a note"),
    "add_target": Right("editor", "set a target from {round}"),
    "change_target": Right("editor", "changed a target"),
    "delete_target": Right("editor", "deleted a target"),
    "set_margin": Right("editor", "changed the weights of viewers"),
    "add_results_link": Right("editor", "made a link to the results"),
    "change_results_link": Right("editor", "changed a link to the results"),
    "revoke_results_link": Right("editor", "revoked a link to the results"),
    "group_remark": Right("editor", "grouped a remark"),
    "hide_words": Right("editor", "hid words of a remark"),
    "delete_remark": Right("editor", "deleted a remark"),
    "release_remarks": Right("editor", "released remarks of {round}"),
}
