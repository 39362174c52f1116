"""What may still change once a study is launched: slips of the pen, new outcomes, and which are asked no more.

Ids and scales never change, so all waves can be compared. Each amendment is logged as a `Change`.
"""

from collections.abc import Iterable
from datetime import datetime
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from msgspec.structs import replace
from rapidfuzz import fuzz

from jtbd_core.errors import NotFound, Refused
from jtbd_core.study.study import Circumstance, Outcome, Study
from jtbd_core.study.translation import texts
from jtbd_core.study.value import Value

What = Literal["mended", "added", "retired", "taken back"]

ALIKE = 70.0
"""How alike (rapidfuzz, 0–100) the words must be that take the place of others, to pass for a slip of the pen.

Compared are these words alone: *time* for *effort* in a statement of ten words leaves the whole 92 alike.
"""
FILLERS = frozenset(["a", "an", "the", "of", "to", "in", "on", "at", "is", "are", "it", "that", "which"])
"""Words that may come or go without another meaning."""

PARTS = {
    "title": "Title",
    "job": "Job",
    "purpose": "Purpose",
    "step": "Job step",
    "outcome": "Statement",
    "solution": "Solution",
    "circumstance": "Question",
    "option": "Option",
}
"""What a text is, by the first part of its id."""


class Change(Value, frozen=True, kw_only=True):
    """One amendment: `name` is the id of the text as `translation.texts` gives it, `language` that of a translation.

    It holds since the wave `since` (its number), which may have been open already when a slip of the pen was mended.
    """

    what: What
    name: str
    language: str = ""
    before: str = ""
    after: str = ""
    since: int
    changed_at: datetime


class ChangeRow(NamedTuple):
    """A change as it is read: what kind, of which part, its words before and after, when, and since which round."""

    what: str
    part: str
    before: str
    after: str
    when: datetime
    since: int


def what_changed(changes: Iterable[Change], since: int = 1) -> list[ChangeRow]:
    """Return a row for each change after the beginning of wave `since`, the latest first."""
    later = sorted((one for one in changes if one.since >= since), key=lambda one: one.changed_at, reverse=True)
    return [
        ChangeRow(
            one.what.capitalize(), part_name(one.name, one.language), one.before, one.after, one.changed_at, one.since
        )
        for one in later
    ]


def part_name(name: str, language: str = "") -> str:
    """Return what the text of this id is, such as "Job step"."""
    return PARTS[name.partition(".")[0]] + (f" ({language})" if language else "")


def is_small(before: str, after: str) -> bool:
    """Whether a change of words passes for a slip of the pen; a larger one may change what is asked."""
    old, new = before.casefold().split(), after.casefold().split()
    return all(
        operation == "equal" or _is_slip(old[i:j], new[k:n])
        for operation, i, j, k, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    )


def words(study: Study, name: str, language: str = "") -> str:
    """Return the text of this id; in another language than the study's, empty where it is not translated."""
    own = texts(study) | {"purpose": study.purpose}
    if name not in own:
        raise NotFound(f"This study has no text “{name}”.")
    return study.translations.get(language, {}).get(name, "") if language else own[name]


def mended(study: Study, name: str, text: str, language: str = "") -> Study:
    """Return the study with one text in other words; its ids and all else stay.

    Raises:
        NotFound: there is no text of this id.
        InvalidStudy: the text cannot stand there, such as a statement that is there already.
    """
    words(study, name, language)
    if language:
        said = {**study.translations.get(language, {}), name: text}
        return replace(study, translations={**study.translations, language: said})
    kind, _, part = name.partition(".")
    match kind:
        case "title" | "job" | "purpose":
            return replace(study, **{kind: text})
        case "step":
            return replace(
                study, steps=tuple(replace(one, name=text) if one.id == part else one for one in study.steps)
            )
        case "outcome":
            return _with_outcome(study, part, statement=text)
        case "solution":
            named = (replace(one, name=text) if one.id == part else one for one in study.solutions)
            return replace(study, solutions=tuple(named))
        case _:
            return replace(study, circumstances=tuple(_circumstance(one, name, text) for one in study.circumstances))


def with_new_outcome(study: Study, outcome: Outcome) -> Study:
    """Return the study with one more outcome, which later waves ask."""
    return replace(study, outcomes=(*study.outcomes, outcome))


def with_retired(study: Study, outcome_id: str, is_retired: bool) -> Study:
    """Return the study with an outcome that later waves do not ask any more, or ask again.

    Raises:
        NotFound: there is no such outcome.
        Refused: it would be the last one that is asked.
    """
    if outcome_id not in {one.id for one in study.outcomes}:
        raise NotFound(f"This study has no outcome “{outcome_id}”.")
    changed = _with_outcome(study, outcome_id, is_retired=is_retired)
    if not changed.without_retired().outcomes:
        raise Refused("This is the last outcome that is asked; add another before you retire it.")
    return changed


def _with_outcome(study: Study, outcome_id: str, **changes: object) -> Study:
    return replace(
        study, outcomes=tuple(replace(one, **changes) if one.id == outcome_id else one for one in study.outcomes)
    )


def _is_slip(old: list[str], new: list[str]) -> bool:
    return FILLERS.issuperset(old + new) or fuzz.ratio(" ".join(old), " ".join(new)) >= ALIKE


def _circumstance(asked: Circumstance, name: str, text: str) -> Circumstance:
    if name == f"circumstance.{asked.id}":
        return replace(asked, question=text)
    options = (replace(one, label=text) if name == f"option.{asked.id}.{one.id}" else one for one in asked.options)
    return replace(asked, options=tuple(options))
