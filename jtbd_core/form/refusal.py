"""The form's refusal, an error whose message is shown in the language of the respondent."""

from jtbd_core.errors import Refused
from jtbd_core.form.texts import text


class FormRefusal(Refused):
    """A request was refused; the form's text `key`, formatted with `values`, says why."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(text("en", key, **values))
        self.key = key
        self.values = values
