"""The column of a ratings file that holds a weight for each respondent."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from jtbd_core.exchange.csv_file import Texts
from jtbd_core.exchange.ratings_table import RatingsTable


def read_weight_column(
    table: RatingsTable, records: npt.NDArray[np.intp], people: Texts, columns: Mapping[int, Texts]
) -> dict[str, float]:
    """Return the weight of each respondent who has one of the records.

    The columns, none or one, are given by position; `people` says whose each record is.

    Raises:
        UnreadableFile: a weight is missing, none above 0, or another than in an earlier row of the same respondent; the
            message names row and column.
    """
    weights: dict[str, float] = {}
    refuse = table.file.refuse
    for at, column in columns.items():
        texts, codes = column.codes[records], people.codes[records]
        numbers = [number_of(name) for name in column.names]
        values = np.array([*(np.nan if number is None else number for number in numbers), np.nan])[texts]
        where = f"column {table.headings[at]}:"
        refuse(records, texts < 0, f"{where} the cell is empty.")
        for wrong in (place for place, number in enumerate(numbers) if number is None):
            refuse(records, texts == wrong, f"{where} “{column.names[wrong]}” is not a number.")
        refuse(records, ~((values > 0) & np.isfinite(values)), f"{where} a weight must be a number above 0.")
        found, first, place = np.unique(codes, return_index=True, return_inverse=True)
        refuse(records, values != values[first][place], f"{where} this respondent has another weight above.")
        weights = {people.names[code]: float(weight) for code, weight in zip(found, values[first], strict=True)}
    return weights


def number_of(text: str) -> float | None:
    """Return a number, in which a comma may mark the decimals; None of any other text."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
