"""The file of an archive: written and read again, and refused in one line if it is not as it was written."""

import io
import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from jtbd_core.contract import Store
from jtbd_core.contract.archive_parts import PARTS
from jtbd_core.errors import Refused, UnreadableFile
from jtbd_core.exchange import archive_file
from jtbd_core.exchange.archive_check import ArchiveSummary, check_archive
from jtbd_core.exchange.archive_file import description
from jtbd_core.exchange.archive_writing import write_archive
from jtbd_core.store import open_store
from jtbd_core.wave import Answers, Rating
from tests.store.studies import PARCEL

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an archive of a study with one answer, whose remark looks like a formula."""
    folder = tmp_path_factory.mktemp("archive")
    store = open_store(folder / "headway.duckdb")
    wave = store.open_wave(store.add_study(PARCEL).id)
    rating = Rating(outcome="time", importance=5, experience=2, tapped=7, seconds=1.5, position=1)
    store.save(wave.id, "a" * 22, Answers(ratings=(rating,), profile={"haste": "low"}, remark="=1+1\r\n'“x”, y"))
    write_archive(store, wave.study_id, folder / "parcels.headway")
    store.close()
    return folder / "parcels.headway"


def files(archive: Path) -> Files:
    """Return the files in an archive."""
    with zipfile.ZipFile(archive) as found:
        return {name: found.read(name) for name in found.namelist()}


def packed(content: Files) -> bytes:
    """Return an archive of files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, one in content.items():
            archive.writestr(name, one)
    return target.getvalue()


def forged(content: Files, **changed: tuple[bytes, bytes]) -> bytes:
    """Return an archive in which parts are changed and the manifest says so."""
    manifest = json.loads(content["manifest.json"])
    for name, (old, new) in changed.items():
        file = f"{name}.csv"
        assert old in content[file], file
        content[file] = content[file].replace(old, new)
        manifest["parts"][file] = {
            "sha256": sha256(content[file]).hexdigest(),
            "rows": manifest["parts"][file]["rows"] + new.count(b"\r\n") - old.count(b"\r\n"),
        }
    return packed({**content, "manifest.json": json.dumps(manifest).encode()})


def test_an_archive_holds_what_its_check_says(written: Path) -> None:
    """Its parts are named, and nothing in it runs as a formula."""
    assert check_archive(written) == ArchiveSummary("Parcels", rounds=1, going_on=1, respondents=1, saves=1)
    assert files(written).keys() == {"README.txt", "manifest.json", "study.json", *(f"{one.name}.csv" for one in PARTS)}
    assert b"'=1+1" in files(written)["remarks.csv"]
    assert b"aaaa" not in b"".join(files(written).values())


def test_every_column_is_described(written: Path) -> None:
    """The description in the archive names each file and each heading."""
    text = files(written)["README.txt"].decode()
    assert text == description()
    for part in PARTS:
        described = text.partition(f"\n{part.name}.csv: ")[2].partition("\n\n")[0]
        headings = files(written)[f"{part.name}.csv"].decode().partition("\r\n")[0].split(",")
        assert [line.split()[0] for line in described.splitlines()[1:]] == headings


def test_an_archive_replaces_no_file(store: Store, tmp_path: Path) -> None:
    """What is there stays, and nothing else is left beside it."""
    record = store.add_study(PARCEL)
    (tmp_path / "letter").write_text("Dear reader")
    with pytest.raises(Refused, match="there already"):
        write_archive(store, record.id, tmp_path / "letter")
    assert (tmp_path / "letter").read_text() == "Dear reader"
    assert not list(tmp_path.glob(".*"))


def _truncated(content: Files) -> bytes:
    return packed(content)[:-200]


def _in_another_format(content: Files) -> bytes:
    manifest = json.loads(content["manifest.json"]) | {"format": 9, "new": True}
    return packed({**content, "manifest.json": json.dumps(manifest).encode(), "new.csv": b""})


def _with_a_path(content: Files) -> bytes:
    return packed(content | {"../x.csv": b""})


def _with_a_file_twice(content: Files) -> bytes:
    target = io.BytesIO(packed(content))
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("ratings.csv", content["ratings.csv"])
    return target.getvalue()


def _with_a_password(content: Files) -> bytes:
    whole = bytearray(packed(content))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := whole.find(mark, at + 1)) >= 0:
            whole[at + flags] |= 1
    return bytes(whole)


def _nested(content: Files) -> bytes:
    return packed(content | {"manifest.json": b'{"format": 1, "x": ' + b"[" * 100_000})


DAMAGES: list[tuple[Callable[[Files], bytes], str]] = [
    (_truncated, "no archive of Headway, or it is damaged"),
    (lambda content: b"Dear reader", "no archive of Headway"),
    (lambda content: packed({"letter.txt": b"Dear reader"}), "no manifest"),
    (lambda content: packed(content | {"ratings.csv": content["ratings.csv"][:-9]}), "ratings.csv does not hold"),
    (lambda content: packed(content | {"study.json": b"{}"}), "study.json does not hold"),
    (_in_another_format, "the format 9; this Headway reads those up to 5"),
    (_with_a_path, r"“\.\./x\.csv”"),
    (_with_a_file_twice, "a file twice"),
    (_with_a_password, "no archive of Headway, or it is damaged"),
    (_nested, "no archive of Headway, or it is damaged"),
    (lambda content: packed({name: one for name, one in content.items() if name != "notes.csv"}), "“notes.csv”"),
    (lambda content: packed({**content, "manifest.json": b"[]"}), "no archive of Headway, or it is damaged"),
]


@pytest.mark.parametrize(("damage", "says"), DAMAGES)
def test_what_is_no_whole_archive_is_refused(damage: Callable[[Files], bytes], says: str, written: Path) -> None:
    """One line says what is wrong."""
    with pytest.raises(UnreadableFile, match=says):
        check_archive(damage(files(written)))


@pytest.mark.parametrize(
    ("part", "old", "new", "says"),
    [
        (
            "ratings",
            b",5,2,,false",
            b",6,2,,false",
            "ratings.csv in the archive, record 2: the study has no such importance",
        ),
        ("ratings", b",time,", b",speed,", "no outcome “speed”"),
        ("ratings", b",5,2,,false", b",5,99999999999,,false", "record 2: “"),
        ("ratings", b",5,2,,false", b",5,2,,", "a cell is empty"),
        ("ratings", b"round,number", b"round,place", "other headings"),
        ("ratings", b"1,1,", b"1,2,", "fewer saves"),
        ("ratings", b",1.5,", b",nan,", "record 2: “"),
        ("respondents", b"false,false", b"maybe,false", "record 2: “"),
        ("respondents", b"false,false,", b"false,false,0", "record 2: a weight is not above 0"),
        ("profiles", b"haste,low", b"haste,medium", "no such answer"),
        ("profiles", b"1,", b"2,", "no such round"),
        ("remarks", b"missed", b"praise", "no remark"),
        ("remarks", "“".encode(), b"\x00", "record 2"),
        ("rounds", b"\r\n1,", b"\r\n1,x\x07", "record 2"),
        ("stages", b"\r\n", b'\r\n1,,,"[""speed""]"\r\n', "no outcome “speed”"),
        ("withheld", b"\r\n", b"\r\n1,1,somebody\r\n", "no such respondent"),
        ("notes", b"\r\n", b"\r\n1,time,secret,Ann,Text,2026-01-01T00:00:00,2026-01-01T00:00:00\r\n", "kind of note"),
        ("releases", b"\r\n", b"\r\n1,1,time,,,2,end,true\r\n", "fewer saves"),
        ("releases", b"\r\n", b"\r\n1,1,time,=segment,x,1,end,true\r\n", "a segment has a number"),
        ("releases", b"\r\n", b"\r\n1,1,time,solution+haste,post,1,end,true\r\n", "crosses other questions"),
        ("places", b"\r\n", b"\r\n1,haste,low,0\r\n", "no place taken"),
        ("margins", b"\r\n", b"\r\n0,haste,soon,500\r\n", "there is no such answer"),
        ("margins", b"\r\n", b"\r\n70000,haste,low,500\r\n", "its place is not after"),
        ("margins", b"\r\n", b"\r\n0,haste,low,500\r\n1,solution,post,500\r\n", "another question"),
        ("margins", b"\r\n", b"\r\n0,haste,low,500\r\n1,haste,high,400\r\n", "add up to 90 %"),
        ("amendments", b"\r\n", b"\r\nmended,title,,a,b,0,2026-01-01T00:00:00\r\n", "no change"),
    ],
)
def test_a_row_that_does_not_fit_is_named(part: str, old: bytes, new: bytes, says: str, written: Path) -> None:
    """Though its digest is right: whoever changes an archive can compute one."""
    if old == b"\r\n":
        old = files(written)[f"{part}.csv"]
        new = old + new[2:]
    with pytest.raises(UnreadableFile, match=says):
        check_archive(forged(files(written), **{part: (old, new)}))


def test_a_number_of_rows_that_is_not_there_is_refused(written: Path) -> None:
    """Rows that were cut off are missed, whatever digest stands there."""
    content = files(written)
    content["ratings.csv"] = content["ratings.csv"].splitlines(keepends=True)[0]
    manifest = json.loads(content["manifest.json"])
    manifest["parts"]["ratings.csv"]["sha256"] = sha256(content["ratings.csv"]).hexdigest()
    with pytest.raises(UnreadableFile, match=r"ratings\.csv lacks rows"):
        check_archive(packed({**content, "manifest.json": json.dumps(manifest).encode()}))


def test_what_unpacks_to_too_much_is_refused_before_it_is(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither all files together, nor the study, nor one line may be longer than an archive of ours."""
    content = files(written)
    bomb = packed({**content, "study.json": b"0" * (archive_file.LONGEST_STUDY + 1)})
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableFile, match="larger than"):
        check_archive(bomb)
    long = content["remarks.csv"] + b"0" * archive_file.LONGEST_LINE
    with pytest.raises(UnreadableFile, match="damaged"):
        check_archive(forged(content, remarks=(content["remarks.csv"], long)))
    monkeypatch.setattr(archive_file, "MOST_BYTES", 1_000)
    with pytest.raises(UnreadableFile, match="larger than 1,000 bytes"):
        check_archive(written)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    """With the reason that the system gives."""
    with pytest.raises(UnreadableFile, match="cannot be read: No such file"):
        check_archive(tmp_path / "nowhere.headway")
