"""The fields of posted pages, parsed into answers; a post that no page can send raises `FormRefusal` as a whole.

A card has `i.<outcome>` and `e.<outcome>` (importance and experience: a code of their scale, or empty for no answer),
in pairs also `x.<outcome>` (expectation), and `n.<outcome>` (1: does not apply); saved alone it may have `t`, the
seconds it took so far (`12` or `12.3`, at most a day), and `s`, the time of the tap by the phone's clock (milliseconds
since 1970). A profile question has `q.<question>`, that of the solution `q.solution.own` too, in own words; saved alone
also `s`. The thanks have `remark`.
A page of cards has the honeypot `website`, which is hidden.
"""

import re
import time
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Literal, cast, get_args

from msgspec.structs import replace

from jtbd_core.form.refusal import FormRefusal
from jtbd_core.study import OTHER_SOLUTION, SOLUTION_QUESTION, Outcome, Study
from jtbd_core.study.scale import HUNDRED, Points, Rated
from jtbd_core.wave import LONGEST_REMARK, LONGEST_SOLUTION, MOST_SECONDS, Answers, Rating

Fields = Mapping[str, str]
Button = Literal["continue", "enough", "back"]

FIELDS: Mapping[Rated, str] = {"importance": "i", "expectation": "x", "experience": "e"}
"""The letters that begin the names of a card's fields, by what is rated."""

BAIT = "website"
OWN = f"q.{SOLUTION_QUESTION}.own"

MOST_AHEAD = 24 * 3600 * 1000
"""Milliseconds that a tap may lie ahead of the server's clock; beyond them one of the two clocks is wrong."""

_TAPPED = re.compile(r"[0-9]{1,15}")
_SECONDS = re.compile(r"[0-9]{1,5}([.][0-9]{1,3})?")


def pressed_button(fields: Fields) -> Button:
    """Return the button that was pressed; Enter in an old browser sends none and means *Continue*."""
    pressed = fields.get("go", "continue")
    if pressed not in get_args(Button):
        raise FormRefusal("refused_field")
    return cast(Button, pressed)


def ratings(outcomes: Iterable[Outcome], study: Study, fields: Fields) -> tuple[Rating, ...]:
    """Return a rating of each outcome shown; a card in which nothing was chosen is *skipped*.

    *Does not apply* wins over ratings of the same card: without a script both can be set.
    """
    shown = {outcome.id: study.points(outcome) for outcome in outcomes}
    asked = {f"{FIELDS[rated]}.{name}" for name, points in shown.items() for rated in points}
    _only(asked | {f"n.{name}" for name in shown} | {BAIT}, fields)
    return tuple(_rating(name, points, fields) for name, points in shown.items())


def took_bait(fields: Fields) -> bool:
    """Whether the honeypot was filled in, which people do not see."""
    return bool(fields.get(BAIT))


def card(study: Study, fields: Fields) -> Rating:
    """Return the rating of the card named in the field `outcome`, with the time of its tap and the seconds it took."""
    named = [outcome for outcome in study.outcomes if outcome.id == fields.get("outcome")]
    if not named:
        raise FormRefusal("refused_field")
    rest = {name: value for name, value in fields.items() if name not in ("outcome", "t", "s")}
    seconds, tapped = _seconds(fields.get("t", "")), _tapped(fields.get("s", ""))
    return replace(ratings(named, study, rest)[0], seconds=seconds, tapped=tapped)


def clock() -> int:
    """Return the server's clock in milliseconds since 1970, the time of the tap for saves without the script."""
    return time.time_ns() // 1_000_000


def has_trusted_clock(fields: Fields) -> bool:
    """Whether the time of a tap can be compared with others; else the save that arrives last wins."""
    value = fields.get("s", "")
    return bool(value) and int(value) <= clock() + MOST_AHEAD


def profile(study: Study, fields: Fields) -> Answers:
    """Return answers about the respondent, with the time of their tap if there are any."""
    rest = {name: value for name, value in fields.items() if name not in ("s", "go", OWN)}
    _only({f"q.{question}" for question in study.questions()}, rest)
    given = {name.removeprefix("q."): option for name, option in rest.items()}
    if not all(study.takes(question, option) for question, option in given.items()):
        raise FormRefusal("refused_field")
    own = _own_solution(study, fields)
    if own and SOLUTION_QUESTION not in given:  # without a script it can be typed without being chosen
        given[SOLUTION_QUESTION] = OTHER_SOLUTION
    if not given:
        return Answers()
    is_other = given.get(SOLUTION_QUESTION) == OTHER_SOLUTION
    return Answers(profile=given, own_solution=own if is_other else "", tapped=_tapped(fields.get("s", "")))


def _own_solution(study: Study, fields: Fields) -> str:
    """Return in which words a solution is named that is none of the study's, as one line."""
    if OWN in fields and not study.solutions:
        raise FormRefusal("refused_field")
    line = " ".join(fields.get(OWN, "").split())
    written = "".join(one for one in line if unicodedata.category(one) != "Cc")
    if len(written) > LONGEST_SOLUTION:
        raise FormRefusal("refused_remark", most=LONGEST_SOLUTION)
    return written


def remark(fields: Fields) -> str:
    """Return the respondent's remark, stripped and with `\\n` as line ends."""
    _only({"remark"}, fields)
    written = "\n".join(fields.get("remark", "").splitlines()).strip()
    if len(written) > LONGEST_REMARK:
        raise FormRefusal("refused_remark", most=LONGEST_REMARK)
    return written


def _only(names: Collection[str], fields: Fields) -> None:
    if not fields.keys() <= {*names, "go"}:
        raise FormRefusal("refused_field")


def _rating(name: str, asked: Mapping[Rated, Points], fields: Fields) -> Rating:
    codes = {rated: _code(fields.get(f"{FIELDS[rated]}.{name}", ""), points) for rated, points in asked.items()}
    ticked = fields.get(f"n.{name}", "")
    if ticked not in ("", "1"):
        raise FormRefusal("refused_value")
    if ticked:
        return Rating(outcome=name, not_applicable=True)
    return Rating(
        outcome=name,
        importance=codes.get("importance"),
        experience=codes.get("experience"),
        expectation=codes.get("expectation"),
    )


def _seconds(value: str) -> float | None:
    if value and not (_SECONDS.fullmatch(value) and float(value) <= MOST_SECONDS):
        raise FormRefusal("refused_value")
    return float(value) if value else None


def _tapped(value: str) -> int:
    if value and not _TAPPED.fullmatch(value):
        raise FormRefusal("refused_value")
    return min(int(value), clock() + MOST_AHEAD) if value else clock()


def _code(value: str, points: Points) -> int | None:
    code = value.strip() if points == HUNDRED else value  # typed
    if code in _codes(points):
        return _codes(points)[code]
    if points == HUNDRED:
        raise FormRefusal("refused_number", lowest=points.lowest, highest=points.highest)
    raise FormRefusal("refused_value")


@cache
def _codes(points: Points) -> Mapping[str, int | None]:
    return {"": None} | {str(code): code for code in points.codes}
