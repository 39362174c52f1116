"""The outcomes of a file of ratings in the words in which they will be kept, which can be changed before the import."""

import streamlit as st
from msgspec.structs import replace

from jtbd_core.exchange.assignment import Worded
from jtbd_core.exchange.look import Look
from jtbd_core.study import KINDS
from pages.components.permission import with_permission
from pages.components.plural import plural

IMPORT_WORDS = "import-words"
"""The key of the last file whose outcomes were worded in this session, and these by their names in the file."""

AS_RATED = "kind: as it is rated"
POLARITIES = {"": "wanted", "avoid": "to avoid"}
PAGE = 20
"""The outcomes that are drawn at once."""


def draw_words(file: str, look: Look) -> dict[str, Worded]:
    """Draw a row for each outcome with its statement, kind, job step and polarity; return those that were changed."""
    kept = look.kept.outcomes if look.kept else {}
    chosen: dict[str, Worded] = _chosen(file)
    with st.expander(f"{plural(len(kept), 'outcome')} in words", icon=":material/edit_note:"):
        st.caption("Statements, kinds and job steps as they will be kept. Once imported, the study is launched.")
        names = list(kept)
        pages = [f"{at + 1}–{min(at + PAGE, len(names))}" for at in range(0, len(names), PAGE)]
        page = 0
        if len(pages) > 1:
            page = pages.index(st.segmented_control("Outcomes", pages, default=pages[0], required=True) or pages[0])
        for name in names[PAGE * page : PAGE * (page + 1)]:
            _draw_outcome(file, name, chosen.get(name, kept[name]))
    return {name: one for name, one in chosen.items() if name in kept}


def _draw_outcome(file: str, name: str, words: Worded) -> None:
    keys = {what: f"import-words-{what}-{file}-{name}" for what in Worded.__struct_fields__}
    change = {"on_change": _reword, "args": (file, name, words, keys)}
    kinds, polarities = ["", *KINDS], list(POLARITIES)
    with st.container(border=True, gap="small"):
        st.text_input(f"Statement of “{name}”", words.statement, key=keys["statement"], **change)
        kind, step, polarity = st.columns([3, 4, 2], gap="small")
        kind.selectbox(
            f"Kind of “{name}”",
            kinds,
            kinds.index(words.kind) if words.kind in kinds else 0,
            format_func=lambda one: one or AS_RATED,
            label_visibility="collapsed",
            key=keys["kind"],
            **change,
        )
        step.text_input(
            f"Job step of “{name}”",
            words.step,
            placeholder="Job step, of a key outcome",
            label_visibility="collapsed",
            key=keys["step"],
            **change,
        )
        polarity.selectbox(
            f"Polarity of “{name}”",
            polarities,
            polarities.index(words.polarity) if words.polarity in polarities else 0,
            format_func=POLARITIES.__getitem__,
            label_visibility="collapsed",
            key=keys["polarity"],
            **change,
        )


def _chosen(file: str) -> dict[str, Worded]:
    known, chosen = st.session_state.get(IMPORT_WORDS, (None, {}))
    return dict(chosen) if known == file else {}


@with_permission
def _reword(file: str, name: str, words: Worded, keys: dict[str, str]) -> None:
    """Choose the words of an outcome, as its widgets say."""
    said = replace(words, **{what: st.session_state[words_widget].strip() for what, words_widget in keys.items()})
    st.session_state[IMPORT_WORDS] = file, {**_chosen(file), name: said}
