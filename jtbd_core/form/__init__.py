"""The rating form that respondents see: server-rendered pages that need no script."""

from jtbd_core.form.preview import preview
from jtbd_core.form.routes import routes

__all__ = ["preview", "routes"]
