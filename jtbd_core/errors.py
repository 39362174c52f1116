"""The errors of Headway; all messages are written for the person who caused them."""


class JtbdError(Exception):
    """The base of all errors whose message is shown to people."""


class InvalidStudy(JtbdError):
    """A study or a part of it is invalid; the message names the part and the rule."""


class UnreadableFile(JtbdError):
    """A file cannot be parsed; the message names row and column of a bad cell."""


class UnusableRatings(JtbdError):
    """Ratings cannot be scored as asked; the message names the column or the argument."""


class NotFound(JtbdError):
    """No record has this id, key or code."""


class Refused(JtbdError):
    """An answer or an action is invalid for what is stored, such as a value outside 1 to 5."""


class WaveClosed(Refused):
    """The wave accepts no answers; `status` is the reason.

    It is draft, paused or closed, and for newcomers full, quota (of an answer) or screened (out by one).
    """

    def __init__(self, status: str) -> None:
        super().__init__(f"This round is {status}; no answers are taken now.")
        self.status = status


class CodeNeeded(Refused):
    """The wave requires a single-use code, and none was used with this token."""

    def __init__(self) -> None:
        super().__init__("This round needs a code, and none has been used for these answers.")


class NotAdmitted(Refused):
    """Nothing is taken of a newcomer before the questions are answered on which it depends who is asked."""

    def __init__(self) -> None:
        super().__init__("Answer first what is asked about you: on that it depends whether this round is for you.")


class AlreadyListed(WaveClosed):
    """Somebody of a panel has come before, in another browser; how far is not told."""

    def __init__(self) -> None:
        super().__init__("listed")


class StudyFrozen(Refused):
    """The study is launched and can no longer be edited."""


class StudyChanged(Refused):
    """The study was saved from elsewhere since it was read (optimistic locking); nothing was overwritten."""


class StoreUnavailable(JtbdError):
    """The database cannot be opened or reached; the message says how to fix it."""


class Busy(StoreUnavailable):
    """The write lock is taken, and the caller must not wait for it."""

    def __init__(self) -> None:
        super().__init__("Somebody else is writing just now.")


class StoreTooNew(StoreUnavailable):
    """The schema of the database is that of a newer Headway; it was not changed."""
