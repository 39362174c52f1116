"""Amendments: the changes that a launched study allows."""

from typing import Protocol

from jtbd_core.study import Circumstance, Option, Outcome, Solution, StudyRecord
from jtbd_core.study.amendment import Amendment


class Amendments(Protocol):
    """Verbs that amend a launched study; ids stay, and each amendment is logged.

    Every verb but `amendments` raises `Refused` for a draft, which is edited instead, `InvalidStudy` if the study would
    break a rule, and `StudyChanged` if another process amended it at the same moment.
    """

    def correct(self, study_id: str, name: str, text: str, language: str = "") -> StudyRecord:
        """Correct one text (its id as `translation.texts` gives it) at once, in open waves too.

        With a `language` the translation is replaced, or added.
        """
        ...

    def add_outcome(self, study_id: str, outcome: Outcome) -> StudyRecord:
        """Add an outcome under a new id, which later waves ask."""
        ...

    def add_solution(self, study_id: str, solution: Solution) -> StudyRecord:
        """Add a solution under a new id, which later waves offer."""
        ...

    def add_question(self, study_id: str, question: Circumstance) -> StudyRecord:
        """Add a circumstance question under a new id, which later waves ask."""
        ...

    def add_option(self, study_id: str, question_id: str, option: Option) -> StudyRecord:
        """Add an option under a new id to a circumstance question, which later waves offer."""
        ...

    def take_out(self, study_id: str, name: str) -> StudyRecord:
        """Undo the addition of the part with this id (as `translation.texts` gives it), and forget it in the log.

        `Refused` once a wave has asked or offered it.
        """
        ...

    def retire(self, study_id: str, outcome_id: str, is_retired: bool = True) -> StudyRecord:
        """Stop asking an outcome in later waves, or ask it again; the answers to it are kept."""
        ...

    def amendments(self, study_id: str) -> list[Amendment]:
        """Return the log of amendments since the launch, the oldest first."""
        ...
