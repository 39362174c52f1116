"""The charts of a study that can be taken along one by one, each with its headline, its key and its context."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from jtbd_core.charts import CHART_REGISTRY, Picture, letters
from jtbd_core.charts.registry import listed
from jtbd_core.contract import Store
from jtbd_core.live.drawings import drawing, is_drawn
from jtbd_core.live.for_whom import for_whom
from jtbd_core.live.for_whom_pictures import Choice, pictured
from jtbd_core.live.origins import origins
from jtbd_core.live.solutions import solution_view
from jtbd_core.report.subject import Subject, analysed, changes, compared
from jtbd_core.scoring.driver_sentences import CAUSES, VARIATION
from jtbd_core.scoring.headlines import headline_of

SUCCESS, KEY = "success", "key"
KINDS = {SUCCESS: "success outcomes", KEY: "key outcomes"}


class Slide(NamedTuple):
    """A chart for a slide: its title, the line that says of what study, round and people it is, its pictures, its key.

    `pictures` are Vega-Lite specifications that stand side by side, `legend` what letters in them stand for, and
    `statements` those that they may shorten.
    """

    title: str
    context: str
    pictures: tuple[dict[str, Any], ...]
    key: str
    legend: tuple[tuple[str, str], ...]
    statements: tuple[str, ...]


class Offer(NamedTuple):
    """What is put on a slide: its headline, its pictures, and a key where the pictures have none of their own."""

    title: str
    pictures: tuple[Picture, ...]
    key: str = ""


Make = Callable[[Store, Subject], Offer | None]


def offered(store: Store, subject: Subject) -> dict[str, str]:
    """Return the titles of the charts that a study has, by name; of some it may turn out that nothing is shown."""
    if subject.waiting:
        return {}
    study, found = subject.study, subject.found
    charts = {one.name: one.title for one in CHART_REGISTRY if is_drawn(found, one.name)}
    kinds = [name for name, kind in KINDS.items() if kind in found.results.rated]
    more = {}
    if subject.with_groups and study.questions():
        more = {f"for-whom-{name}": f"For whom, {KINDS[name]}" for name in kinds}
    if subject.with_groups and study.solutions:
        more["solutions"] = "Solutions"
    if len(compared(store, subject)) > 1:
        more |= {f"over-time-{name}": f"Over time, {KINDS[name]}" for name in kinds}
    if len(kinds) == len(KINDS):
        more["comes-from"] = "Where it comes from"
    return charts | more


def slide(store: Store, subject: Subject, name: str) -> Slide | None:
    """Return a chart for a slide; None where nothing of it may be shown yet."""
    view, _, kind = name.rpartition("-")
    views: dict[str, Make] = {
        "for-whom": partial(_groups, kind),
        "over-time": partial(_changes, kind),
        "solutions": _solutions,
        "comes-from": _origins,
    }
    make = views.get(name) or views.get(view)
    offer = (make or partial(_chart, name))(store, subject)
    if offer is None or not offer.pictures:
        return None
    return Slide(
        title=offer.title,
        context=f"{subject.record.study.title} · {subject.everybody if make else subject.context}",
        pictures=tuple(one.spec for one in offer.pictures),
        key=offer.key or " ".join(dict.fromkeys(one.key for one in offer.pictures)),
        legend=_legend(subject, view) if kind == "landscape" else (),
        statements=tuple(one.statement for one in subject.record.study.outcomes),
    )


def _legend(subject: Subject, kind: str) -> tuple[tuple[str, str], ...]:
    """Return what the letters of a landscape stand for."""
    found = subject.found.results
    scores = found.success if kind == SUCCESS else found.key
    named = letters(found.all)
    pairs = zip(scores["outcome"], scores["statement"], strict=True)
    return tuple((named[outcome], statement) for outcome, statement in pairs if outcome in named)


def _chart(name: str, _: Store, subject: Subject) -> Offer:
    """Return a chart of the registry; a list and a landscape have a headline."""
    chart = next(one for one in CHART_REGISTRY if one.name == name)
    found = subject.found.results
    scores, by = listed(name, found)
    title = chart.title if chart.place == "part" else headline_of(scores, chart.kind, by, found.by[chart.kind])
    return Offer(title, (drawing(subject.study, subject.found, name),))


def _groups(kind: str, store: Store, subject: Subject) -> Offer | None:
    found = analysed(store, subject, for_whom)
    if found is None or not found.columns:
        return None
    by = next(iter(found.tables))
    drawn = pictured(found, Choice(KINDS[kind], by, "", "score", False))
    return Offer(found.sentence(KINDS[kind], by), (drawn.matrix,))


def _solutions(store: Store, subject: Subject) -> Offer | None:
    found = analysed(store, subject, solution_view)
    return Offer(found.headline, (found.picture,)) if found and found.picture else None


def _origins(store: Store, subject: Subject) -> Offer | None:
    found = analysed(store, subject, origins)
    key = f"Lines are 95 % intervals; coloured is a step whose share is surely the greatest. {VARIATION} {CAUSES}"
    return Offer(found.headline, found.pictures, key) if found else None


def _changes(kind: str, store: Store, subject: Subject) -> Offer | None:
    """Return what changed between the last two rounds."""
    found = changes(store, subject)
    return Offer(found[kind].headline, (found[kind].changes,)) if kind in found else None
