"""Labels of five-point scales and the points they stand for."""

import pytest

from jtbd_core.exchange.cells import words
from jtbd_core.exchange.labels import codes_of
from jtbd_core.form.texts import SCALE_WORDS


@pytest.mark.parametrize("scale", ["importance", "satisfaction", "expectation"])
@pytest.mark.parametrize("language", SCALE_WORDS)
def test_the_labels_of_the_form_are_known(language: str, scale: str) -> None:
    """What the form asks in any of its languages can be read back."""
    labels = list(map(words, SCALE_WORDS[language][scale].labels))
    kind = "importance" if scale == "importance" else "experience"
    assert codes_of(labels, kind) == dict(zip(labels, range(1, 6), strict=True))


@pytest.mark.parametrize(
    "labels",
    [
        "not important, slightly important, moderately important, important, very important",
        "not important, not very important, neutral, important, very important",
        "gar nicht wichtig, eher unwichtig, teils teils, eher wichtig, sehr wichtig",
        "pas du tout important, peu important, neutre, important, très important",
        "nada importante, poco importante, neutral, importante, muy importante",
        "nada importante, pouco importante, neutro, importante, muito importante",
    ],
)
def test_usual_labels_of_importance(labels: str) -> None:
    """Five labels that surveys use are in their order, whatever each means on other scales."""
    each = labels.split(", ")
    assert codes_of(each, "importance") == dict(zip(each, range(1, 6), strict=True))


@pytest.mark.parametrize(
    "labels",
    [
        "very dissatisfied, dissatisfied, neither satisfied nor dissatisfied, satisfied, very satisfied",
        "extremely dissatisfied, somewhat dissatisfied, neutral, somewhat satisfied, extremely satisfied",
        "sehr unzufrieden, eher unzufrieden, teils teils, eher zufrieden, sehr zufrieden",
        "très insatisfaite, insatisfaite, neutre, satisfaite, très satisfaite",
        "muy insatisfecha, insatisfecha, neutral, satisfecha, muy satisfecha",
    ],
)
def test_usual_labels_of_satisfaction(labels: str) -> None:
    """So are those of satisfaction, in the words of women and men."""
    each = labels.split(", ")
    assert codes_of(each, "experience") == dict(zip(each, range(1, 6), strict=True))


def test_a_label_means_what_the_others_make_of_it() -> None:
    """Very important is the fourth point below extremely important, and the fifth above important."""
    assert (codes_of(["very important", "extremely important"], "importance") or {})["very important"] == 4
    assert (codes_of(["very important", "important"], "importance") or {})["very important"] == 5


def test_labels_in_doubt_are_not_guessed() -> None:
    """Two ends alone fit several scales, and labels of two languages none."""
    assert codes_of(["not important", "very important"], "importance") is None
    assert codes_of(["very important", "sehr wichtig"], "importance") is None
