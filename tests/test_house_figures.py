"""Figures of the house: `python -m tests.test_house_figures` prints them, the tests hold them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE, FUNCTION = 120, 40
"""The most lines of a page, and of a function."""
NAMED, TESTED = 0.85, 0.60
"""The least shares of files whose noun is in a public name, and that have a test file of their own."""


def sources() -> list[Path]:
    """Return the source files that hold something of a name: neither packages' own files nor the pages' scripts."""
    found = [path for folder in ("jtbd_core", "pages") for path in (ROOT / folder).rglob("*.py")]
    return [path for path in found if not path.stem.startswith("__") and path.parent != ROOT / "pages"]


def public_names(path: Path) -> list[str]:
    """Return the names of the functions, classes and values that a file gives to others."""
    names: list[str] = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.append(node.name)
        elif isinstance(node, ast.Assign):
            names += [target.id for target in node.targets if isinstance(target, ast.Name)]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.append(node.target.id)
    return [name for name in names if not name.startswith("_")]


def is_named(path: Path) -> bool:
    """Whether the file's noun, in the singular or the plural, is a part of a public name in it."""
    noun = path.stem.replace("_", "")
    forms = {noun, noun.removesuffix("s"), f"{noun.removesuffix('ies')}y"}
    return any(form in name.replace("_", "").lower() for form in forms for name in public_names(path))


def is_tested(path: Path) -> bool:
    """Whether a test file has the file's name."""
    return any((ROOT / "tests").rglob(f"test_{path.stem}.py"))


def functions() -> Iterator[tuple[str, int]]:
    """Give each function of the program with its number of lines."""
    for path in [
        ROOT / "app.py",
        *(path for folder in ("jtbd_core", "pages") for path in (ROOT / folder).rglob("*.py")),
    ]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(ROOT)}: {node.name}", node.end_lineno - node.lineno + 1


def unnamed() -> list[str]:
    """Return the files whose noun is in no public name."""
    return [str(path.relative_to(ROOT)) for path in sources() if not is_named(path)]


def untested() -> list[str]:
    """Return the files without a test file of their own."""
    return [str(path.relative_to(ROOT)) for path in sources() if not is_tested(path)]


def test_pages_stay_short() -> None:
    """A page has at most 120 lines."""
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "pages").glob("*.py")}
    assert {name: length for name, length in lengths.items() if length > PAGE} == {}


def test_functions_stay_short() -> None:
    """A function has at most 40 lines."""
    assert {name: lines for name, lines in functions() if lines > FUNCTION} == {}


def test_files_are_named_for_what_they_give() -> None:
    """The noun of a file is in a public name of at least 85 % of the files."""
    assert 1 - len(unnamed()) / len(sources()) >= NAMED, unnamed()


def test_files_have_tests_of_their_own() -> None:
    """At least 60 % of the files have a test file of their own name."""
    assert 1 - len(untested()) / len(sources()) >= TESTED, untested()


if __name__ == "__main__":
    many = len(sources())
    print(f"longest page {max(len(path.read_text().splitlines()) for path in (ROOT / 'pages').glob('*.py'))} lines")
    print("longest function {1} lines: {0}".format(*max(functions(), key=lambda one: one[1])))
    print(f"noun in a public name: {1 - len(unnamed()) / many:.0%} of {many} files")
    print(f"a test file of its own: {1 - len(untested()) / many:.0%}")
