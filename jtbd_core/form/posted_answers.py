"""The answers of a posted page that differ from those stored: the safety net where the script saved nothing."""

from collections.abc import Mapping

from msgspec.structs import replace as replaced

from jtbd_core.form import fields, itinerary
from jtbd_core.form.fields import Button, Fields
from jtbd_core.form.refusal import FormRefusal
from jtbd_core.form.visit import Visit
from jtbd_core.study import OTHER_SOLUTION, SOLUTION_QUESTION
from jtbd_core.wave import Answers


def posted_answers(visit: Visit, name: str, sent: Fields, pressed: Button) -> Answers:
    """Return what a posted page changes of the response, with the time at which it was sent."""
    # The script has saved most taps already: what is stored is not written again. What differs was chosen without
    # the script, so its time must exceed those that this person's phones have sent by their own clocks.
    tapped = max(fields.clock(), visit.response.tapped + 1 if visit.response else 0)
    if name == itinerary.ABOUT:
        given = fields.profile(visit.study, sent)
        profile = _changed(visit, given)
        check_fixed(visit, profile)
        own = given.own_solution if SOLUTION_QUESTION in profile else ""
        return Answers(profile=profile, own_solution=own, tapped=tapped if profile else None)
    if name == itinerary.THANKS:
        written = fields.remark(sent)
        return Answers(remark=written if written or visit.response else None)
    rated = fields.ratings(visit.itinerary.page(name).outcomes, visit.study, sent)
    stored = visit.response.ratings if visit.response else {}
    changed = [replaced(rating, tapped=tapped) for rating in rated if rating != stored.get(rating.outcome)]
    ratings = itinerary.placed(changed, visit.study, visit.response_id)
    is_finished = pressed == "continue" and visit.itinerary.after(name) == itinerary.THANKS
    return Answers(ratings=ratings, is_finished=is_finished, took_bait=fields.took_bait(sent))


def check_fixed(visit: Visit, profile: Mapping[str, str]) -> None:
    """Refuse to change an answer on which it depended who is asked, once that was decided."""
    before = visit.response.profile if visit.response else {}
    fixed = visit.wave.panel.gate & profile.keys() if visit.response else frozenset[str]()
    if any(profile[question] != before.get(question, "") for question in fixed):
        raise FormRefusal("gate_fixed")


def _changed(visit: Visit, given: Answers) -> dict[str, str]:
    """Return the answers about the respondent that differ from those stored; own words are a part of their answer."""
    before = visit.response.profile if visit.response else {}
    own = visit.response.own_solution if visit.response else ""
    is_renamed = given.own_solution != own
    return {
        question: option
        for question, option in given.profile.items()
        if option != before.get(question, "") or (option == OTHER_SOLUTION and is_renamed)
    }
