"""The -ing form of a verb phrase."""

import pytest

from jtbd_core.study.wording.gerund import gerund, gerund_phrase

FORMS = (
    "send sending, plan planning, run running, stop stopping, sit sitting, cut cutting, wrap wrapping, "
    "ship shipping, visit visiting, open opening, offer offering, edit editing, listen listening, "
    "develop developing, deliver delivering, cook cooking, look looking, clean cleaning, repair repairing, "
    "heal healing, fix fixing, play playing, show showing, sew sewing, buy buying, make making, choose choosing, "
    "care caring, prepare preparing, agree agreeing, see seeing, be being, lie lying, die dying, tie tying, "
    "dye dyeing, begin beginning, prefer preferring, refer referring, admit admitting, equip equipping, "
    "quit quitting, write writing, use using, argue arguing, queue queuing, monitor monitoring, travel traveling, "
    "cancel canceling, label labeling, picnic picnicking, age aging, host hosting, submit submitting, "
    "transfer transferring, babysit babysitting, hope hoping, hop hopping, knit knitting, tie tying, ski skiing"
)


@pytest.mark.parametrize(("verb", "form"), [pair.split() for pair in FORMS.split(", ")])
def test_a_verb_has_its_ing_form(verb: str, form: str) -> None:
    """Letters are doubled, dropped or kept as American spelling has them."""
    assert gerund(verb) == form


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("Send a package a long distance", "sending a package a long distance"),
        ("Get a car repaired", "getting a car repaired"),
        ("Plan and book a trip", "planning and booking a trip"),
        ("Wash, dry and fold laundry", "washing, drying and folding laundry"),
        ("Get in and out of a building", "getting in and out of a building"),
        ("To send a package.", "sending a package"),
        ("Sending a package", "sending a package"),
        ("Bring up a child", "bringing up a child"),
        ("Reply to a letter", "replying to a letter"),
        ("Carefully plan a trip", "carefully planning a trip"),
        ("Self-publish a book", "self-publishing a book"),
        ("Position a product", "positioning a product"),
        ("My job", None),
        ("Transportation of goods", None),
        ("IT support", None),
        ("3D printing", None),
    ],
)
def test_a_phrase_keeps_all_but_its_verbs(phrase: str, form: str | None) -> None:
    """What does not begin with a verb has no such form."""
    assert gerund_phrase(phrase) == form
