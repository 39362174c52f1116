"""Files as six sources export them of one survey, which asked three people about three outcomes.

Qualtrics, SurveyMonkey, LimeSurvey, Google Forms and Formbricks are written after what their documentation says of
their exports, or their own source where it is public; the sixth is the spreadsheet of a colleague.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence

STATEMENTS = (
    "Minimize the time it takes to find a parcel shop, also on foot",
    "Minimize the likelihood that the price changes - after I have paid",
    "Minimize the effort to prove that I sent it (to anyone)",
)
IMPORTANCE = ((5, 4, 1), (3, 5, None), (4, 5, 2))
SATISFACTION = ((2, 1, 4), (3, 2, None), (5, 1, 3))
"""The ratings of each person, outcome by outcome."""

HOW_IMPORTANT = "How important is each of these to you when you send a parcel?"
HOW_SATISFIED = "How satisfied are you with each of these today?"
WITH_WHAT = "Which service did you use last?"
SERVICES = ("Post office", "Courier", "Post office")
REMARKS = ("", "slow, and\nnobody answers", "fine")
IMPORTANT = tuple(f"{how} important" for how in ("Not at all", "Slightly", "Moderately", "Very", "Extremely"))
SATISFIED = (
    "Extremely dissatisfied",
    "Somewhat dissatisfied",
    "Neither satisfied nor dissatisfied",
    "Somewhat satisfied",
    "Extremely satisfied",
)
QUESTIONS = ((HOW_IMPORTANT, IMPORTANCE, IMPORTANT), (HOW_SATISFIED, SATISFACTION, SATISFIED))

Rows = Iterable[Sequence[object]]


def text(rows: Rows, delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
    """Return rows as a CSV text."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return written.getvalue()


def answers(person: int, form: str) -> list[str]:
    """Return a person's ratings, importance first, as numbers, as labels, or as LimeSurvey's codes of answers."""
    cells = []
    for _, ratings, labels in QUESTIONS:
        for rating in ratings[person]:
            said = {"number": f"{rating}", "label": labels[(rating or 1) - 1]}.get(form, f"A{rating}")
            cells.append("" if rating is None else said)
    return cells


def qualtrics(form: str) -> bytes:
    """Return a CSV export with its three rows of headings: names, wordings, and the ids of questions as JSON.

    https://www.qualtrics.com/support/survey-platform/data-and-analysis-module/data/download-data/export-formats/
    """
    about = ("StartDate", "EndDate", "Status", "Progress", "Finished", "RecordedDate", "ResponseId", "UserLanguage")
    worded = (
        "Start Date",
        "End Date",
        "Response Type",
        "Progress",
        "Finished",
        "Recorded Date",
        "Response ID",
        "User Language",
    )
    names = [*about, *(f"Q{question}_{row}" for question in (2, 3) for row in (1, 2, 3)), "Q4", "Q5"]
    asked = [*worded, *(f"{question} - {one}" for question, _, _ in QUESTIONS for one in STATEMENTS)]
    asked += [WITH_WHAT, "Anything else?"]
    ids = [
        *("startDate", "endDate", "status", "progress", "finished", "recordedDate", "_recordId", "userLanguage"),
        *(f"QID{question}_{row}" for question in (11, 12) for row in (1, 2, 3)),
        *("QID4", "QID5_TEXT"),
    ]
    rows: list[Sequence[object]] = [names, asked, [json.dumps({"ImportId": one}, separators=(",", ":")) for one in ids]]
    for person in range(3):
        day = f"2026-10-0{person + 1} 10:00:00"
        status, finished = ("IP Address", "True") if form == "label" else ("0", "1")
        rows.append(
            [
                *(day, day, status, "100", finished, day, f"R_{'xXy'[person]}1", "EN"),
                *answers(person, form),
                *(SERVICES[person], REMARKS[person]),
            ]
        )
    return text(rows).encode()


def surveymonkey(form: str) -> bytes:
    """Return a CSV export with condensed columns: the questions above their rows, each over the first of them.

    https://help.surveymonkey.com/en/surveymonkey/analyze/exporting-responses/
    """
    about = ("Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Custom Data 1")
    above = [*about, HOW_IMPORTANT, "", "", HOW_SATISFIED, "", "", WITH_WHAT, "Anything else?"]
    below = [*("" for _ in about), *STATEMENTS, *STATEMENTS, "Response", "Open-Ended Response"]
    return text([above, below, *(_monkey(person, answers(person, form)) for person in range(3))]).encode("utf-8-sig")


def surveymonkey_expanded() -> bytes:
    """Return a CSV export with expanded columns: one for each row and answer, which is written where it was given."""
    about = ("Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Custom Data 1")
    above, below = list(about), ["" for _ in about]
    for question, _, labels in QUESTIONS:
        expanded = [f"{one} - {label}" for one in STATEMENTS for label in labels]
        above += [question, *("" for _ in expanded[1:])]
        below += expanded
    rows = [[*above, WITH_WHAT, "Anything else?"], [*below, "Response", "Open-Ended Response"]]
    for person in range(3):
        cells = [
            label if rating is not None and labels[rating - 1] == label else ""
            for _, ratings, labels in QUESTIONS
            for rating in ratings[person]
            for label in labels
        ]
        rows.append(_monkey(person, cells))
    return text(rows).encode("utf-8-sig")


def _monkey(person: int, cells: Sequence[str]) -> list[str]:
    day = f"10/0{person + 1}/2026 10:00:00 AM"
    return [f"11{person}", "42", day, day, "", "", *cells, SERVICES[person], REMARKS[person]]


def limesurvey(headings: str, form: str) -> bytes:
    """Return a CSV export, separated by semicolons, all cells quoted, with a mark and a blank line at its end.

    https://www.limesurvey.org/manual/Exporting_results: headings are the `code` of a question and of its row, its
    `full` text, or both.
    """
    about = {"id": "Response ID", "submitdate": "Date submitted", "lastpage": "Last page", "startlanguage": "Language"}
    codes = [*about, *(f"{question}[SQ00{row}]" for question in ("importance", "satisfaction") for row in (1, 2, 3))]
    texts = [*about.values(), *(f"{question} [{one}]" for question, _, _ in QUESTIONS for one in STATEMENTS)]
    codes, texts = [*codes, "G02Q03", "G02Q04"], [*texts, WITH_WHAT, "Anything else?"]
    both = [f"{code}. {worded}" for code, worded in zip(codes, texts, strict=True)]
    rows: list[Sequence[object]] = [{"code": codes, "full": texts, "both": both}[headings]]
    for person in range(3):
        told = (str(person + 1), f"2026-10-0{person + 1} 10:00:00", "3", "en")
        rows.append([*told, *answers(person, form), SERVICES[person], REMARKS[person]])
    return (text(rows, ";", csv.QUOTE_ALL) + "\r\n").encode("utf-8-sig")


def limesurvey_untold(is_dual: bool) -> bytes:
    """Return a CSV export with the codes that LimeSurvey proposes for questions, of two arrays or of a dual-scale one.

    https://www.limesurvey.org/manual/Question_type_-_Array_dual_scale: the number of the scale follows the row's code.
    """
    stems = [("G01Q01[SQ00{}][1]", "G01Q01[SQ00{}][2]"), ("G01Q01[SQ00{}]", "G02Q02[SQ00{}]")][not is_dual]
    grid = [stem.format(row) for stem in stems for row in (1, 2, 3)]
    rows: list[Sequence[object]] = [["id", "submitdate", "lastpage", "startlanguage", *grid, "G03Q03", "G03Q04"]]
    for person in range(3):
        told = (str(person + 1), f"2026-10-0{person + 1} 10:00:00", "3", "en")
        rows.append([*told, *answers(person, "label"), SERVICES[person], REMARKS[person]])
    return text(rows, ";", csv.QUOTE_ALL).encode("utf-8-sig")


def microsoft_forms(again: str) -> bytes:
    """Return the answers of a form with two matrices of the same statements, which alone head their columns.

    https://support.microsoft.com/en-us/forms: a heading that was there before is as it was, or has a number behind it.
    """
    about = ("ID", "Start time", "Completion time", "Email", "Name")
    rows: list[Sequence[object]] = [
        [*about, *STATEMENTS, *(f"{one}{again}" for one in STATEMENTS), WITH_WHAT, "Anything else?"]
    ]
    for person in range(3):
        day = f"10/{person + 1}/26 10:00:00"
        told = (str(person + 1), day, day, "anonymous", "")
        rows.append([*told, *answers(person, "label"), SERVICES[person], REMARKS[person]])
    return text(rows).encode("utf-8-sig")


def google_forms(form: str) -> bytes:
    """Return the CSV of a form's answers: a grid's columns are headed by its question and a row in brackets.

    https://support.google.com/docs/answer/139706
    """
    grid = [f"{question} [{one}]" for question, _, _ in QUESTIONS for one in STATEMENTS]
    rows: list[Sequence[object]] = [["Timestamp", *grid, WITH_WHAT, "Anything else?"]]
    for person in range(3):
        day = f"2026/10/0{person + 1} 9:00:00 AM GMT+2"
        rows.append([day, *answers(person, form), SERVICES[person], REMARKS[person]])
    return text(rows, quoting=csv.QUOTE_ALL).encode()


def formbricks() -> bytes:
    """Return a CSV export: questions are numbered, a matrix has a column for each row, a choice one for its id.

    https://github.com/formbricks/formbricks/blob/main/apps/web/lib/response/utils.ts
    """
    about = ("No.", "Response ID", "Timestamp", "Finished", "Survey ID", "Formbricks ID (internal)", "User ID", "Tags")
    meta = ("source", "url", "userAgent - browser", "userAgent - os", "country")
    grid = [
        f"{number}. {question} - {one}" for number, (question, _, _) in enumerate(QUESTIONS, 1) for one in STATEMENTS
    ]
    chosen = (f"3. {WITH_WHAT}", f"3. {WITH_WHAT} - Option ID", "4. Anything else?")
    rows: list[Sequence[object]] = [[*about, *meta, *grid, *chosen]]
    for person in range(3):
        told = (str(person + 1), f"cm{person}x", f"2026-10-0{person + 1} 10:00:00", "Yes", "cs1", "", "", "")
        seen = ("link", "https://survey.example/s/1", "Chrome", "Linux", "DE")
        option = SERVICES[person].lower().replace(" ", "")
        rows.append([*told, *seen, *answers(person, "label"), SERVICES[person], option, REMARKS[person]])
    return text(rows, quoting=csv.QUOTE_ALL).encode()


def colleague(delimiter: str) -> bytes:
    """Return a spreadsheet as people type it: a title, a heading for each outcome and what was asked, a mean below."""
    headings = ["Nr", "Name"]
    headings += [heading for one in STATEMENTS for heading in (f"{one} (importance)", f"{one} (satisfaction)")]
    rows: list[Sequence[object]] = [["Parcels 2026 – interviews"], [], [*headings, WITH_WHAT, "Remarks"]]
    for person in range(3):
        pairs = zip(IMPORTANCE[person], SATISFACTION[person], strict=True)
        cells = ["" if rating is None else rating for pair in pairs for rating in pair]
        rows.append([person + 1, ("Ann", "Bo", "Cy")[person], *cells, SERVICES[person], REMARKS[person]])
    rows.append(["", "Mean", "4.0", "3.3", "4.7", "1.3", "1.5", "3.5", "", ""])
    return text(rows, delimiter).encode("cp1252")


EXPORTS = {
    "Qualtrics with numbers": qualtrics("number"),
    "Qualtrics with choice text": qualtrics("label"),
    "SurveyMonkey with numbers": surveymonkey("number"),
    "SurveyMonkey with answers": surveymonkey("label"),
    "SurveyMonkey expanded": surveymonkey_expanded(),
    "LimeSurvey with codes and texts, answers in full": limesurvey("both", "label"),
    "LimeSurvey with codes and texts, codes of answers": limesurvey("both", "code"),
    "LimeSurvey with texts": limesurvey("full", "label"),
    "LimeSurvey with texts, codes of answers": limesurvey("full", "code"),
    "LimeSurvey with codes": limesurvey("code", "code"),
    "LimeSurvey with codes, answers in full": limesurvey("code", "label"),
    "LimeSurvey with its own codes": limesurvey_untold(is_dual=False),
    "LimeSurvey with dual-scale codes": limesurvey_untold(is_dual=True),
    "Microsoft Forms": microsoft_forms(""),
    "Microsoft Forms with numbered headings": microsoft_forms("2"),
    "Google Forms with labels": google_forms("label"),
    "Google Forms with numbers": google_forms("number"),
    "Formbricks": formbricks(),
    "a colleague's spreadsheet": colleague(";"),
    "a colleague's spreadsheet, pasted": colleague("\t"),
}
