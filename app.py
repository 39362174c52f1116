"""Headway: `streamlit run app.py` serves the pages and the rating form from one process."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from jtbd_core.errors import StoreUnavailable
from jtbd_core.form import Form
from jtbd_core.live.worker import worker
from jtbd_core.store import erase_deleted, is_server
from jtbd_core.web.sign_in import sign_in_routes
from pages.components.address import server_address
from pages.components.store import database_address, the_store
from pages.server.file_guard import FileGuard
from pages.server.gate import Gate
from pages.server.operator import operator_socket
from pages.server.security_headers import SecurityHeaders
from pages.server.sign_in_link import print_sign_in_link
from pages.server.static_files import CompressedStaticFiles
from pages.server.warmup import run_warmup

try:
    if not is_server(database_address()):
        erase_deleted(Path(database_address()))
    store = the_store()
except StoreUnavailable as error:
    sys.exit(f"Headway cannot start. {error}")

address = server_address()


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Say where to sign in, and close the database in the end."""
    store.studies()
    run_warmup()
    print_sign_in_link(store, address)
    with operator_socket(store):
        yield
    worker.stop()
    store.close()


app = st.App(
    "pages/main.py",
    routes=sign_in_routes(store),
    middleware=[
        Middleware(SecurityHeaders, is_https=address.startswith("https://")),
        Middleware(Form, store, is_https=address.startswith("https://")),
        Middleware(Gate, address),
        Middleware(FileGuard),
        Middleware(CompressedStaticFiles),
    ],
    lifespan=lifespan,
)
