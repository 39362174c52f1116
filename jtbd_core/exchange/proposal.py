"""What the columns beside the ratings seem to be: proposed by their headings and first cells, to be looked at."""

import re
from collections.abc import Sequence
from itertools import islice

from msgspec.structs import replace

from jtbd_core.exchange.assignment import ONCE, Assignment, Column, Role
from jtbd_core.exchange.cells import NUMBER
from jtbd_core.exchange.dates import period_of
from jtbd_core.exchange.headings import plain_heading
from jtbd_core.exchange.ratings_table import RatingsTable
from jtbd_core.study.value import comparable

SAMPLE = 2_000
"""The records that a proposal looks at."""

NAMED: dict[Role, re.Pattern[str]] = {
    "solution": re.compile(r"(current_|main_)?(solution|lösung|solución|solução)(_used|_today)?"),
    "weight": re.compile(r"(post_?|survey_|case_)?(weights?|weighting|gewicht(ung)?|poids|peso|ponder\w+)"),
    "kind": re.compile(r"kind|type_of_outcome|outcome_type"),
    "step": re.compile(r"(job_?)?step"),
    "polarity": re.compile(r"polarity"),
    "date": re.compile(
        r"timestamp|(date|time)_?submitted|submit_?date|submitted_at|recorded_?date|end_?date|completion_time|"
        r"completed_at|date|datum|zeitstempel|horodateur|marca_temporal|fecha|data"
    ),
}
REMARK = re.compile(
    r"remark|comment|anything else|feedback|suggestion|open[- ]ended|bemerkung|kommentar|anmerkung|noch etwas|"
    r"remarque|commentaire|suggestion|comentario|comentário|observaci|observaç|sugerencia"
)
TECHNICAL = re.compile(
    r"(\bid\b|_id$|^nr\.?$|^no\.?$|^number$|\bip\b|e-?mail|\burl\b|name$|status|progress|finished|last ?page|seed|"
    r"language|duration|collector|custom data|channel|latitude|longitude|tags|quota|browser|\bos\b|device|referr?er|"
    r"user ?agent|start ?(date|time)|time ?stamp|option id|source|position|seconds|shown|not.applicable|is.careless)",
    re.IGNORECASE,
)
"""Headings of what tools note of each answer, which tells of no circumstance."""

MOST_OPTIONS, LONGEST_OPTION, LEAST_REPEATED = 12, 80, 1.5
"""A circumstance has few short answers, which people have in common."""


def proposed(table: RatingsTable) -> Assignment:
    """Return the assignment of a file in which columns beside those of ratings are what they seem to be."""
    records = list(islice(table.file.records(), SAMPLE))
    cells = [
        [cell for record in records if at < len(record.cells) and (cell := comparable(record.cells[at]))]
        for at in range(len(table.headings))
    ]
    people = len({record.cells[at] for record in records}) if (at := table.respondent) is not None else len(records)
    columns = list(table.assignment.columns)
    for at, column in enumerate(columns):
        if column.role == "passed over" and column.heading and cells[at]:
            role = _named(column.heading, cells[at], table.assignment.is_long) or _told(column, cells[at], people)
            if role not in ONCE or not any(one.role == role for one in columns):
                columns[at] = Column(heading=column.heading, role=role)
    return replace(table.assignment, columns=tuple(columns))


def _named(heading: str, cells: Sequence[str], is_long: bool) -> Role | None:
    """Return the role that a heading names, if its cells can have it."""
    plain = re.sub(r"^\w+\._", "", plain_heading(heading))  # LimeSurvey writes the code of a question first
    for role, pattern in NAMED.items():
        if not pattern.fullmatch(plain) or (role in ("kind", "step", "polarity") and not is_long):
            continue
        if role == "weight" and not all(NUMBER.fullmatch(cell.replace(",", ".")) for cell in cells):
            continue
        if role == "date" and period_of(cells) is None:
            continue
        return role
    return None


def _told(column: Column, cells: Sequence[str], people: int) -> Role:
    """Return what a column seems to be by its cells: a circumstance, a remark or nothing of use."""
    plain = comparable(column.heading)
    if TECHNICAL.search(plain) or plain_heading(plain).startswith("question_"):
        return "passed over"
    if REMARK.search(plain.casefold()):
        return "remark"
    options = set(cells)
    are_few = 1 < len(options) <= MOST_OPTIONS and LEAST_REPEATED * len(options) <= people
    if are_few and max(map(len, options)) <= LONGEST_OPTION:
        return "circumstance"
    return "passed over"
