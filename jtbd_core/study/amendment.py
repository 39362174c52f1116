"""Amendments of a launched study: corrected texts, added outcomes, and retired ones.

Ids and scales never change, so that all waves can be compared. Each `Amendment` is logged.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from msgspec.structs import replace
from rapidfuzz import fuzz

from jtbd_core.errors import NotFound, Refused
from jtbd_core.study.offer import offer, offering
from jtbd_core.study.study import Circumstance, Outcome, Study
from jtbd_core.study.translation import texts
from jtbd_core.study.value import Value

AmendmentKind = Literal["mended", "added", "retired", "taken back"]
"""The kinds as databases store them; "mended" is a corrected text, "taken back" an outcome that is asked again."""

LABELS: Mapping[AmendmentKind, str] = {
    "mended": "Corrected",
    "added": "Added",
    "retired": "Retired",
    "taken back": "Taken back",
}
"""The kinds as they are shown."""

ALIKE = 70.0
"""Least similarity (rapidfuzz, 0–100) of the replaced words and their replacement for a correction of a typo.

Only these words are compared: *effort* in place of *time* in a statement of ten words leaves the whole 92 alike.
"""
FILLERS = frozenset(["a", "an", "the", "of", "to", "in", "on", "at", "is", "are", "it", "that", "which"])
"""Words that can be added or left out without a change of meaning."""

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
"""The name of a part of the study, by the first part of its text's id."""


class Amendment(Value, frozen=True, kw_only=True):
    """One entry of the log of amendments; `before` and `after` are the text, empty where there was or is none.

    `name` is the id of the text as in `translation.texts`, `language` the code of the translation that was changed,
    empty for the study's own. `since` is the number of the first wave that the amendment reaches: for a corrected text
    the wave that was open, if any. `changed_at` is in UTC, without a zone.
    """

    what: AmendmentKind
    name: str
    language: str = ""
    before: str = ""
    after: str = ""
    since: int
    changed_at: datetime


class AmendmentRow(NamedTuple):
    """An amendment as people read it: the labels of its kind and part, the text before and after, time and wave."""

    what: str
    part: str
    before: str
    after: str
    when: datetime
    since: int


def amendment_rows(amendments: Iterable[Amendment], since: int = 1) -> list[AmendmentRow]:
    """Return a row for each amendment that reaches wave `since` or a later one first, the latest first."""
    later = sorted((one for one in amendments if one.since >= since), key=lambda one: one.changed_at, reverse=True)
    return [
        AmendmentRow(
            LABELS[one.what], part_name(one.name, one.language), one.before, one.after, one.changed_at, one.since
        )
        for one in later
    ]


def part_name(name: str, language: str = "") -> str:
    """Return the name of the part that a text id belongs to, such as "Job step" or "Title (de)"."""
    return PARTS[name.partition(".")[0]] + (f" ({language})" if language else "")


def is_typo(before: str, after: str) -> bool:
    """Whether a change of words only corrects a typo; a larger change may alter the meaning of what is asked."""
    old, new = before.casefold().split(), after.casefold().split()
    return all(
        operation == "equal" or _is_same_word(old[i:j], new[k:n])
        for operation, i, j, k, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    )


def text_of(study: Study, name: str, language: str = "") -> str:
    """Return the text of this id; with a `language` its translation, empty where there is none.

    Raises:
        NotFound: there is no text of this id.
    """
    own = texts(study) | {"purpose": study.purpose}
    if name not in own:
        raise NotFound(f"This study has no text “{name}”.")
    return study.translations.get(language, {}).get(name, "") if language else own[name]


def corrected(study: Study, name: str, text: str, language: str = "") -> Study:
    """Return the study with one text replaced; ids, scales and all other texts stay.

    Raises:
        NotFound: there is no text of this id.
        InvalidStudy: the study would break a rule, such as that no statement appears twice.
    """
    text_of(study, name, language)
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
    """Return the study with an outcome added at the end; waves opened later ask it."""
    return replace(study, outcomes=(*study.outcomes, outcome))


def with_retired(study: Study, outcome_id: str, is_retired: bool) -> Study:
    """Return the study with an outcome retired, so that waves opened later do not ask it, or restored.

    Raises:
        NotFound: there is no such outcome.
        Refused: no outcome would be left that is asked.
    """
    if outcome_id not in {one.id for one in study.outcomes}:
        raise NotFound(f"This study has no outcome “{outcome_id}”.")
    return _still_asked(_with_outcome(study, outcome_id, is_retired=is_retired))


def without_added(study: Study, name: str) -> Study:
    """Return the study without an outcome, solution, question or option that nobody was asked, by its id.

    Raises:
        Refused: no outcome would be left that is asked.
    """
    kind, _, part = name.partition(".")
    if kind == "outcome":
        return _still_asked(replace(study, outcomes=tuple(one for one in study.outcomes if one.id != part)))
    return offering(study, offer(study).keys() - {name})


def _still_asked(study: Study) -> Study:
    if not study.without_retired().outcomes:
        raise Refused("This is the last outcome that is asked; add another before you retire it.")
    return study


def _with_outcome(study: Study, outcome_id: str, **changes: object) -> Study:
    return replace(
        study, outcomes=tuple(replace(one, **changes) if one.id == outcome_id else one for one in study.outcomes)
    )


def _is_same_word(old: list[str], new: list[str]) -> bool:
    return FILLERS.issuperset(old + new) or fuzz.ratio(" ".join(old), " ".join(new)) >= ALIKE


def _circumstance(asked: Circumstance, name: str, text: str) -> Circumstance:
    if name == f"circumstance.{asked.id}":
        return replace(asked, question=text)
    options = (replace(one, label=text) if name == f"option.{asked.id}.{one.id}" else one for one in asked.options)
    return replace(asked, options=tuple(options))
