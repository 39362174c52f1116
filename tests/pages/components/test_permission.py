"""What only the facilitator may do, tried from a window that was left open when they signed out."""

import ast
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import NotFound
from jtbd_core.study import StudyRecord
from pages.components.permission import do
from tests.pages.conftest import Visit
from tests.pages.desk.draft import DRAFT, section, typed
from tests.pages.words import press
from tests.test_house_rules import repository_files, text

CALLBACKS = ("on_click", "on_change", "on_select", "on_submit")
ANYBODY = {
    ("pages/main.py", "sign_in"),
    ("pages/main.py", "sign_out"),
    ("pages/studies.py", "sign_out"),
    ("pages/board/choice.py", "bind"),
    ("pages/remote/rounds.py", "bind"),
    ("pages/board/choice.py", "_bind_rows"),
    ("pages/board/sureness.py", "_leave_out"),
    ("pages/board/waves.py", "_bind_several"),
    ("pages/board/waves.py", "_bind_retired"),
}
"""The callbacks that need no permission: those of the sign-in itself, and what only the address keeps."""

HANDED_IN = {
    ("pages/desk/pasted_lines.py", "apply"),
    ("pages/desk/pasted_lines.py", "edit"),
    ("pages/desk/builder_forms.py", "go_on"),
    ("pages/desk/builder_forms.py", "submit"),
    ("pages/desk/status.py", "turn"),
}
"""Those that `pages/desk/pasting.py` and `pages/desk/builder.py` hand in, or functions of the file; there they ask."""

ASKED = ("is_facilitator()", "rerun_if_changed(", ".shelf ==")
"""How a fragment asks whether whoever looks may still see what it draws."""

SHOWS_NOTHING_NEW = {
    ("pages/desk/parts.py", "drawn"),
    ("pages/components/turn.py", "try_again"),
    ("pages/components/made_files.py", "_draw_link"),
}
"""The fragments that draw what the window has already, or have the whole page run."""

NOTHING = {"'rerun'", "'ignore'", "st.rerun"}

SignOut = Callable[[], None]


@pytest.fixture
def sign_out(store: Store) -> SignOut:
    """Give a function that ends the sign-in of the open windows from another one."""
    return lambda: store.sign_out(access.sign_in(store.secret(), ContextProxy.cookies[access.SIGN_IN_COOKIE]))


def is_refused(page: AppTest) -> bool:
    """Whether the page says that nothing was done."""
    return any("You have signed out" in shown.value for shown in page.error)


def test_a_window_left_open_cannot_run_the_room(
    facilitate: Visit, store: Store, study_id: str, sign_out: SignOut
) -> None:
    """Its buttons close no wave, and it says why."""
    wave = store.open_wave(study_id)
    page = facilitate("room.py", study=study_id)
    sign_out()
    assert is_refused(press(page, "Close for good"))
    assert store.wave(wave.id).status == "open"


def test_a_window_left_open_cannot_put_a_study_away(
    facilitate: Visit, store: Store, study_id: str, sign_out: SignOut
) -> None:
    """No study goes to the bin from it."""
    page = facilitate()
    sign_out()
    assert is_refused(press(page, "Move to the bin"))
    assert store.study(study_id).shelf == "desk"


@pytest.mark.parametrize(
    "attempt", [partial(typed, key="field-job", words="Yours"), partial(press, label="Undo")], ids=["type", "undo"]
)
def test_a_window_left_open_cannot_change_a_draft(
    page: AppTest, store: Store, record: StudyRecord, sign_out: SignOut, attempt: Callable[[AppTest], AppTest]
) -> None:
    """What is typed or undone there changes nothing."""
    typed(page, "field-title", "Mine")
    before = store.study(record.id)
    sign_out()
    attempt(page)
    assert store.study(record.id) == before


def test_a_window_left_open_cannot_import_a_file(
    page: AppTest, store: Store, record: StudyRecord, sign_out: SignOut
) -> None:
    """A file that was chosen before is not read into the study."""
    files = section(page, "Files")
    files.file_uploader[0].set_value(("mine.csv", b"kind,statement\nsocial,My boss trusts me\n", "text/csv")).run()
    sign_out()
    press(files, "Import")
    assert store.study(record.id).study == DRAFT


@pytest.mark.usefixtures("facilitate")
def test_the_caller_learns_whether_it_worked() -> None:
    """An action tells whether it succeeded; what is refused does not."""

    def refuse() -> None:
        raise NotFound("There is no such study.")

    assert do(str, "abc")
    assert not do(refuse)


def callbacks(tree: ast.Module) -> Iterator[ast.expr]:
    """Return what a module hands to Streamlit to be called, as an argument or in a dictionary of arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in CALLBACKS:
            yield node.value
        elif isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            yield from (value for key, value in pairs if isinstance(key, ast.Constant) and key.value in CALLBACKS)


def permitted(tree: ast.Module) -> set[str]:
    """Return the names of a module's functions that ask for permission, by their decorator or first of all."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    decorated = {one.name for one in functions if "with_permission" in map(ast.unparse, one.decorator_list)}
    tries = [(one.name, statement) for one in functions for statement in one.body if isinstance(statement, ast.Try)]
    return decorated | {name for name, one in tries if ast.unparse(one.body[0]) == "ask_permission()"}


def test_every_callback_asks_for_permission() -> None:
    """Whatever a page of the facilitator has called asks itself who it is, also what shows something else only."""
    trees = {path: ast.parse(text(path)) for path in repository_files("pages/", suffix=".py")}
    asking = {path: permitted(tree) for path, tree in trees.items()}
    unasked = []
    for path, tree in trees.items():
        imported = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
            if alias.name in asking.get(f"{(node.module or '').replace('.', '/')}.py", ())
        }
        named = map(ast.unparse, callbacks(tree))
        unasked += [(path, name) for name in named if name not in asking[path] | imported | NOTHING]
    assert set(unasked) == ANYBODY | HANDED_IN


def test_files_leave_in_one_way() -> None:
    """Made when asked for, given at an address of ours: Streamlit gives its files to whoever knows theirs."""
    calls = [
        path
        for path in repository_files("pages/", suffix=".py")
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "download_button"
    ]
    assert calls == []


def fragments(tree: ast.Module) -> Iterator[str]:
    """Return the names of a module's functions that Streamlit runs again without the page that drew them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any("st.fragment" in ast.unparse(one) for one in node.decorator_list):
            yield node.name
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "st.fragment" and node.args:
            yield ast.unparse(node.args[0])


def test_every_fragment_asks_for_permission() -> None:
    """It runs alone for whoever keeps a window open, long after the page asked who they are."""
    found, unasked = set(), set()
    for path in repository_files("pages/", suffix=".py"):
        source = text(path)
        tree = ast.parse(source)
        functions = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]
        bodies = {one.name: str(ast.get_source_segment(source, one)) for one in functions}
        found |= {(path, name) for name in fragments(tree)}
        unasked |= {(path, name) for name in fragments(tree) if not any(one in bodies[name] for one in ASKED)}
    assert len(found) > len(unasked)
    assert unasked == SHOWS_NOTHING_NEW
