"""The sets of people of whom one figure was shown, moment by moment, and whether that of a moment tells of anybody."""

import numpy as np

from jtbd_core.privacy.codes import Integers
from jtbd_core.privacy.row_space import Span
from jtbd_core.privacy.threshold import THRESHOLD


class ShownSets:
    """The sets of people of a figure at each moment, and the spaces of those that were shown, a way each.

    `versions` say what the figure is of, `[way, moment, person]`: alike for the same, 0 for who is not in it. The last
    way takes all of a person as the same, as numbers of people do; the others differ in what was erased.
    """

    def __init__(self, versions: Integers) -> None:
        way, moment, person = np.nonzero(versions)
        columns, column = np.unique(
            np.column_stack((person, versions[way, moment, person])), axis=0, return_inverse=True
        )
        self._sets = np.zeros((*versions.shape[:2], len(columns)), bool)
        self._sets[way, moment, column] = True
        self._spans = [Span(columns[:, 0]) for _ in versions]

    def _ways(self, moment: int) -> list[bool]:
        """Return by which ways the set of a moment tells of nobody beside those that were shown."""
        many = self._sets[:, moment].sum(axis=1)
        wider = [span.plus(one[[moment]]) for span, one in zip(self._spans, self._sets, strict=True)]
        return [not few or (few >= THRESHOLD and not one.is_telling()) for few, one in zip(many, wider, strict=True)]

    def is_safe(self, moment: int) -> bool:
        """Whether the set of a moment can be shown, whatever the answers were that are erased."""
        return all(self._ways(moment))

    def may_be_shown(self, moment: int) -> bool:
        """Whether the set of an earlier moment may have been shown."""
        *answers, people = self._ways(moment)
        return any(answers) and people

    def show(self, moment: int) -> None:
        """Take the set of a moment as shown."""
        self._spans = [span.plus(one[[moment]]) for span, one in zip(self._spans, self._sets, strict=True)]
