"""What is released of a study before it is archived: of the waves of a copy nothing ever is."""

from functools import partial

from jtbd_core.contract import Store
from jtbd_core.live.reach import next_aims
from jtbd_core.live.sharing import release


def release_before_archive(store: Store, study_id: str) -> None:
    """Release of each wave of a study, and of its value targets, what viewers may see of it now."""
    study = store.study(study_id).study
    aims = tuple((one.id, one.aim.outcomes) for one in store.targets(study_id))
    for wave in store.waves(study_id):
        release(store, study, wave, _nothing, further=partial(next_aims, aims))


def _nothing(*_: object) -> None:
    pass
