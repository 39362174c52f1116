"""The form's refusals, which are shown in the language of the respondent."""

from jtbd_core.errors import Refused
from jtbd_core.form.texts import text


class FormRefusal(Refused):
    """What was sent is refused; the form's text `key`, filled with `values`, says why."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(text("en", key, **values))
        self.key = key
        self.values = values
