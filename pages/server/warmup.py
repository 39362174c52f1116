"""The warm-up of the server process: what is done once before the first visitor comes."""

import gc
import sys
from functools import cache
from os import getpid
from threading import Thread

from streamlit import config

SWITCH_INTERVAL = 0.0001


def keep_theme() -> None:
    """Have Streamlit read its theme once: it looks through all options six times at each run of a page, for 2 ms."""
    config.get_options_for_section = cache(config.get_options_for_section)


def run_warmup() -> None:
    """Import slow libraries, start the worker, leave both out of garbage collection, and let threads switch sooner.

    Streamlit's own full collection after each script run is off (`.streamlit/config.toml`): with 50 viewers it took
    41 % of the server's time. What Python collects by itself need not look at the libraries: they never go. And while
    findings are computed, a save gives up and takes back the interpreter several times, each time after one switch
    interval, 5 ms by default.
    """
    import jtbd_core.charts
    import jtbd_core.scoring  # noqa: F401 - slow to import
    from jtbd_core.live.worker import worker

    keep_theme()
    Thread(target=worker.run, args=(getpid,), daemon=True).start()
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(SWITCH_INTERVAL)
