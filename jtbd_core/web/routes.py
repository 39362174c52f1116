"""All routes that are not the form's."""

from starlette.routing import Route

from jtbd_core.contract import Store
from jtbd_core.web.data import Data, data_routes
from jtbd_core.web.health import health_routes
from jtbd_core.web.sign_in import sign_in_routes
from jtbd_core.web.unlock import unlock_routes


def web_routes(store: Store, data: Data, root: str = "", version: str = "") -> list[Route]:
    """Return the routes below `root`; `version` is that of the form's assets, whose style the pages have."""
    return [
        *health_routes(store, root),
        *sign_in_routes(store, root, version),
        *unlock_routes(store, root, version),
        *data_routes(data, root),
    ]
