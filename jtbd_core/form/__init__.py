"""The rating form that respondents see: server-rendered pages that need no script."""

from jtbd_core.form.assets import version
from jtbd_core.form.languages import own_name
from jtbd_core.form.preview import place_in_preview, preview
from jtbd_core.form.routes import Form
from jtbd_core.form.texts import TEXTS

LANGUAGES = tuple(TEXTS)
"""The codes of the languages that the form has texts in."""

__all__ = ["LANGUAGES", "Form", "own_name", "place_in_preview", "preview", "version"]
