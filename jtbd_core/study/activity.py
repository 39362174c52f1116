"""An activity of a job step."""

from jtbd_core.study.value import Value, check_id, check_text


class Activity(Value, frozen=True, kw_only=True):
    """Work that people do within a job step; key outcomes of the step may name the one in which they are felt.

    Activities order the key outcomes for those who define a study; the form does not show them.
    """

    id: str
    name: str

    def __post_init__(self) -> None:
        check_id(self.id, "activity")
        check_text(self.name, f"The name of activity “{self.id}”")
