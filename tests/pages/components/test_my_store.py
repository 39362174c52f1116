"""The store as whoever looks may use it."""

import ast

import pytest

from jtbd_core.contract import Store
from jtbd_core.contract.rights import RIGHTS
from tests.pages.conftest import Visit
from tests.pages.words import text
from tests.test_house_rules import repository_files
from tests.test_house_rules import text as source

WITHOUT_RIGHTS = {
    "pages/components/browser.py",
    "pages/components/my_store.py",
    "pages/components/scene.py",
    "pages/components/shared_link.py",
    "pages/components/sign_in.py",
    "pages/components/views.py",
    "pages/components/watch.py",
    "pages/components/link.py",
}
"""The files that call verbs for whoever is not known yet, or looks by a key."""


def calls_store_itself(path: str) -> bool:
    """Whether a file calls a verb of the store of the process, by a name that it gives it or none."""
    tree = ast.parse(source(path))
    return any(
        isinstance(node, ast.Attribute) and node.attr in RIGHTS and ast.unparse(node.value) == "the_store()"
        for node in ast.walk(tree)
    ) or "= the_store()" in source(path)


def test_pages_call_the_store_as_whoever_looks() -> None:
    """The store of the process is for computing what all share, and for who is not known yet."""
    drawn = [one for one in repository_files("pages/", suffix=".py") if not one.startswith("pages/server/")]
    assert {one for one in drawn if calls_store_itself(one)} == WITHOUT_RIGHTS


@pytest.mark.parametrize("page", ["results.py", "display.py"])
def test_a_key_gives_no_rights(visit_as: Visit, store: Store, study_id: str, page: str) -> None:
    """Who looks by one, signed in or not, looks as a guest: the page shows what the key does."""
    store.share(study_id, "ann@example.com", "owner")
    wave = store.open_wave(study_id)
    (link,) = store.results_links(study_id)
    key = link.key if page == "results.py" else wave.display_key
    assert "New link" not in text(visit_as("ann", page, key=key, part="Take it along"))
