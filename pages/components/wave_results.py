"""The results of a wave, drawn."""

from itertools import count

import streamlit as st

from jtbd_core import charts
from jtbd_core.exchange.score_table import score_table
from jtbd_core.glossary import GLOSSARY
from jtbd_core.live.findings import Findings, Stamp, findings, seconds_between_looks
from jtbd_core.live.render_queue import render_queue
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.results import Results, Scores, headline
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from pages.components.store import the_store
from pages.components.words import escaped, unbroken

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


def watch(study: Study, wave: Wave, seen: Findings) -> None:
    """Draw the page again within seconds whenever answers arrive, or the wave is paused or closed."""
    looks = count()

    def is_stale() -> bool:
        return findings(the_store(), study, wave, seen.stamp.group).stamp != seen.stamp

    @st.fragment(run_every=seconds_between_looks(seen) if wave.status != "closed" else None)
    def look() -> None:
        # The first look is a part of drawing the page. Where that takes longer than a second, as on a busy machine,
        # the page would be drawn again and again without end.
        if (
            next(looks)
            and findings(the_store(), study, wave, seen.stamp.group).stamp != seen.stamp
            and render_queue.admit()
        ):
            st.rerun(scope="app")

    look()


def waiting(found: Findings) -> str:
    """Return what is waited for if too few people have rated to show anything, else nothing."""
    if found.results.people >= THRESHOLD:
        return ""
    return (
        f"Results appear when {THRESHOLD} people have rated, so that nobody can be told from them. "
        f"So far: {the_store().progress(found.stamp.wave_id).rated}."
    )


def draw_waiting(found: Findings) -> bool:
    """Say so if too few people have rated to show anything; return whether it is so."""
    if said := waiting(found):
        st.info(said, icon=":material/hourglass_empty:")
    return bool(said)


def draw_shown(wave: Wave, found: Findings) -> None:
    """Say how many people's answers are shown, and how they move while answers come in."""
    if wave.status != "closed":
        st.caption(
            f"Shown: the answers of {found.results.people} people. While the round is open, results move in steps of "
            f"{THRESHOLD} people, and those of a group on a reveal, so that nobody can be told from a change."
        )


def draw_headlines(found: Findings) -> None:
    """Say in a sentence each what success and key outcomes show."""
    _draw_headlines(found.stamp, found.results)


# What is drawn is kept with what it was drawn from, and given to all viewers as it is.
@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_headlines(stamp: Stamp, _results: Results) -> None:
    for scores, noun in ((_results.success, "success outcomes"), (_results.key, "key outcomes")):
        if len(scores):
            st.markdown(f"**{unbroken(escaped(headline(scores, noun)))}**")


def draw_landscape(found: Findings) -> None:
    """Draw importance × satisfaction of all outcomes, and beside it what its letters stand for."""
    if found.results.by != "opportunity":
        st.caption("This study asks for experience alone, so there is no landscape of importance.")
        return
    picture, words = st.columns([5, 2], gap="medium")
    with picture:
        draw_picture("landscape", found, LANDSCAPE_HEIGHT)
    with words:
        _draw_letters(found.stamp, found.results)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_letters(stamp: Stamp, _results: Results) -> None:
    st.markdown("**At the top**")
    scores = _results.all.set_index("outcome")
    for outcome, letter in charts.letters(_results.all).items():
        row = scores.loc[outcome]
        interval = unbroken(f"({row['opportunity_low']:.1f}–{row['opportunity_high']:.1f})")
        st.markdown(
            f"**{letter}**  {escaped(row['statement'])}  \n"
            f":gray[:small[{row['kind']} · opportunity {row['opportunity']:.1f} {interval}]]"
        )
    st.caption(
        "Filled: the outcomes that lead their kind and cannot be told apart; at most eight have letters. Lines: "
        "opportunity 10, 12 and 15. Bars: 95 % intervals."
    )


def draw_picture(name: str, found: Findings, height: int | None = None) -> None:
    """Draw a chart with its sentence, and the same figures as a table once that is opened."""
    picture = found.pictures[name]
    _draw_picture(found.stamp, name, height, picture)
    label, icon = "The same as a table", ":material/table_rows:"
    with st.expander(label, icon=icon, key=f"{name}-figures", on_change="rerun") as figures:
        if figures.open:
            _draw_table(found.stamp, f"{name}-table", picture.scores)


@st.cache_resource(max_entries=len(charts.CHARTS) * MOST_KEPT, show_spinner=False)
def _draw_picture(stamp: Stamp, name: str, height: int | None, _picture: charts.Picture) -> None:
    st.caption(escaped(_picture.text))
    st.vega_lite_chart(spec=_picture.spec, height=height or "content", alt=_picture.text, key=f"{name}-chart")


def draw_everything(found: Findings) -> None:
    """Draw a table of all outcomes."""
    _draw_table(found.stamp, "everything", found.results.all)


@st.cache_resource(max_entries=(len(charts.CHARTS) + 1) * MOST_KEPT, show_spinner=False)
def _draw_table(stamp: Stamp, key: str, _scores: Scores) -> None:
    st.dataframe(score_table(_scores), hide_index=True, column_config=COLUMNS, key=key)
