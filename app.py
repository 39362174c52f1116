"""Headway: `streamlit run app.py` serves the pages and the rating form from one process."""

import sys

import streamlit as st
from starlette.middleware import Middleware
from streamlit.config import set_option

from jtbd_core.errors import JtbdError
from jtbd_core.form import Form, version
from jtbd_core.form.practice import offers_practice
from jtbd_core.store.kept_backups import kept_backups
from jtbd_core.web.address import PublicAddress, given_address
from jtbd_core.web.data import Data
from jtbd_core.web.metrics_port import open_metrics_port
from jtbd_core.web.one_time_files import one_time_files, one_time_route
from jtbd_core.web.routes import web_routes
from pages.components.address import root_path
from pages.components.store import the_store
from pages.server.before_streamlit import BEFORE_STREAMLIT
from pages.server.gate import Gate
from pages.server.json_log import log_json, logs_json
from pages.server.lifespan import lifespan
from pages.server.link_page import LinkPage
from pages.server.security_headers import SecurityHeaders

try:
    if logs_json():
        log_json()
    address, root = given_address(), root_path()
    set_option("server.baseUrlPath", root)
    offers_practice()
    store = the_store()
    data = Data(store)
    kept = kept_backups(store)
    close_metrics_port = open_metrics_port(store)
except JtbdError as error:
    sys.exit(f"Headway cannot start. {error}")


app = st.App(
    "pages/main.py",
    routes=[*web_routes(store, data, root, version()), one_time_route(one_time_files, root)],
    middleware=[
        Middleware(Gate, address),
        Middleware(PublicAddress, address, root),
        Middleware(SecurityHeaders, root, is_https=address.startswith("https://")),
        Middleware(Form, store, root),
        Middleware(LinkPage, store, root),
        *map(Middleware, BEFORE_STREAMLIT),
    ],
    lifespan=lifespan(store, data, kept, close_metrics_port),
)
