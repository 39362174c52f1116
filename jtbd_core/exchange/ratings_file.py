"""Import of a ratings file, long or wide, as one long data frame."""

import re
from typing import Literal, NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.csv_file import CsvFile, Floats, Source, Texts, open_csv
from jtbd_core.exchange.headings import RESPONDENT, only_heading, plain_heading
from jtbd_core.exchange.weight_column import read_weight_column
from jtbd_core.study.scale import POINTS

Scale = Literal["satisfaction", "experience"]

OUTCOME = ("outcome", "outcome_id")
IMPORTANCE = ("importance", "imp")
STATEMENT = ("statement",)
EXPERIENCE = ("experience", "exp", "satisfaction", "sat")
WIDE = re.compile(r"(imp|importance|exp|experience|sat|satisfaction)_(.+)")


class RatingsFile(msgspec.Struct, frozen=True, kw_only=True):
    """The ratings of a file, in the order of its rows.

    `ratings` has the columns `respondent, outcome` (categories), `importance` (if the file has it),
    `experience` (1–5 or NaN) and `not_applicable`, true where either cell held a number outside 1–5.
    `out_of_range` is the number of such cells. `scale_hint` is the heading used for experience: "satisfaction"
    suggests the anchor 4, "experience" nothing. `statements` are those of a long file, by outcome; `weights` those of
    the column that was asked for, by respondent.
    """

    ratings: pd.DataFrame
    out_of_range: int
    respondents: tuple[str, ...]
    outcomes: tuple[str, ...]
    scale_hint: Scale
    statements: dict[str, str] = msgspec.field(default_factory=dict)
    weights: dict[str, float] = msgspec.field(default_factory=dict)


class Pair(NamedTuple):
    """The positions of an outcome's two columns in a wide file; `importance` is None if the file has none."""

    outcome: str
    importance: int | None
    experience: int


def read_ratings(source: Source, weight: str | None = None) -> RatingsFile:
    """Return the ratings of a CSV file given as path, bytes or open file.

    A long file has the columns `respondent, outcome, importance, experience` (or `respondent_id`,
    `satisfaction`), and may have a column `statement` with the wording of the outcome; a wide one has pairs
    `imp_<outcome>` and `sat_<outcome>` or `exp_<outcome>`, in any case, with `_`, space or dash, and may have a
    column `respondent`. In both importance may be absent throughout, and `weight` may name a column that holds a number
    above 0 for each respondent, the same in all their rows; other columns are ignored. Numbers outside 1–5 become
    missing and are counted.

    Raises:
        UnreadableFile: headings or a cell are wrong; the message names row and column.
    """
    file = open_csv(source)
    plain = [plain_heading(heading) for heading in file.headings]
    is_long = only_heading(file, OUTCOME) is not None and only_heading(file, EXPERIENCE) is not None
    weighted = [] if weight is None else [_weight_at(file, plain, weight)]
    return _read_long(file, plain, weighted) if is_long else _read_wide(file, plain, weighted)


def _weight_at(file: CsvFile, plain: list[str], weight: str) -> int:
    """Return the position of the column of weights; refuse a name that no column has, or one of texts."""
    found = only_heading(file, (plain_heading(weight),))
    if found is None or plain[found] in (*RESPONDENT, *OUTCOME, *STATEMENT):
        raise UnreadableFile(f"Row 1 has no column {weight} that could hold weights.")
    return found


def _read_long(file: CsvFile, plain: list[str], weighted: list[int]) -> RatingsFile:
    """Return the ratings of a file with one row per respondent and outcome, and the weights of the column, if any."""
    respondent, outcome, experience = (only_heading(file, names) for names in (RESPONDENT, OUTCOME, EXPERIENCE))
    if respondent is None or outcome is None or experience is None:
        raise UnreadableFile("Row 1: a long file needs a column respondent.")
    importance = only_heading(file, IMPORTANCE)
    worded = only_heading(file, STATEMENT)
    positions = [experience] if importance is None else [importance, experience]
    (people, outcomes, *words), numbers = file.columns(
        [respondent, outcome] if worded is None else [respondent, outcome, worded], positions + weighted
    )
    values = np.stack(numbers[: len(positions)], axis=1)
    kept = np.flatnonzero((people.codes >= 0) | (outcomes.codes >= 0) | ~np.isnan(values).all(axis=1))
    for column, at in ((people, respondent), (outcomes, outcome)):
        file.refuse(kept, column.codes[kept] < 0, f"column {file.headings[at]}: the cell is empty.")
    rows = pd.DataFrame({"respondent": people.codes[kept], "outcome": outcomes.codes[kept]})
    twice = rows.duplicated().to_numpy()
    file.refuse(kept, twice, "columns respondent and outcome: this respondent rated this outcome before.")
    _refuse_halves(file, kept, values[kept], positions)
    return _ratings_file(
        _column(rows["respondent"].to_numpy(), people.names),
        _column(rows["outcome"].to_numpy(), outcomes.names),
        values[kept],
        _scale([plain[experience]]),
        _wordings(outcomes, *words),
        read_weight_column(file, kept, people, weighted, numbers[len(positions) :]),
    )


def _wordings(outcomes: Texts, *words: Texts) -> dict[str, str]:
    """Return the first statement of each outcome, by outcome."""
    return {
        outcomes.names[outcome]: column.names[wording]
        for column in words
        for outcome, wording in pd.DataFrame({"outcome": outcomes.codes, "wording": column.codes})
        .query("outcome >= 0 and wording >= 0")
        .drop_duplicates("outcome")
        .itertuples(index=False)
    }


def _read_wide(file: CsvFile, plain: list[str], weighted: list[int]) -> RatingsFile:
    """Return the ratings of a file with a row per respondent and a pair of columns per outcome, and the weights."""
    pairs = _pairs(file, plain)
    respondent = only_heading(file, RESPONDENT)
    positions = [at for pair in pairs for at in (pair.importance, pair.experience) if at is not None]
    texts, numbers = file.columns([] if respondent is None else [respondent], positions + weighted)
    values = np.stack(numbers[: len(positions)], axis=1)
    people = texts[0] if texts else _numbered(len(values))
    kept = np.flatnonzero((people.codes >= 0) | ~np.isnan(values).all(axis=1))
    codes = people.codes[kept]
    where = f"column {file.headings[respondent or 0]}"
    file.refuse(kept, codes < 0, f"{where}: the cell is empty.")
    file.refuse(kept, pd.Series(codes).duplicated().to_numpy(), f"{where}: this respondent has a row already.")
    _refuse_halves(file, kept, values[kept], positions)
    return _ratings_file(
        _column(codes.repeat(len(pairs)), people.names),
        _column(np.tile(np.arange(len(pairs)), len(kept)), tuple(pair.outcome for pair in pairs)),
        values[kept].reshape(len(kept) * len(pairs), len(positions) // len(pairs)),
        _scale([plain[pair.experience] for pair in pairs]),
        {},
        read_weight_column(file, kept, people, weighted, numbers[len(positions) :]),
    )


def _numbered(records: int) -> Texts:
    """Return respondents numbered from 1, for a file that does not name them."""
    return Texts(codes=np.arange(records), names=tuple(map(str, range(1, records + 1))))


def _pairs(file: CsvFile, plain: list[str]) -> list[Pair]:
    """Return the pairs of columns in the order of their outcomes' first column; refuse a column without its partner."""
    found: dict[str, dict[str, int]] = {}
    for at, heading in enumerate(plain):
        match = WIDE.fullmatch(heading)
        if not match:
            continue
        kind = "importance" if match[1] in IMPORTANCE else "experience"
        pair = found.setdefault(match[2], {})
        if kind in pair:
            raise UnreadableFile(f"Row 1: columns {file.headings[pair[kind]]} and {file.headings[at]} mean the same.")
        pair[kind] = at
    if not found:
        raise UnreadableFile(
            "Row 1 has neither the columns respondent, outcome, importance, experience nor pairs such as imp_speed "
            "and sat_speed."
        )
    has_importance = any("importance" in pair for pair in found.values())
    return [_pair(file, pair, has_importance) for pair in found.values()]


def _pair(file: CsvFile, pair: dict[str, int], has_importance: bool) -> Pair:
    """Return one checked pair; the outcome is spelled as in its first column."""
    first = file.headings[min(pair.values())]
    if "experience" not in pair:
        raise UnreadableFile(f"Row 1, column {first}: it has no partner that begins with sat_ or exp_.")
    if has_importance and "importance" not in pair:
        raise UnreadableFile(f"Row 1, column {first}: it has no partner that begins with imp_.")
    return Pair(re.split(r"[\s_-]+", first, maxsplit=1)[1], pair.get("importance"), pair["experience"])


def _scale(headings: list[str]) -> Scale:
    """Return the heading that the file uses for experience."""
    return "satisfaction" if all(heading.startswith("sat") for heading in headings) else "experience"


def _column(codes: npt.NDArray[np.int64], names: tuple[str, ...]) -> "pd.Categorical[str]":
    """Return a column of the long frame."""
    return pd.Categorical.from_codes(codes, pd.Index(names, dtype=str))


def _refuse_halves(file: CsvFile, kept: npt.NDArray[np.intp], values: Floats, positions: list[int]) -> None:
    """Refuse fractions such as 3.5, which no scale here has."""
    halves = np.isfinite(values) & (values != np.rint(values))
    if halves.any():
        record, column = np.argwhere(halves)[0]
        file.refuse(
            kept,
            np.arange(len(kept)) == record,
            f"column {file.headings[positions[column]]}: {values[record, column]:g} is not a whole number.",
        )


def _ratings_file(
    people: "pd.Categorical[str]",
    outcomes: "pd.Categorical[str]",
    values: Floats,
    scale: Scale,
    statements: dict[str, str],
    weights: dict[str, float],
) -> RatingsFile:
    """Return the file's value; the columns of values are importance, if asked, and experience."""
    if not len(people):
        raise UnreadableFile("The file has headings but no ratings.")
    outside = ~np.isnan(values) & ((values < POINTS.lowest) | (values > POINTS.highest))
    rated = np.asfortranarray(np.where(outside, np.nan, values))
    columns: dict[str, object] = {"respondent": people, "outcome": outcomes}
    columns |= dict(zip(("importance", "experience")[-values.shape[1] :], rated.T, strict=True))
    return RatingsFile(
        ratings=pd.DataFrame(columns | {"not_applicable": outside.any(axis=1)}, copy=False),
        out_of_range=int(np.count_nonzero(outside)),
        respondents=tuple(people.categories.tolist()),
        outcomes=tuple(outcomes.categories.tolist()),
        scale_hint=scale,
        statements=statements,
        weights=weights,
    )
