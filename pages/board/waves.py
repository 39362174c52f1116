"""The waves whose results can be shown, the choice of one or several to pool, and what they left out."""

from collections.abc import Mapping, Sequence

import streamlit as st

from jtbd_core.live.choices import chosen_waves, counting, default_wave, wave_names
from jtbd_core.live.findings import progress
from jtbd_core.study import Study
from jtbd_core.study.offer import offer
from jtbd_core.wave import Wave, asked_study, reported_study
from jtbd_core.wave.rounds import round_name
from pages.board.choice import chosen, draw_choice
from pages.board.response_words import apart
from pages.components.escape import escaped
from pages.components.link import KEY
from pages.components.my_store import my_store
from pages.components.plural import plural
from pages.components.rerun import keep_in_address
from pages.components.rounds import round_label
from pages.components.store import the_store

ROUND, TRIAL = "round", "trial"
"""The query parameter of the choice, and its value for the trial; numbers of rounds that are pooled are joined by +."""

RETIRED = "retired"
"""The query parameter that adds retired outcomes."""

STATUS = {"open": "Answers are being collected.", "paused": "Paused for now.", "closed": "Closed."}


def shown_waves(study_id: str) -> dict[str, Wave]:
    """Return the waves by their value in the address, the latest first.

    For the facilitator alone, archived waves and the trial follow at the end.
    """
    waves = my_store().waves(study_id)
    shown = {str(wave.number): wave for wave in waves if not wave.is_archived}
    if KEY in st.query_params:
        return shown
    trial = my_store().trial(study_id)
    archived = {str(wave.number): wave for wave in waves if wave.is_archived}
    return shown | archived | ({TRIAL: trial} if trial else {})


def asked_waves(waves: Mapping[str, Wave]) -> tuple[Wave, ...]:
    """Return the waves that the address asks for; where it names one that is not shown, the default with a notice."""
    default = default_wave(the_store(), waves)
    asked = st.query_params.get(ROUND, default)
    known = any(name in waves for name in wave_names(asked))
    return chosen_waves(asked if known else chosen(waves, ROUND, default), waves, default)


def draw_wave_choice(waves: Mapping[str, Wave], shown: Sequence[Wave]) -> None:
    """Draw the choice of a wave, or of several whose answers are taken together, and whether they take answers."""
    labels = {name: round_label(wave, _people(wave)) for name, wave in waves.items()}
    names = [name for name, wave in waves.items() if wave in shown]
    if len(counting(waves)) < 2:
        draw_choice("Round", labels, ROUND, names[0])
    else:
        _draw_several(labels, names)
    st.caption(
        f"{plural(len(shown), 'round')} taken together as one result." if len(shown) > 1 else STATUS[shown[0].status]
    )


def _people(wave: Wave) -> int | None:
    """Return how many people rated; for stakeholders None where few joined without rating, which they would tell."""
    at = progress(the_store(), wave.id)
    told = apart({"joined": at.joined, "rated": at.rated})
    return told.get("rated") if KEY in st.query_params else at.rated


def _draw_several(labels: Mapping[str, str], names: Sequence[str]) -> None:
    """Draw the choice of waves, of which several can be chosen."""
    widget = f"{ROUND}-{hash(tuple(labels.items()))}-{'-'.join(names)}"
    st.multiselect(
        "Rounds",
        list(labels),
        names,
        format_func=lambda name: escaped(labels[name]),
        help="Several rounds give one result of all their people.",
        key=widget,
        on_change=_bind_several,
        args=(widget,),
    )


def _bind_several(box: str) -> None:
    """Keep the chosen waves in the address; none chosen means the default."""
    keep_in_address(ROUND, "+".join(sorted(st.session_state[box])) or None)


def covered_study(study: Study, waves: Sequence[Wave]) -> Study:
    """Return the study with the outcomes that the waves' results show, with retired ones where the address says so."""
    return asked_study(study, *waves) if RETIRED in st.query_params else reported_study(study, *waves)


def draw_missing(study: Study, waves: Sequence[Wave]) -> None:
    """Draw what the waves did not ask or offer, and a toggle that adds the retired outcomes that they asked."""
    missing = {round_name(wave): not_asked(study, wave) for wave in waves}
    if any(missing.values()):
        many = plural(len({text for texts in missing.values() for text in texts}), "part")
        with st.expander(f"{many} of the study came later", icon=":material/playlist_remove:"):
            for name, texts in missing.items():
                if texts:
                    listed = "\n".join(f"- {escaped(text)}" for text in texts)
                    st.markdown(f"**{escaped(name)}** did not ask or offer\n{listed}")
    retired = len(asked_study(study, *waves).outcomes) - len(reported_study(study, *waves).outcomes)
    if retired:
        label = f"Show {plural(retired, 'retired outcome')}"
        st.toggle(label, RETIRED in st.query_params, key=RETIRED, on_change=_bind_retired)


def _bind_retired() -> None:
    keep_in_address(RETIRED, "shown" if st.session_state[RETIRED] else None)


def not_asked(study: Study, wave: Wave) -> list[str]:
    """Return the statements that a wave did not ask though the study has them now, and what it did not offer."""
    asked = asked_study(study, wave)
    known = {one.id for one in asked.outcomes}
    outcomes = [one.statement for one in study.without_retired().outcomes if one.id not in known]
    offered = offer(asked)
    return outcomes + [text for name, text in offer(study).items() if name not in offered]
