"""The tools for assistants: what they may, of which studies, and what they say."""

import json

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import JtbdError, NotFound, Refused
from jtbd_core.study import StudyRecord
from jtbd_core.study.sections import Section
from jtbd_core.study.wording.proposal import proposals
from jtbd_core.web.data import Data
from jtbd_core.web.tool_verbs import tool_verbs
from jtbd_core.web.tools import TOOLS, Tools
from tests.pages.desk.draft import DRAFT


@pytest.fixture
def record(store: Store) -> StudyRecord:
    """Give a draft."""
    return store.add_study(DRAFT)


@pytest.fixture
def tools(store: Store, record: StudyRecord) -> Tools:
    """Give the tools for that draft."""
    verbs = tool_verbs(store, Data(store))
    return Tools(lambda verb, content: verbs[verb](content), [record.id])


def call(tools: Tools, name: str, **arguments: object) -> dict[str, object]:
    """Call a tool and return what it says."""
    return json.loads(tools.call(name, json.dumps(arguments).encode()))


def test_a_definition_is_read_as_data(tools: Tools, record: StudyRecord) -> None:
    """All of it, its status, and what is missing."""
    told = call(tools, "read_definition", study=record.id)
    assert told["status"] == "draft"
    assert told["definition"]["outcomes"][1]["statement"] == "The package arrives whole"
    assert "There are no social success outcomes." in told["missing"]


def test_other_studies_are_not_there(tools: Tools, store: Store) -> None:
    """One that exists and one that does not are refused by the same words, for every tool."""
    other = store.add_study(DRAFT).id
    said = [{"statement": "I feel calm"}]
    for name, more in (
        ("read_definition", {}),
        ("check_statements", {"statements": said}),
        ("add_drafts", {"statements": said}),
    ):
        refusals = set[str]()
        for study in (other, "0" * 16, "' OR 1=1"):
            with pytest.raises(NotFound) as refusal:
                call(tools, name, study=study, **more)
            refusals.add(str(refusal.value))
        assert refusals == {"This server was not started for a study of this id."}
    assert store.proposed_lines(other) == ()


def test_statements_are_checked(tools: Tools, record: StudyRecord) -> None:
    """Kind, step, polarity, what is wrong and the rewrite, for a study or for none."""
    some = [{"statement": s} for s in ("Getting promoted", "Minimize the time it takes to wrap", "I am not late")]
    known = {"statement": "The package arrives whole", "kind": "functional"}
    first, second, third, fourth = call(tools, "check_statements", statements=[*some, known], study=record.id)[
        "checked"
    ]
    assert [one["rewrite"] for one in first["findings"]] == ["I am promoted"]
    assert (second["kind"], second["step"], second["findings"]) == ("key outcome", "wrap", [])
    assert (third["kind"], third["polarity"]) == ("functional", "avoid")
    assert fourth["is_in_study_already"]
    (alone,) = call(tools, "check_statements", statements=[{"statement": "Getting promoted", "kind": "functional"}])[
        "checked"
    ]
    assert [one["rewrite"] for one in alone["findings"]] == ["I am promoted"]
    new = {"statement": "Minimize the number of smears", "kind": "key outcome", "step": "Label it"}
    (brought,) = call(tools, "check_statements", statements=[new], study=record.id)["checked"]
    assert brought["new_step"] == "Label it"


def test_drafts_wait_for_the_facilitator(tools: Tools, store: Store, record: StudyRecord) -> None:
    """The study stays as it is; what waits is the list that the paste box reads, whatever is in a statement."""
    some = [
        {"statement": "- I do\tnot\nfeel | rushed", "kind": "emotional", "polarity": "avoid"},
        {"statement": "It is dry"},
    ]
    told = call(tools, "add_drafts", study=record.id, statements=[*some, {"statement": "The package arrives whole"}])
    assert (told["said"][:6], told["known"]) == ("2 wait", 1)
    assert store.study(record.id) == record
    (waiting,) = store.proposed_lines(record.id)
    first, second, _ = proposals(waiting.splitlines(), DRAFT)
    assert (first.statement, first.polarity, second.statement) == ("I do not feel | rushed", "avoid", "It is dry")
    assert first.section == Section(dimension="emotional")


def test_a_launched_study_takes_no_drafts(tools: Tools, store: Store, record: StudyRecord) -> None:
    """It can be read, and nothing waits for it."""
    store.open_wave(record.id)
    with pytest.raises(Refused, match="only a draft"):
        call(tools, "add_drafts", study=record.id, statements=[{"statement": "I feel calm"}])
    assert call(tools, "read_definition", study=record.id)["status"] == "launched"
    assert store.proposed_lines(record.id) == ()


@pytest.mark.parametrize("name", TOOLS)
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b'{"key":NaN}',
        b'{"study":5}',
        b'{"secret":"s3cret"}',
        b"[" * 99_999,
        b'{"key":"' + b"k" * 65 + b'"}',
    ],
)
def test_arguments_that_do_not_fit_are_refused_without_being_repeated(tools: Tools, name: str, content: bytes) -> None:
    """In one line that names the place at most."""
    with pytest.raises(JtbdError, match=r"^(The argument at `\$[\w.\[\]]*`|An argument) is not as the tool") as refusal:
        tools.call(name, content)
    assert "s3cret" not in str(refusal.value)


def test_there_is_no_other_tool(tools: Tools) -> None:
    """None that launches, changes or deletes."""
    assert list(TOOLS) == ["read_definition", "check_statements", "add_drafts", "read_results"]
    for name in ("", "sign-in", "propose", "__init__", "read_results "):
        with pytest.raises(NotFound, match="no tool"):
            tools.call(name, b"{}")
