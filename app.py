"""Headway: `streamlit run app.py` serves the pages and the rating form from one process."""

import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from jtbd_core.errors import StoreUnavailable
from jtbd_core.form import Form
from jtbd_core.live.worker import worker
from jtbd_core.web.sign_in import sign_in_routes
from pages.components.address import server_address
from pages.components.sign_in import uses_login
from pages.components.store import the_store
from pages.server.message_limit import MessageLimit
from pages.server.open_files import raise_open_files
from pages.server.request_heads import RequestHeads
from pages.server.static_files import CompressedStaticFiles
from pages.server.warmup import run_warmup

try:
    store = the_store()
except StoreUnavailable as error:
    sys.exit(f"Headway cannot start. {error}")

signin_token = secrets.token_urlsafe(16)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Prepare the process, say where to sign in, and close the database in the end."""
    store.studies()
    run_warmup()
    raise_open_files()
    RequestHeads().limit()
    way = "" if uses_login() else f"/signin/{signin_token}"
    print(f"\n  Sign in as facilitator: {server_address()}{way}\n", flush=True)
    yield
    worker.stop()
    store.close()


app = st.App(
    "pages/main.py",
    routes=sign_in_routes(signin_token, store),
    middleware=[
        Middleware(Form, store, is_https=server_address().startswith("https://")),
        Middleware(MessageLimit),
        Middleware(CompressedStaticFiles),
    ],
    lifespan=lifespan,
)
