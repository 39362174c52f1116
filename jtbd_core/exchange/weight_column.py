"""The column of a ratings file that holds a weight for each respondent."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from jtbd_core.exchange.csv_file import CsvFile, Floats, Texts


def read_weight_column(
    file: CsvFile, records: npt.NDArray[np.intp], people: Texts, positions: Sequence[int], columns: Sequence[Floats]
) -> dict[str, float]:
    """Return the weight of each respondent who has one of the records.

    The columns, none or one, stand at these positions in the file; `people` says whose each record is.

    Raises:
        UnreadableFile: a weight is missing, none above 0, or another than in an earlier row of the same respondent; the
            message names row and column.
    """
    weights: dict[str, float] = {}
    for at, column in zip(positions, columns, strict=True):
        values, codes = column[records], people.codes[records]
        where = f"column {file.headings[at]}:"
        file.refuse(records, np.isnan(values), f"{where} the cell is empty.")
        file.refuse(records, ~((values > 0) & np.isfinite(values)), f"{where} a weight must be a number above 0.")
        found, first, place = np.unique(codes, return_index=True, return_inverse=True)
        file.refuse(records, values != values[first][place], f"{where} this respondent has another weight above.")
        weights = {people.names[code]: float(weight) for code, weight in zip(found, values[first], strict=True)}
    return weights
