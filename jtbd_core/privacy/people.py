"""The people of a log, numbered as they came."""

from collections.abc import Collection, Sequence

import numpy as np

from jtbd_core.privacy.codes import Bools, Places


class People:
    """The names of people, and their numbers by name."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.numbers: dict[str, int] = {}

    def numbers_of(self, names: Sequence[str]) -> Places:
        """Return the numbers of people, who get the next ones if they have none yet."""
        for name in names:
            if name not in self.numbers:
                self.numbers[name] = len(self.names)
                self.names.append(name)
        return np.array([self.numbers[name] for name in names], np.int32)

    def mask(self, people: Collection[str]) -> Bools:
        """Return which people, by number, are among these."""
        chosen = np.zeros(len(self.names), bool)
        chosen[[self.numbers[one] for one in people if one in self.numbers]] = True
        return chosen
