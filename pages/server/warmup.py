"""The warm-up of the server process, before its first visitor."""

import gc
import sys
from functools import cache
from os import getpid
from threading import Thread

from streamlit import config

SWITCH_INTERVAL = 0.0001


def keep_theme() -> None:
    """Cache Streamlit's theme: it reads all options six times at each run of a page, for 2 ms."""
    config.get_options_for_section = cache(config.get_options_for_section)


def run_warmup() -> None:
    """Import slow libraries, start the worker, freeze both for the garbage collector, and shorten thread switches.

    Streamlit's own full collection after each script run is off (`.streamlit/config.toml`): with 50 viewers it took
    41 % of the server's time. Python's collections skip what is frozen: libraries are never freed. While findings are
    computed, a save loses and regains the GIL several times, each time after one switch interval, 5 ms by default.
    """
    import jtbd_core.charts
    import jtbd_core.scoring  # noqa: F401 - slow to import
    from jtbd_core.live.worker import worker

    keep_theme()
    Thread(target=worker.run, args=(getpid,), daemon=True).start()
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(SWITCH_INTERVAL)
