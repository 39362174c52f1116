"""What the form refuses, to be said in the language of whoever sent it."""

from jtbd_core.errors import Refused
from jtbd_core.form.texts import text


class FormRefusal(Refused):
    """What was sent is not taken; the text of `key` with its `values` says why."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(text("en", key, **values))
        self.key = key
        self.values = values
