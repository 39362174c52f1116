"""The one family of errors that Headway raises for a person to read."""


class JtbdError(Exception):
    """A refusal with a message fit for the person who caused it."""


class InvalidStudy(JtbdError):
    """A study, or a part of one, breaks a rule; the message names the part and the rule."""


class UnreadableFile(JtbdError):
    """A file cannot be read; the message names the row and the column where one is to blame."""


class UnusableRatings(JtbdError):
    """Ratings cannot be scored as asked; the message names the column or the argument."""


class NotFound(JtbdError):
    """What was asked for does not exist, or the key does not open it."""


class Refused(JtbdError):
    """The answer or the action does not fit what is stored, such as a value outside 1 to 5."""


class WaveClosed(Refused):
    """The wave takes no answers now; `status` says why: draft, paused, closed, or full for newcomers."""

    def __init__(self, status: str) -> None:
        super().__init__(f"This round is {status}; no answers are taken now.")
        self.status = status


class CodeUsed(Refused):
    """Somebody else has begun with this single-use code."""

    def __init__(self) -> None:
        super().__init__("This code has been used already.")


class CodeNeeded(Refused):
    """The round takes only people with a single-use code, and whoever this is has used none."""

    def __init__(self) -> None:
        super().__init__("This round needs a code, and none has been used for these answers.")


class StudyFrozen(Refused):
    """The study has been launched, so this part of it can no longer change."""


class StudyChanged(Refused):
    """Somebody else saved the study in the meantime; nothing was overwritten."""


class StoreUnavailable(JtbdError):
    """The database cannot be opened or reached; the message says what to do."""


class Busy(StoreUnavailable):
    """Somebody else is writing, and whoever asked must not wait for that."""

    def __init__(self) -> None:
        super().__init__("Somebody else is writing just now.")


class StoreTooNew(StoreUnavailable):
    """The database was written by a newer Headway and has been left untouched."""
