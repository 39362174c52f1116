"""A chart for a slide."""

import re
import struct

import pytest
from msgspec import structs

from jtbd_core.charts import picture
from jtbd_core.exchange.demo import demo_answers
from jtbd_core.report.chart_files import WIDTH, chart_file_png, chart_file_svg
from jtbd_core.report.slides import Slide
from jtbd_core.scoring.study_scores import study_scores
from tests.live.compared import STUDY
from tests.report.words import html_text, plain

LONG = "Die Wahrscheinlichkeit einer langwierigen Auseinandersetzung mit der Verwaltung der Bibliothek wird kleiner"
CHINESE = "我想听的音乐总是在我身边 العربية Ελληνικά"


@pytest.fixture(scope="module")
def made() -> Slide:
    """Return the list of outcomes of which one is long and one in other scripts."""
    first, second, *others = STUDY.outcomes
    outcomes = (structs.replace(first, statement=LONG), structs.replace(second, statement=CHINESE), *others)
    study = structs.replace(STUDY, outcomes=outcomes)
    found = study_scores(study, demo_answers(study, 30)[0])
    drawn = picture("success", study, found)
    statements = tuple(one.statement for one in outcomes)
    return Slide("What falls short", "My study · Round 1 · 30 people", (drawn.spec,), drawn.key, (), statements)


def test_title_context_and_key_are_inside_the_picture(made: Slide) -> None:
    """The SVG holds them as text, and every statement whole, with fonts for all of its letters."""
    content = chart_file_svg(made)
    found = html_text(content)
    shown = [plain(text) for text in (made.title, made.context, made.key, LONG, *CHINESE.split())]
    assert [text for text in shown if text not in found] == []
    assert set(re.findall(r"@font-face { font-family: '([\w ]+)'", content.decode())) == {
        "Roboto",
        "Noto Sans Arabic",
        "Noto Sans CJK TC",
    }


def test_a_png_has_twice_the_pixels(made: Slide) -> None:
    """Its first bytes say so."""
    content = chart_file_png(made)
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">I", content[16:20])[0] == 2 * WIDTH
