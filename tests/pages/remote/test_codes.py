"""Single-use codes on the remote."""

from jtbd_core.contract import Store
from jtbd_core.privacy import THRESHOLD
from tests.pages.conftest import Visit
from tests.pages.made_files import given
from tests.pages.words import text


def test_the_room_says_what_codes_do(facilitate: Visit, store: Store, study_id: str) -> None:
    """Looking at the codes makes none; once there are some, the room says that it asks for one."""
    wave = store.open_wave(study_id)
    shown = text(facilitate("room.py", study=study_id))
    assert "Each code lets one person begin" in shown
    assert "This round asks for a code" not in shown
    assert not store.wave(wave.id).asks_code
    store.add_codes(wave.id, 1)
    assert "This round asks for a code" in text(facilitate("room.py", study=study_id))


def test_reminders_are_of_codes_not_used(facilitate: Visit, store: Store, study_id: str) -> None:
    """The table that was kept comes back without the codes that were used; a wrong file is named."""
    wave = store.open_wave(study_id)
    codes = store.add_codes(wave.id, 7)
    for number in range(THRESHOLD):
        store.use_code(wave.id, codes[number], f"{number:022}")
    page = facilitate("room.py", study=study_id)
    page.file_uploader[0].set_value(("mailer.csv", b"name\nAnn\n", "text/csv")).run()
    assert "No row of this table has a single-use code" in text(page)
    table = "name,code\n" + "".join(f"Person {n},{code}\n" for n, code in enumerate(codes))
    page.file_uploader[0].set_value(("mailer.csv", table.encode(), "text/csv")).run()
    rows = given(page, store, "Codes not used yet").decode().splitlines()
    assert [row.split(",")[:2] for row in rows[1:]] == [["Person 5", codes[5]], ["Person 6", codes[6]]]
    assert all(row.endswith(f"/r/{wave.rate_key}?code={row.split(',')[1]}") for row in rows[1:])
