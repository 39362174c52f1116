"""Texts that people wrote never become Markdown, links or icons on a Streamlit page, and no formulas in a file."""

import io
import re
from collections.abc import Iterator

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element

from jtbd_core.contract import Store
from jtbd_core.exchange.answers import answers_csv, answers_workbook, wave_answers
from jtbd_core.exchange.formulas import FORMULA_STARTS
from jtbd_core.wave import Answers, Rating, Wave
from tests.hostile import FORMULA, HOSTILE, TEXTS
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import text

OUR_TAG = re.compile(r'</?(div|p|h1|h2|b|span)( (class|style|role|aria-label)="")*>|<img alt="" src="">')
MARKUP = ("**bold**", "`code`", "~~gone~~", "[press](", "![seen](", ":material/home:", ":red[hot", "www.")
PLAIN = (
    "iframe",
    "checkbox",
    "dataframe",
    "vega_lite_chart",
    "arrow_vega_lite_chart",
    "text_input",
    "text_area",
    "code",
    "imgs",
    "html",
)
"""Elements that show text as it is, HTML of our own, or only read it out; also options and what is typed."""


@pytest.fixture
def wave(store: Store) -> Wave:
    """Open a wave of the hostile study that enough people have rated."""
    wave = store.open_wave(store.add_study(HOSTILE).id)
    for person in range(6):
        ratings = tuple(
            Rating(outcome=one.id, importance=5, experience=1 + (person + n) % 5)
            for n, one in enumerate(HOSTILE.outcomes)
        )
        profile = {"solution": f"solution-{person}", "where": "option-0"}
        store.save(wave.id, f"{person:022}", Answers(profile=profile, ratings=ratings, remark=TEXTS[person]))
    return wave


def elements(block: Block) -> Iterator[Element | Block]:
    """Return every element and block of a page."""
    for child in block.children.values():
        yield child
        if isinstance(child, Block):
            yield from elements(child)


def read_as_markdown(page: AppTest) -> str:
    """Return all that a page hands over to be read as Markdown."""
    assert not page.exception, page.exception[0].message
    found = [one for block in (page.main, page.sidebar) for one in elements(block) if one.type not in PLAIN]
    boxes = ("selectbox", "multiselect", "radio")
    return "\n".join(str(one.proto.label if one.type in boxes else one.proto) for one in found if one.proto is not None)


@pytest.mark.parametrize("name", ["results.py", "room.py", "define.py", "studies.py"])
def test_texts_show_as_text_to_the_facilitator(facilitate: Visit, store: Store, wave: Wave, name: str) -> None:
    """No page of the facilitator reads a text of the study as markup, also while steps are opened one by one."""
    store.set_pace(wave.id, 1)
    page = facilitate(name, study=wave.study_id)
    shown = read_as_markdown(page)
    assert "bold" in shown + text(page)
    assert [markup for markup in MARKUP if markup in shown] == []


@pytest.mark.parametrize("ask", ["off", "steps", "core", "functional", "solutions", "circumstances", "ready"])
def test_texts_of_a_draft_show_as_text(facilitate: Visit, store: Store, ask: str) -> None:
    """Nor does the page on which a draft is written, with what is not translated yet, and each question about it."""
    shown = read_as_markdown(facilitate("define.py", study=store.add_study(HOSTILE).id, ask=ask))
    assert "bold" in shown
    assert [markup for markup in MARKUP if markup in shown] == []


def test_texts_show_as_text_to_visitors(visit: Visit, store: Store, wave: Wave) -> None:
    """Nor does the page that is shared."""
    page = visit("results.py", key=results_key(store, wave.study_id))
    shown = read_as_markdown(page)
    assert "**bold**" in text(page)
    assert [markup for markup in MARKUP if markup in shown] == []


@pytest.mark.parametrize("view", ["lobby", "rating", "reveal"])
def test_texts_show_as_text_on_the_display(visit: Visit, store: Store, wave: Wave, view: str) -> None:
    """The display has tags and attributes of ours alone, and reads no text of the study as Markdown."""
    {"lobby": store.wave, "rating": store.begin, "reveal": store.reveal}[view](wave.id)
    page = visit("display.py", key=wave.display_key)
    assert [markup for markup in MARKUP if markup in read_as_markdown(page)] == []
    drawn = "".join(part.proto.body for part in page.get("html") if "<style>" not in part.proto.body)
    assert "bold" in drawn
    tags = [re.sub('"[^"]*"', '""', tag) for tag in re.findall("<[^>]*>?", drawn)]
    assert [tag for tag in tags if not OUR_TAG.fullmatch(tag)] == []
    assert [src for src in re.findall('src="([^"]*)"', drawn) if not src.startswith("data:image/svg+xml;base64,")] == []


def test_answers_as_csv_hold_no_formula(store: Store, wave: Wave) -> None:
    """No cell and no heading begins as a formula does."""
    content = answers_csv(wave_answers(store, HOSTILE, wave))
    read = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)
    cells = [*read.columns, *(cell for column in read.columns for cell in read[column])]
    assert f"'{FORMULA}" in cells
    assert [cell for cell in cells if cell.startswith(FORMULA_STARTS)] == []


def test_answers_in_excel_hold_texts_as_written(store: Store, wave: Wave) -> None:
    """Every statement arrives in both sheets to the letter."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(answers_workbook(wave_answers(store, HOSTILE, wave))))
    for sheet in ("Answers", "Scores"):
        cells = {cell for row in book.get_sheet_by_name(sheet).to_python() for cell in row}
        assert {one.statement for one in HOSTILE.outcomes} <= cells
