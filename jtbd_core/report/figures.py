"""Figures of scores as cells of a table: as they are printed on the results page."""

import math

from jtbd_core.report.chapter import Cell, Quantity, Range
from jtbd_core.scoring.measures import Measure, Row, fewer_decimals


def quantity(measure: Measure, row: Row, ending: str = "") -> Cell:
    """Return the score of a row, or the column of it with this ending, without its unit; empty where unknown."""
    return number(measure.per * row[measure.name + ending], _decimals(measure, row))


def interval(measure: Measure, row: Row, of: str = "") -> Cell:
    """Return the 95 % interval of a row's measured or, `of="_expected"`, expected score."""
    low, high = (measure.per * row[f"{measure.name}{of}{end}"] for end in ("_low", "_high"))
    return between(low, high, _decimals(measure, row))


def number(value: float, decimals: int = 0) -> Cell:
    """Return a number rounded to so many decimals, an empty text where it is unknown."""
    return "" if math.isnan(value) else Quantity(round(float(value), decimals) + 0.0, decimals)


def between(low: float, high: float, decimals: int = 0) -> Cell:
    """Return an interval rounded to so many decimals, an empty text where it is unknown."""
    ends = (round(float(low), decimals) + 0.0, round(float(high), decimals) + 0.0)
    return "" if math.isnan(low) or math.isnan(high) else Range(*ends, decimals)


def _decimals(measure: Measure, row: Row) -> int:
    return measure.decimals - fewer_decimals(measure.name, row.get("length", 0))
