"""The ratings of a wave that may be shared with viewers, read from the store as `privacy` releases them."""

import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.privacy import released
from jtbd_core.study import Study
from jtbd_core.wave import Version


def shared_ratings(store: Store, study: Study, wave_id: str, version: Version) -> pd.DataFrame:
    """Return everybody's ratings that may be shared at this version of the log, in the columns of `Store.ratings`.

    In a closed wave these are all ratings. Until then an outcome moves in the steps of `released`, or on a reveal.
    """
    return released(store.log(wave_id, version.last), version.revealed, study.settings.asks_importance)


def group_source(store: Store, wave_id: str, version: Version) -> pd.DataFrame:
    """Return everybody's ratings from which groups are taken, in the columns of `Store.ratings`.

    In a closed wave these are all ratings, until then those at the last reveal, or that were imported: were groups to
    move in steps of their own, subtracting them from everybody's would isolate single people.
    """
    return store.ratings(wave_id, until=version.revealed)
