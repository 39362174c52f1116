"""Headway: `streamlit run app.py` serves the pages and the rating form from one process."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from jtbd_core.errors import StoreUnavailable
from jtbd_core.form import Form
from jtbd_core.live.worker import worker
from jtbd_core.web.sign_in import new_sign_in_link, sign_in_routes
from pages.components.address import server_address
from pages.components.sign_in import uses_login
from pages.components.store import the_store
from pages.server.file_guard import FileGuard
from pages.server.gate import Gate
from pages.server.security_headers import SecurityHeaders
from pages.server.static_files import CompressedStaticFiles
from pages.server.warmup import run_warmup

try:
    store = the_store()
except StoreUnavailable as error:
    sys.exit(f"Headway cannot start. {error}")

address = server_address()


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Say where to sign in, and close the database in the end."""
    store.studies()
    run_warmup()
    try:
        link = address if uses_login() else new_sign_in_link(store, address)
    except StoreUnavailable as error:  # as on a full disk; who is signed in stays so
        link = f"not now. {error}"
    print(f"\n  Sign in as facilitator: {link}\n", flush=True)
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
