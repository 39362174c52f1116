"""The results of a wave: computed once for all who watch, and drawn."""

from itertools import count
from typing import Any, NamedTuple

import streamlit as st

from jtbd_core import charts
from jtbd_core.exchange.score_table import score_table
from jtbd_core.glossary import GLOSSARY
from jtbd_core.scoring.results import SMALLEST_GROUP, Results, Scores, group_sizes, headline, people, results
from jtbd_core.study import Study
from jtbd_core.wave import Group, Version, Wave, WaveStatus
from pages.components.store import the_store
from pages.components.words import escaped, unbroken

SECONDS_SHARED = 1.0
MOST_KEPT = 16
LANDSCAPE_HEIGHT = 540
PER_CENT = st.column_config.NumberColumn(format="%.0f %%")
COLUMNS = {
    "Outcome": st.column_config.TextColumn(width="large"),
    "Importance (0–10)": st.column_config.NumberColumn(format="%.1f", help=GLOSSARY["importance"]),
    "Satisfaction (0–10)": st.column_config.NumberColumn(format="%.1f", help=GLOSSARY["experience"]),
    "Opportunity (0–20)": st.column_config.NumberColumn(format="%.1f", help=GLOSSARY["opportunity"]),
    "Value wanted (points)": st.column_config.NumberColumn(format="%.2f", help=GLOSSARY["value wanted"]),
    "Falls short": PER_CENT | {"help": GLOSSARY["falls short"]},
    "Chance of top 5": PER_CENT,
    "Does not apply": PER_CENT,
}


class Pulse(NamedTuple):
    """Where a wave stands, for all who watch it: what has moved is drawn again."""

    version: Version
    status: WaveStatus


Stamp = tuple[str, Version, Group | None]
"""What findings are of: the id of the wave, where its log stood, and the group."""


class Picture(NamedTuple):
    """A chart as its specification, the sentence that says what it shows, and the scores it shows."""

    spec: dict[str, Any]
    text: str
    scores: Scores


class Findings(NamedTuple):
    """All that is drawn of one group in a wave, not to be changed; a chart that has nothing to show is missing."""

    stamp: Stamp
    results: Results
    pictures: dict[str, Picture]

    @property
    def version(self) -> Version:
        """Where the log of the wave stood."""
        return self.stamp[1]


class Sizes(NamedTuple):
    """How many people rated, and how many of each group."""

    everybody: int
    groups: dict[Group, int]


@st.cache_data(ttl=SECONDS_SHARED, show_spinner=False)
def pulse(wave_id: str) -> Pulse:
    """Return where a wave stands; for a second the same for everybody.

    While a room answers, its log moves all the time. So that findings are computed and drawn once for all viewers,
    they are given the same version for a second: then a viewer costs 15 ms of work per update instead of 140.
    """
    return Pulse(the_store().version(wave_id), the_store().wave(wave_id).status)


def sizes(study: Study, wave: Wave) -> Sizes:
    """Return how many people rated in a wave."""
    return _sizes(study, wave.id, pulse(wave.id).version)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _sizes(_study: Study, wave_id: str, version: Version) -> Sizes:
    ratings = the_store().ratings(wave_id)
    return Sizes(people(ratings), group_sizes(_study, ratings, the_store().profiles(wave_id)))


def findings(study: Study, wave: Wave, group: Group | None = None) -> Findings:
    """Return the findings of a group in a wave; computed again only when the wave's log has moved."""
    return _findings(study, (wave.id, pulse(wave.id).version, group))


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _findings(_study: Study, stamp: Stamp) -> Findings:
    wave_id, _, group = stamp
    found = results(_study, the_store().ratings(wave_id, group), fewest=SMALLEST_GROUP)
    if found.people < SMALLEST_GROUP:
        return Findings(stamp, found, {})
    pictures = {}
    if found.by == "opportunity":
        text = charts.landscape_text(found.all, found.people)
        pictures["landscape"] = _picture(charts.opportunity_landscape(found.all), text, found.all)
    if found.success["n"].sum():
        success, deepest = found.success, _study.settings.success.anchor - 1
        text = charts.list_text(success, found.by, found.people)
        pictures["success"] = _picture(charts.interval_list(success, found.by, deepest=deepest), text, success)
        text = charts.shortfall_text(success, found.people)
        pictures["dimensions"] = _picture(charts.shortfall_by_dimension(success), text, success)
    if found.key["n"].sum():
        key, deepest = found.key, _study.settings.key.anchor - 1
        steps = [step.name for step in _study.steps]
        text = charts.list_text(key, found.by, found.people)
        pictures["key"] = _picture(charts.interval_list(key, found.by, deepest=deepest), text, key)
        text = charts.steps_text(key, steps, found.people)
        pictures["steps"] = _picture(charts.key_outcomes_by_step(key, steps, deepest), text, key)
    return Findings(stamp, found, pictures)


def _picture(chart: charts.Chart, text: str, scores: Scores) -> Picture:
    # The specification is what is kept: made anew for each viewer it would cost 130 ms, and it is valid by test.
    return Picture(chart.to_dict(validate=False), text, scores)


def watch(study: Study, wave: Wave, group: Group | None, seen: Version) -> None:
    """Draw the page again within three seconds whenever answers arrive, or the wave is paused or closed."""
    looks = count()

    @st.fragment(run_every="2s" if wave.status != "closed" else None)
    def look() -> None:
        # The first look is a part of drawing the page. Where that takes longer than a second, as on a busy machine,
        # the page would be drawn again and again without end.
        if next(looks) and pulse(wave.id) != (seen, wave.status):
            findings(study, wave, group)  # computed first, so that the page that waits for it is not dimmed
            st.rerun(scope="app")

    look()


def draw_waiting(found: Results) -> bool:
    """Say so if too few people have rated to show anything; return whether it is so."""
    if found.people >= SMALLEST_GROUP:
        return False
    st.info(
        f"Results appear when {SMALLEST_GROUP} people have rated, so that nobody can be told from them. "
        f"So far: {found.people}.",
        icon=":material/hourglass_empty:",
    )
    return True


def draw_headlines(found: Results) -> None:
    """Say in a sentence each what success and key outcomes show."""
    for scores, noun in ((found.success, "success outcomes"), (found.key, "key outcomes")):
        if len(scores):
            st.markdown(f"**{unbroken(escaped(headline(scores, noun)))}**")


def draw_landscape(found: Findings) -> None:
    """Draw importance × satisfaction of all outcomes, and beside it what its letters stand for."""
    _draw_landscape(found.stamp, found)


# What is drawn is kept with what it was drawn from, and given to all viewers as it is.
@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_landscape(stamp: Stamp, _found: Findings) -> None:
    found = _found
    if "landscape" not in found.pictures:
        st.caption("This study asks for experience alone, so there is no landscape of importance.")
        return
    picture, words = st.columns([5, 2], gap="medium")
    with picture:
        draw_picture("landscape", found, LANDSCAPE_HEIGHT)
    with words:
        st.markdown("**At the top**")
        scores = found.results.all.set_index("outcome")
        for outcome, letter in charts.letters(found.results.all).items():
            row = scores.loc[outcome]
            interval = unbroken(f"({row['opportunity_low']:.1f}–{row['opportunity_high']:.1f})")
            st.markdown(
                f"**{letter}**  {escaped(row['statement'])}  \n"
                f":gray[:small[{row['kind']} · opportunity {row['opportunity']:.1f} {interval}]]"
            )
        st.caption(
            "Filled and lettered: the outcomes that lead their kind and cannot be told apart. Lines: opportunity 10, "
            "12 and 15. Bars: 95 % intervals."
        )


def draw_picture(name: str, found: Findings, height: int | None = None) -> None:
    """Draw a chart with its sentence, and the same figures as a table that opens below it."""
    _draw_picture(found.stamp, name, height, found.pictures[name])


@st.cache_resource(max_entries=5 * MOST_KEPT, show_spinner=False)
def _draw_picture(stamp: Stamp, name: str, height: int | None, _picture: Picture) -> None:
    st.caption(escaped(_picture.text))
    st.vega_lite_chart(spec=_picture.spec, height=height or "content", alt=_picture.text, key=f"{name}-chart")
    with st.expander("The same as a table", icon=":material/table_rows:"):
        _draw_table(f"{name}-table", _picture.scores)


def draw_everything(found: Findings) -> None:
    """Draw a table of all outcomes."""
    _draw_everything(found.stamp, found.results)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_everything(stamp: Stamp, _results: Results) -> None:
    _draw_table("everything", _results.all)


def _draw_table(key: str, scores: Scores) -> None:
    st.dataframe(score_table(scores), hide_index=True, column_config=COLUMNS, key=key)
