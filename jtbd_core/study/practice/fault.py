"""The faults that a statement may have, named as an answer to choose."""

from collections.abc import Mapping
from typing import NamedTuple


class Fault(NamedTuple):
    """A fault: the wording rule that finds it, and its name as an answer."""

    rule: str
    name: str


FAULTS: Mapping[str, Fault] = {
    "solution": Fault("L01", "It names a solution"),
    "compound": Fault("L02", "It says two things at once"),
    "circumstance": Fault("L03", "It names a circumstance"),
    "vague": Fault("L04", "It has a vague word"),
    "dimension": Fault("L05", "It is filed in the wrong dimension"),
    "polarity": Fault("L06", "It is filed with the wrong polarity"),
    "no statement": Fault("L07", "It is a wish or a question"),
    "two measures": Fault("L08", "It has two measures"),
    "target": Fault("L09", "It sets a target"),
    "double negative": Fault("L10", "It is a double negative"),
    "long": Fault("L11", "It is too long"),
    "duplicate": Fault("L12", "It repeats another outcome"),
    "misplaced": Fault("L13", "It is filed as the wrong kind"),
    "company goal": Fault("L14", "It is the goal of a company"),
    "typo": Fault("L15", "It has a typo"),
    "opening": Fault("L16", "It begins with an unusual verb"),
    "no state": Fault("L17", "It is an activity, not a state"),
    "not alone": Fault("L18", "It does not stand alone"),
}
"""Each fault by the name that it has in `exercises.csv`."""

NONE = "none"
"""What `exercises.csv` answers where nothing is wrong."""
