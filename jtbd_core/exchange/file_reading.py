"""How the ratings of a file are read: from which importance on they count, and which experience meets expectations."""

import pandas as pd

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.ratings_file import RatingsFile
from jtbd_core.study.scale import FIVE, IMPORTANT_FROM, SCALES, Points, Reading, ScaleName


def scale_of(file: RatingsFile, asks: ScaleName | None = None) -> ScaleName:
    """Return what experience is: a pair where the file has expectations, else what is chosen, or the file says."""
    return "pair" if "expectation" in file.points else asks or file.assignment.asks or "satisfaction"


def reading_of(file: RatingsFile, asks: ScaleName | None = None) -> Reading:
    """Return how the ratings of a file are read.

    The cut and the anchor are those of its assignment, or else the usual ones of its scales and of what experience is.
    Of a pair the experience is the difference, and its anchor 0.

    Raises:
        UnreadableFile: a scale has no usual one and none is given, or what is given is none of its points.
    """
    scale, points = scale_of(file, asks), file.points["experience"]
    important, anchor = file.assignment.important, file.assignment.anchor
    importance = file.points.get("importance", FIVE)
    cut = _chosen(file, "importance", importance, important, IMPORTANT_FROM.get(importance), "--important")
    if scale == "pair":
        if anchor:
            raise UnreadableFile(f"The anchor of expectation and experience is 0, their difference, not {anchor}.")
        return Reading(anchor=0, experience=_common(file).differences, cut=cut, importance=importance)
    usual = SCALES[scale].anchors.get(points)
    return Reading(
        anchor=_chosen(file, "experience", points, anchor, usual, "--anchor"),
        experience=points,
        cut=cut,
        importance=importance,
    )


def scored_ratings(file: RatingsFile) -> pd.DataFrame:
    """Return the ratings of a file as they are scored: of a pair experience is met less expected."""
    if "expectation" not in file.points:
        return file.ratings
    difference = file.ratings["experience"] - file.ratings["expectation"]
    return file.ratings.assign(experience=difference).drop(columns="expectation")


def _common(file: RatingsFile) -> Points:
    """Return the scale of expectation and experience; refuse two scales, whose difference means nothing."""
    expected, met = file.points["expectation"], file.points["experience"]
    if expected != met:
        raise UnreadableFile(f"Expectation is rated from {expected} and experience from {met}: one scale is needed.")
    return met


def _chosen(file: RatingsFile, kind: str, points: Points, given: int | None, usual: int | None, option: str) -> int:
    shift = next((shift for name, shift in file.shifts.items() if name == kind), 0)
    code = usual if given is None else given + shift
    if code is None:
        raise UnreadableFile(f"{kind.capitalize()} from {points} has no usual point from which it counts: {option} N.")
    if code not in points.anchors:
        first, last = (end - shift for end in (points.anchors[0], points.anchors[-1]))
        raise UnreadableFile(f"{option} is from {first} to {last} here, not {given}.".replace(" -", " −"))
    return code
