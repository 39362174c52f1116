"""Export and import of the outcomes of a study as CSV and Excel files."""

import io
from collections.abc import Callable

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jtbd_core.errors import JtbdError, UnreadableFile
from jtbd_core.exchange.demo import demo_study
from jtbd_core.exchange.outcomes_file import outcomes_csv, outcomes_excel, with_outcomes_file
from jtbd_core.study import Activity, Outcome, Step, Study
from jtbd_core.study.value import comparable

# XML, and so Excel, has no way to write the two characters U+FFFE and U+FFFF.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
TEXTS = st.text(CHARACTERS, min_size=1, max_size=30).filter(comparable) | st.sampled_from(
    ["=1+1", "'=1", "''@a", "-1", "'a'", 'Say "a, b"; c', " spaced ", "1", "007", "1e5", "TRUE", "_x0041_", "nan"]
)
WRITERS = [outcomes_csv, outcomes_excel]
each_format = pytest.mark.parametrize("write", WRITERS, ids=["csv", "excel"])
DRAFT = Study(
    title="Parcels",
    job="Send a package",
    steps=(Step(id="wrap", name="Wrap"),),
    outcomes=(
        Outcome(id="a", statement="It arrives", dimension="functional"),
        Outcome(id="b", statement="It is not damaged", dimension="functional", polarity="avoid"),
        Outcome(id="c", statement="Minimize the time it takes to wrap", step="wrap"),
    ),
)


@st.composite
def studies(draw: st.DrawFn) -> Study:
    """Draw a study with any texts, in any order of steps and dimensions, with a translation."""
    names = draw(st.lists(TEXTS, min_size=1, max_size=3, unique_by=lambda text: comparable(text).casefold()))
    find = (Activity(id="find", name=draw(TEXTS)),)
    steps = tuple(Step(id=f"s{n}", name=name, activities=find) for n, name in enumerate(names))
    statements = draw(st.lists(TEXTS, max_size=6, unique_by=comparable))
    places = st.sampled_from(
        [*({"step": one.id, "activity": act} for one in steps for act in (None, "find")), {"dimension": "functional"}]
    )
    outcomes = tuple(
        Outcome(id=str(n), statement=text, polarity=draw(st.sampled_from(["wanted", "avoid"])), **draw(places))
        for n, text in enumerate(statements)
    )
    said = {f"outcome.{one.id}": f"{draw(TEXTS)} {one.id}" for one in outcomes if draw(st.booleans())}
    return Study(title="T", job="J", steps=steps, outcomes=outcomes, translations={"pt-BR": said | {"title": "Título"}})


@each_format
@given(study=studies())
def test_a_file_leads_back_to_the_same_study(write: Callable[[Study], bytes], study: Study) -> None:
    """Whatever the texts hold, exporting and importing changes nothing."""
    assert with_outcomes_file(study, write(study)) == study


def test_activities_are_added_by_name_and_kept_without_their_column() -> None:
    """A new name is a new activity of the step; a file without the column leaves the activities as they are."""
    file = b"id,kind,job_step,activity,statement\nc,key outcome,Wrap,Find a box,Minimize the time it takes to wrap\n"
    found = with_outcomes_file(DRAFT, file)
    assert found.steps[0].activities == (Activity(id="find-a-box", name="Find a box"),)
    assert found.outcomes[0].activity == "find-a-box"
    plain = b"id,kind,job_step,statement\nc,key outcome,Wrap,Minimize the effort it takes to wrap\n"
    assert with_outcomes_file(found, plain).outcomes[0].activity == "find-a-box"
    assert with_outcomes_file(found, file.replace(b"Find a box", b"")).outcomes[0].activity is None


@each_format
def test_the_demo_leads_back_to_itself_in_an_empty_study(write: Callable[[Study], bytes]) -> None:
    """A file brings its job steps and ids with it."""
    empty = replace(demo_study(), outcomes=())
    assert with_outcomes_file(empty, write(demo_study())).outcomes == demo_study().outcomes


def test_no_cell_can_run_as_a_formula() -> None:
    """A statement that begins like a formula is marked as text in CSV."""
    study = replace(DRAFT, outcomes=(Outcome(id="a", statement="=HYPERLINK(1)", dimension="social"),))
    assert "'=HYPERLINK(1)" in outcomes_csv(study).decode()


def test_a_list_of_statements_is_enough() -> None:
    """Ids are made, polarity is recognised by the wording, and a job step that is named makes a key outcome."""
    file = b"kind;job step;statement\nfunctional;;It is not lost\n;Hand over;Minimize the time it takes to queue\n"
    study = with_outcomes_file(replace(DRAFT, outcomes=()), file)
    assert [(one.id, one.kind, one.polarity) for one in study.outcomes] == [
        ("o1", "functional", "avoid"),
        ("o2", "key outcome", "wanted"),
    ]
    assert [step.name for step in study.steps] == ["Wrap", "Hand over"]


@pytest.mark.parametrize(
    "names", [("Prüfen", "Pru\u0308fen"), ("Check it", "check  it"), ("Check it", "Check\u00a0it\u200b")]
)
def test_a_job_step_is_one_however_it_is_spelled(names: tuple[str, str]) -> None:
    """Composed letters, case, spaces and invisible characters make no other step; the first spelling stays."""
    file = "job_step,statement\n" + "".join(f"{name},Outcome {at}\n" for at, name in enumerate(names))
    study = with_outcomes_file(replace(DRAFT, steps=(), outcomes=()), file.encode())
    assert [step.name for step in study.steps] == [names[0]]
    assert len({one.step for one in study.outcomes}) == 1


@pytest.mark.parametrize("heading", ["\u200bstatement", "Statement\ufeff", '"statement\n"', "STATEMENT\u00a0"])
def test_headings_are_compared_by_what_is_seen(heading: str) -> None:
    """A line that names the delimiter and invisible characters in a heading change nothing."""
    study = with_outcomes_file(replace(DRAFT, outcomes=()), f"sep=;\nkind;{heading}\nsocial;A\n".encode())
    assert [one.statement for one in study.outcomes] == ["A"]


def test_titles_above_the_headings_are_passed_over() -> None:
    """The first row with a column of statements holds the headings, on the first sheet that has one."""
    study = with_outcomes_file(replace(DRAFT, outcomes=()), b"Outcomes of October\n\nkind,statement\nsocial,A\n")
    assert [one.statement for one in study.outcomes] == ["A"]


@pytest.mark.parametrize("language", ["pt-BR", "pt-br", "pt_BR", "PT BR"])
def test_a_language_is_spelled_as_usual(language: str) -> None:
    """A language that the study did not have comes in as our own export spells it, and as others do."""
    file = f"kind,statement,statement_{language}\nsocial,A,B\n"
    study = with_outcomes_file(replace(DRAFT, outcomes=()), file.encode())
    assert study.translations == {"pt-BR": {"outcome.o1": "B"}}
    assert b"statement_pt-BR" in outcomes_csv(study)


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("", "empty"),
        ("kind,text\nsocial,A\n", "Row 1 has no column “statement”"),
        ("kind,statement\nsocial,A\nlucky,B\n", "Row 3, column kind: “lucky”"),
        ("kind,statement\n,A\n", "Row 2, column kind: The kind is missing"),
        ("kind,polarity,statement\nsocial,maybe,A\n", "Row 2, column polarity: “maybe”"),
        ("kind,statement\nsocial,\n", "Row 2, column statement: The text is empty"),
        ("kind,statement\nsocial,\u200b\u00ad\n", "Row 2, column statement: The text is empty"),
        ("kind,statement\nsocial,A\nsocial,A\n", "Row 3, column statement: “A” stands in row 2 too"),
        ("kind,statement\nsocial,A b\nsocial,A\u00a0b\u200b\n", "stands in row 2 too"),
        ("id,kind,statement\nx,social,A\nx,social,B\n", "Row 3, column id: “x” stands in row 2 too"),
        ("id,kind,statement\nNo Id,social,A\n", "Row 2, column id"),
        ("kind,job_step,statement\nsocial,Wrap,A\n", "Row 2, column job_step"),
        ("kind,statement\nkey outcome,A\n", "Row 2, column job_step"),
        ("kind,activity,statement\nsocial,Wrap,A\n", "Row 2, column activity"),
        ("kind,statement\nsocial,A,B\n", "Row 2 has 3 cells"),
        ("kind,statement,statement_de\nsocial,A," + "x" * 301 + "\n", "Row 2, column statement_de"),
        ("kind,statement,statement_!\nsocial,A,B\n", "not the code of a language"),
    ],
)
def test_a_bad_cell_is_named(file: str, says: str) -> None:
    """One clear line names the row and the column."""
    with pytest.raises(JtbdError) as refused:
        with_outcomes_file(DRAFT, file.encode())
    assert says in str(refused.value)


def test_numbers_in_a_workbook_are_read_as_they_look() -> None:
    """A whole number that somebody typed into a workbook has no decimals."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["kind", "statement"])
        sheet.write_row(1, 0, ["social", 7])
    assert with_outcomes_file(DRAFT, file.getvalue()).outcomes[0].statement == "7"


def test_a_broken_workbook_is_refused() -> None:
    """Content that only begins like a workbook is refused."""
    with pytest.raises(UnreadableFile, match="workbook"):
        with_outcomes_file(DRAFT, outcomes_excel(DRAFT)[:200])
