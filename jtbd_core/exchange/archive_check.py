"""The check of an archive that somebody brings, in a job, before any is stored: its rows fit study and each other."""

from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, NamedTuple, get_args

from jtbd_core.contract import archive_parts as parts
from jtbd_core.contract.archive_columns import Part
from jtbd_core.contract.archive_parts import PARTS
from jtbd_core.contract.archives import ArchivedStudy
from jtbd_core.errors import JtbdError, UnreadableFile
from jtbd_core.exchange.archive_file import check_file, file_of, opened_archive
from jtbd_core.study.amendment import AmendmentKind
from jtbd_core.study.results_link import check_link
from jtbd_core.study.scale import RATED
from jtbd_core.wave import Limits, Rating
from jtbd_core.wave.groups import CROSS
from jtbd_core.wave.ledger import SEGMENT
from jtbd_core.wave.margin import Margin
from jtbd_core.wave.panel import panel_from_json
from jtbd_core.wave.remark import RemarkKind, check_label
from jtbd_core.wave.response import LONGEST_REMARK
from jtbd_core.wave.stage import NoteKind, check_note
from jtbd_core.wave.target import Aim
from jtbd_core.wave.wave import check_name

LONGEST_NAME, LONGEST_GROUP, LONGEST_CHANGE = 200, 250, 2_000
"""The most characters of a respondent's key, of the ids of a group, and of a text that was changed."""

Values = dict[str, Any]


class ArchiveSummary(NamedTuple):
    """What an archive holds; `going_on` counts the rounds that were not closed, `saves` ratings changed later too."""

    title: str
    rounds: int
    going_on: int
    respondents: int
    saves: int


def check_archive(file: Path | bytes) -> ArchiveSummary:
    """Return what an archive holds, read to its end.

    Raises:
        UnreadableFile: it is no archive, of a newer format, too large, damaged, or its rows do not fit each other.
    """
    rows = check_file(file)
    with opened_archive(file) as archived:
        check = _Check(archived)
        for part in PARTS:
            check.part(part, rows.get(file_of(part), 0))
        check.saves()
        check.margin()
    return check.summary()


class _Check:
    """Checks rows part by part, in the order of `PARTS`; remembers those that later ones name."""

    def __init__(self, archived: ArchivedStudy) -> None:
        self._archived = archived
        self._points = {one.id: archived.study.points(one) for one in archived.study.outcomes}
        self._rounds: dict[int, Values] = {}
        self._people, self._gone = dict[int, set[str]](), dict[int, set[str]]()
        self._numbers: dict[tuple[str, int], int] = {}
        self._count: Counter[tuple[object, ...]] = Counter()
        self._shares: dict[str, list[tuple[str, int]]] = {}
        self._rows: dict[Part, Callable[[Values], None]] = {
            parts.ROUNDS: self._round,
            parts.RESPONDENTS: self._respondent,
            parts.PROFILES: self._profile,
            parts.ASSIGNMENTS: self._assignment,
            parts.RATINGS: self._rating,
            parts.DELETED: self._deleted,
            parts.PLACES: self._place,
            parts.REMARKS: self._remark,
            parts.STAGES: self._stage,
            parts.NOTES: self._note,
            parts.TARGETS: self._target,
            parts.RELEASES: self._release,
            **dict.fromkeys((parts.WITHHELD, parts.MEMBERS), self._named),
            parts.AMENDMENTS: self._amendment,
            parts.MARGINS: self._share,
            parts.LINKS: check_link,
        }

    def part(self, part: Part, told: int) -> None:
        """Check all rows of a part, and that there are as many as its manifest says."""
        names, check, number = [column.name for column in part.whole], self._rows[part], 1
        for rows in self._archived.chunks(part):
            for row in rows:
                number += 1
                values = dict(zip(names, row, strict=True))
                try:
                    _ensure(not part.is_of_round or values["round"] in self._rounds, "there is no such round")
                    check(values)
                except JtbdError as wrong:
                    raise UnreadableFile(f"{file_of(part)} in the archive, record {number}: {wrong}") from wrong
        if number - 1 != told:
            raise UnreadableFile(f"The archive is damaged: {file_of(part)} lacks rows, or has too many.")

    def saves(self) -> None:
        """Check that each place in the log of a round is that of one save."""
        for number, values in self._rounds.items():
            if self._count["saves", number] != values["saves"]:
                raise UnreadableFile(f"The archive is damaged: round {number} has not {values['saves']:,} saves.")
        if sum(values["saves"] for values in self._rounds.values()) != self._archived.saves:
            raise UnreadableFile("The archive is damaged: its manifest names another number of saves.")

    def margin(self) -> None:
        """Check that the shares that results are weighted to are a whole."""
        for question, shares in self._shares.items():
            try:
                Margin(question=question, shares=tuple(shares))
            except JtbdError as wrong:
                raise UnreadableFile(f"{file_of(parts.MARGINS)} in the archive: {wrong}") from wrong

    def summary(self) -> ArchiveSummary:
        """Return what was found."""
        return ArchiveSummary(
            self._archived.study.title,
            len(self._rounds),
            sum(values["closed_at"] is None for values in self._rounds.values()),
            sum(map(len, self._people.values())),
            self._archived.saves,
        )

    def _round(self, row: Values) -> None:
        panel_from_json(row["panel"])
        _ensure(row["round"] > 0 and row["round"] not in self._rounds, "its number is not its own")
        check_name(row["name"])
        Limits(cap=row["cap"])
        self._known(row["asked"] or ())
        _ensure((row["revealed"] or 0) <= row["saves"] <= self._archived.saves, "it has too many saves")
        self._rounds[row["round"]], self._people[row["round"]], self._gone[row["round"]] = row, set(), set()

    def _respondent(self, row: Values) -> None:
        _ensure(0 < len(row["respondent"]) <= LONGEST_NAME, "the key is empty or too long")
        _ensure(row["respondent"] not in self._people[row["round"]], "this respondent has a row already")
        _ensure(row["weight"] is None or row["weight"] > 0, "a weight is not above 0")
        self._people[row["round"]].add(row["respondent"])

    def _profile(self, row: Values) -> None:
        self._answered(row)
        _ensure(self._archived.study.takes(row["question"], row["option"]), "the study has no such answer")
        self._once("profile", row["round"], row["respondent"], row["question"])

    def _assignment(self, row: Values) -> None:
        self._answered(row)
        self._known(row["outcomes"])
        self._once("assignment", row["round"], row["respondent"])

    def _rating(self, row: Values) -> None:
        self._answered(row)
        self._known((row["outcome"],))
        Rating(**{name: value for name, value in row.items() if name in Rating.__struct_fields__})
        points = self._points[row["outcome"]]
        for what in RATED:
            if (code := row[what]) is not None:
                _ensure(what in points and code in points[what].codes, f"the study has no such {what}")
        self._save("ratings", row)

    def _deleted(self, row: Values) -> None:
        self._known((row["outcome"],))
        name, number = row["name"], row["round"]
        _ensure(0 < len(name) <= LONGEST_NAME and name not in self._people[number], "the name is not a random one")
        self._gone[number].add(name)
        self._save("deleted", row)

    def _save(self, part: str, row: Values) -> None:
        self._next(part, row)
        _ensure(row["number"] <= self._rounds[row["round"]]["saves"], "the round has fewer saves")
        self._count["saves", row["round"]] += 1

    def _place(self, row: Values) -> None:
        _ensure(self._archived.study.takes(row["question"], row["option"]) and row["many"] > 0, "it is no place taken")
        self._once("place", row["round"], row["question"], row["option"])

    def _remark(self, row: Values) -> None:
        _ensure(row["kind"] in get_args(RemarkKind) and 0 < len(row["text"]) <= LONGEST_REMARK, "it is no remark")
        check_label(row["label"])
        self._known([row["outcome"]] if row["outcome"] else [])
        _ensure(len(row["batch"]) <= LONGEST_NAME, "the batch is too long")
        written = ("remark", row["round"], row["kind"])
        self._count[written] += 1
        _ensure(self._count[written] <= len(self._people[row["round"]]), "there are more remarks than respondents")

    def _stage(self, row: Values) -> None:
        self._known(row["prediction"] or ())
        self._once("stage", row["round"])

    def _note(self, row: Values) -> None:
        self._known((row["outcome"],))
        _ensure(row["kind"] in get_args(NoteKind), "it is no kind of note")
        check_note(row["author"], row["text"])

    def _target(self, row: Values) -> None:
        self._known(row["outcomes"])
        said = {one: row[one] for one in ("at_most", "owner", "text")}
        Aim(outcomes=tuple(row["outcomes"]), due=row["due"].date(), **said)

    def _release(self, row: Values) -> None:
        self._next("releases", row)
        self._known((row["outcome"],))
        self._grouped(row)
        _ensure(row["until"] <= self._rounds[row["round"]]["saves"], "the round has fewer saves")

    def _named(self, row: Values) -> None:
        name, number = row["respondent"], row["round"]
        _ensure(name in self._people[number] or name in self._gone[number], "there is no such respondent")
        self._grouped(row)

    def _grouped(self, row: Values) -> None:
        ids = [row.get(name, "") for name in ("question", "option", "occasion")]
        _ensure(all(len(one) <= LONGEST_GROUP for one in ids), "a name in it is too long")
        _ensure(ids[0].count(CROSS) == ids[1].count(CROSS), "it crosses other questions than answers")
        _ensure(ids[0] != SEGMENT or (ids[1].isascii() and ids[1].isdecimal()), "a segment has a number")

    def _amendment(self, row: Values) -> None:
        _ensure(row["what"] in get_args(AmendmentKind) and row["since"] > 0, "it is no change")
        _ensure(all(len(row[name]) <= LONGEST_CHANGE for name in ("name", "before", "after")), "a text is too long")

    def _share(self, row: Values) -> None:
        _ensure(row["option"] in self._archived.study.questions().get(row["question"], ()), "there is no such answer")
        _ensure({*self._shares} <= {row["question"]}, "it is of another question")
        _ensure(row["place"] == sum(map(len, self._shares.values())), "its place is not after the last one")
        self._shares.setdefault(row["question"], []).append((row["option"], row["per_mille"]))

    def _answered(self, row: Values) -> None:
        _ensure(row["respondent"] in self._people[row["round"]], "there is no such respondent")

    def _known(self, outcomes: Collection[str]) -> None:
        for one in outcomes:
            _ensure(one in self._points, f"the study has no outcome “{one[:60]}”")

    def _next(self, part: str, row: Values) -> None:
        _ensure(row["number"] > self._numbers.get((part, row["round"]), 0), "its number is not above the last one")
        self._numbers[part, row["round"]] = row["number"]

    def _once(self, *key: object) -> None:
        self._count[key] += 1
        _ensure(self._count[key] == 1, "there is such a row already")


def _ensure(is_right: bool, complaint: str) -> None:
    if not is_right:
        raise UnreadableFile(f"{complaint}.")
