"""What is typed below a question, completed to a statement."""

import pytest

from jtbd_core.study import Kind, Polarity
from jtbd_core.study.wording.completion import Completion, completed


@pytest.mark.parametrize(
    ("kind", "polarity", "line", "statement"),
    [
        ("functional", "wanted", "the guests are full.", "The guests are full"),
        ("functional", "wanted", "reach my family", "I can reach my family"),
        ("functional", "wanted", "be promoted", "I am promoted"),
        ("functional", "wanted", "work is done on time", "Work is done on time"),
        ("functional", "avoid", "No one gets sick", "No one gets sick"),
        ("functional", "avoid", "not lose the package", "I do not lose the package"),
        ("emotional", "wanted", "calm", "I feel calm"),
        ("emotional", "wanted", "to be relaxed", "I feel relaxed"),
        ("emotional", "wanted", "not alone", "I do not feel alone"),
        ("emotional", "wanted", "I feel proud", "I feel proud"),
        ("emotional", "avoid", "lonely", "I do not feel lonely"),
        ("emotional", "avoid", "not bored", "I do not feel bored"),
        ("social", "wanted", "they think I am kind", "Others think I am kind"),
        ("social", "wanted", "think I am kind", "Others think I am kind"),
        ("key outcome", "wanted", "time it takes to find recipes", "Minimize the time it takes to find recipes"),
        ("key outcome", "wanted", "Reduce the number of trips", "Minimize the number of trips"),
        ("key outcome", "wanted", "accuracy of the list", "Increase the accuracy of the list"),
        ("key outcome", "wanted", "Increase the likelihood that it fits", "Increase the likelihood that it fits"),
    ],
)
def test_an_opening_is_added(kind: Kind, polarity: Polarity, line: str, statement: str) -> None:
    """The words that the question begins need not be typed; whole statements stay as they are."""
    assert completed(line, kind, polarity) == Completion(statement)


@pytest.mark.parametrize(
    ("kind", "polarity", "line", "statement"),
    [
        ("functional", "avoid", "the food is burnt", "The food is not burnt"),
        ("functional", "avoid", "a dish gets burnt", "No dish gets burnt"),
        ("key outcome", "wanted", "Avoid that they are afraid", "Minimize the likelihood that they are afraid"),
        ("key outcome", "wanted", "avoid asking twice", "Minimize the likelihood of asking twice"),
        ("key outcome", "wanted", "dirty pots", "Minimize the number of dirty pots"),
        ("key outcome", "wanted", "hidden costs turn up", "Minimize the likelihood that hidden costs turn up"),
        ("key outcome", "wanted", "time runs out", "Minimize the likelihood that time runs out"),
        ("key outcome", "wanted", "the effort is wasted", "Minimize the likelihood that the effort is wasted"),
        ("functional", "avoid", "the package gets lost", "The package does not get lost"),
        ("functional", "avoid", "the bus misses the stop", "The bus does not miss the stop"),
        ("functional", "avoid", "the plants die", "The plants do not die"),
        ("functional", "avoid", "lose money", "I do not lose money"),
        ("functional", "avoid", "I lose money", "I do not lose money"),
        ("emotional", "avoid", "I feel rushed", "I do not feel rushed"),
        ("emotional", "wanted", "I'm relaxed", "I feel relaxed"),
        ("emotional", "avoid", "I am not alone", "I do not feel alone"),
        ("social", "wanted", "a good host", "Others see me as a good host"),
        ("social", "avoid", "My boss thinks I am lazy", "My boss does not think I am lazy"),
        ("social", "avoid", "friends see me as stingy", "Friends do not see me as stingy"),
        ("key outcome", "wanted", "It takes too long to find recipes", "Minimize the time it takes to find recipes"),
        ("key outcome", "wanted", "finding recipes takes ages", "Minimize the time spent finding recipes"),
        ("key outcome", "wanted", "guests wait too long", "Minimize the time that guests wait"),
        ("key outcome", "wanted", "agreeing on a date is hard", "Minimize the effort of agreeing on a date"),
        ("key outcome", "wanted", "too many trips", "Minimize the number of trips"),
        ("key outcome", "wanted", "typing errors", "Minimize the number of typing errors"),
        ("key outcome", "wanted", "forgetting the eggs", "Minimize the likelihood of forgetting the eggs"),
        ("key outcome", "wanted", "seedlings break", "Minimize the likelihood that seedlings break"),
        ("key outcome", "wanted", "I forget the eggs", "Minimize the likelihood that I forget the eggs"),
    ],
)
def test_a_trouble_is_reworded(kind: Kind, polarity: Polarity, line: str, statement: str) -> None:
    """A bad thing becomes a measure of it, or one that does not happen; a person should look at it."""
    assert completed(line, kind, polarity) == Completion(statement, is_reworded=True)


def test_what_cannot_be_told_stays() -> None:
    """A bare noun says neither what happens nor what should not."""
    assert completed("damage", "functional", "avoid") == Completion("Damage")
    assert completed("have enough notice", "key outcome", "wanted") == Completion("Have enough notice")
