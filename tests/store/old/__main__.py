"""Writes the database of the schema of today, with the answers of eight people, of whom one deletes theirs."""

import tempfile
import zipfile
from pathlib import Path

from jtbd_core import access, score
from jtbd_core.contract import Store
from jtbd_core.store import open_store
from jtbd_core.store.migrations import MIGRATIONS
from jtbd_core.wave import Answers, Rating, Wave
from tests.store.old import ANCHORS, FOLDER, POINTS
from tests.store.studies import PARCEL, rated

VALUES = ((5, 2), (4, 1), (3, 3), (5, 4), (2, 5), (4, 2), (1, 1), (5, 3))


def answer(store: Store, wave: Wave, number: int) -> str:
    """Save the answers of one person, and return the id of their response."""
    token = f"person-{number}-".ljust(22, "x")
    store.save(wave.id, token, Answers(profile={"solution": ("post", "courier")[number % 2]}))
    for place, outcome in enumerate(ANCHORS):
        importance, experience = VALUES[(number * (place + 1) + place) % len(VALUES)]
        store.save(wave.id, token, rated(outcome, importance, None if (number, place) == (5, 2) else experience))
    if number == 1:
        store.save(wave.id, token, rated("time", 5, 1))
    if number == 3:
        store.save(wave.id, token, Answers(ratings=(Rating(outcome="on-time", not_applicable=True),)))
    store.save(wave.id, token, Answers(remark=f"Remark {number}", is_finished=True))
    return access.response_id(token)


def main() -> None:
    """Write `NN.zip` for the version of today."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "headway.duckdb"
        store = open_store(path)
        wave = store.open_wave(store.add_study(PARCEL).id)
        responses = [answer(store, wave, number) for number in range(8)]
        store.delete_response(responses[-1])
        store.set_status(wave.id, "closed")
        store.save(store.open_wave(wave.study_id).id, "second".ljust(22, "x"), rated("time", 5, 2))
        points = score(store.ratings(wave.id), anchor=ANCHORS, draws=200).set_index("outcome").sort_index()[POINTS]
        store.close()
        with zipfile.ZipFile(
            FOLDER / f"{len(MIGRATIONS):02}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9
        ) as zipped:
            zipped.write(path, path.name)
            zipped.writestr("points.csv", points.to_csv(float_format="%.17g"))


if __name__ == "__main__":
    main()
