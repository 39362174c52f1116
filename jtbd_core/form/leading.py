"""Where a respondent is led: on, back, where they stopped, or to the page on which they wait for the others."""

from jtbd_core.form import way
from jtbd_core.form.fields import Direction
from jtbd_core.form.visit import Visit


def target(visit: Visit, name: str, pressed: Direction) -> str:
    """Return where a page leads on to, by the button that was pressed."""
    if name == way.THANKS or pressed == "enough":
        return way.THANKS
    if pressed == "back":
        return way.page_before(name, visit.study, visit.pages) or name
    return opened_or_wait(visit, following(visit, name), name)


def following(visit: Visit, name: str) -> str:
    """Return the next page with an unrated card."""
    return way.page_after(name, visit.study, visit.pages, visit.response)


def resumed(visit: Visit) -> str:
    """Return where a respondent goes on, with the first unrated card in view, or waits to."""
    name = opened_or_wait(visit, way.resume(visit.study, visit.pages, visit.response), way.ABOUT)
    cards = [one.id for page in visit.pages if page.name == name for one in page.outcomes]
    ratings = visit.response.ratings if visit.response else {}
    unrated = [card for card in cards if not way.is_rated(ratings.get(card), visit.study)]
    return name if unrated[:1] == cards[:1] else f"{name}#{unrated[0]}"


def after_wait(visit: Visit, name: str) -> str:
    """Return where somebody who waits, or is on a page that is not opened yet, goes on."""
    after = name.removeprefix(way.WAIT) if name.startswith(way.WAIT) else way.ABOUT
    return opened_or_wait(visit, following(visit, after), after)


def opened_or_wait(visit: Visit, name: str, after: str) -> str:
    """Return the name of a page, or of the one on which to wait until the facilitator opens it."""
    return f"{way.WAIT}{after}" if visit.is_ahead(name) else name
