"""A chart for a slide."""

import re
import struct

import pytest
from msgspec import structs

from jtbd_core.charts import picture
from jtbd_core.exchange.demo import demo_answers
from jtbd_core.report.chart_files import RATIO, WIDEST, WIDTH, chart_file_png, chart_file_svg
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
        "IBM Plex Sans Arabic",
        "Noto Sans CJK TC",
    }


def size(content: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG, which its first bytes say."""
    assert content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def test_a_png_has_twice_the_pixels_of_a_slide(made: Slide) -> None:
    """A short chart fills a slide of usual width, and a longer one a wider slide."""
    assert size(chart_file_png(made)) == (2 * WIDTH, 2 * round(WIDTH / RATIO))
    (spec,) = made.pictures
    longer = made._replace(pictures=(spec | {"height": 700},))
    width, height = size(chart_file_png(longer))
    assert WIDTH < width / 2 < WIDEST
    assert width / height == pytest.approx(RATIO, rel=0.005)


def test_the_longest_lists_are_higher_than_a_slide(made: Slide) -> None:
    """Letters would be too small to read in a slide that is still wider."""
    (spec,) = made.pictures
    width, height = size(chart_file_png(made._replace(pictures=(spec | {"height": 1600},))))
    assert width == 2 * WIDEST
    assert width / height < RATIO
