"""What goes on from the start of the server to its end, beside what it answers."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import streamlit as st

from jtbd_core.contract import Store
from jtbd_core.live.worker import worker
from jtbd_core.store.kept_backups import KeptBackups
from jtbd_core.web.data import Data
from jtbd_core.web.one_time_files import one_time_files
from pages.components.address import server_address
from pages.server.connections import limit_connections
from pages.server.operator import operator_socket
from pages.server.page_reruns import page_reruns
from pages.server.sign_in_link import print_sign_in_link
from pages.server.upkeep import upkeep
from pages.server.warmup import run_warmup


def lifespan(
    store: Store, data: Data, kept: KeptBackups | None, close_metrics_port: Callable[[], None]
) -> Callable[[st.App], AbstractAsyncContextManager[None]]:
    """Return what prepares the process, says where to sign in, and closes the database in the end."""

    @asynccontextmanager
    async def during(_: st.App) -> AsyncIterator[None]:
        store.studies()
        run_warmup()
        limit_connections()
        print_sign_in_link(store, server_address())
        with operator_socket(store, data), upkeep(store, kept):
            async with page_reruns():
                yield
        close_metrics_port()
        worker.stop()
        one_time_files.clear()
        store.close()

    return during
