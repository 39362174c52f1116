"""The languages of a study: its own, and a table of its texts beside their translation into another."""

import streamlit as st
from msgspec.structs import replace

from jtbd_core.form import LANGUAGES, own_name
from jtbd_core.study import Study, translation
from pages.components.escape import escaped
from pages.components.permission import with_permission
from pages.components.plural import plural
from pages.desk.changes import Desk
from pages.desk.fields import LONG, bound, chosen, prose_field, put, text_field
from pages.desk.parts import TRANSLATIONS, draw_part

INTO, FILTER, PAGE, SHOWN = "translate-into", "translate-filter", "translate-page", "translate-shown"
MISSING, ALL = "Missing", "All"
PER_PAGE = 20
PARTS = {"title": "Title", "job": "Job", "purpose": "Purpose"}
"""Labels before texts that can be equal: title and job often are."""


def draw_languages(study: Study) -> None:
    """Draw the study's language, how complete each translation is, and the table of one of them."""
    codes = sorted({*LANGUAGES, study.language, *study.translations}, key=own_name)
    others = [code for code in codes if code != study.language]
    if chosen(INTO) not in others:
        put(INTO, next(iter(study.translations), others[0]))
    left, right = st.columns(2)
    left.selectbox(
        "Written in",
        codes,
        format_func=own_name,
        **bound(
            "field-language", study.language, "changed the language", lambda old, code: replace(old, language=code)
        ),
    )
    right.selectbox("Translate into", others, format_func=own_name, key=INTO, on_change=_choose_rows)
    draw_part(TRANSLATIONS, _draw_table)


def _draw_table(desk: Desk) -> None:
    """Draw what is missing in each language, the choice of rows, and a row of each text with its translation."""
    study, language = desk.study, chosen(INTO)
    words = translation.texts(study)
    missing = {code: len(names) for code, names in translation.missing(study).items()}
    missing.setdefault(language, len(words))
    st.markdown(" ".join(_badge(code, count, len(words)) for code, count in missing.items()))
    st.caption("Respondents are offered a language once it has every statement.")
    with st.container(horizontal=True, vertical_alignment="center"):
        counts = {MISSING: missing[language], ALL: len(words)}
        st.segmented_control(
            "Texts shown",
            [MISSING, ALL],
            default=MISSING if missing[language] else ALL,
            required=True,
            format_func=lambda one: f"{one}: {counts[one]}",
            key=FILTER,
            on_change=_choose_rows,
            label_visibility="collapsed",
        )
        rows = _rows(study, language)
        starts = range(0, len(rows), PER_PAGE)
        start = 0
        if len(starts) > 1:
            start = st.selectbox(
                "Part of the table",
                starts,
                format_func=lambda n: f"{n + 1}–{min(n + PER_PAGE, len(rows))} of {len(rows)}",
                key=PAGE,
                label_visibility="collapsed",
                width=160,
            )
    if not rows:
        st.success(f"Every text has its translation into {own_name(language)}.", icon=":material/check_circle:")
        return
    source, target = st.columns(2)
    source.markdown(f"**{own_name(study.language)}**")
    target.markdown(f"**{own_name(language)}**")
    for name in rows[start : start + PER_PAGE]:
        draw_text(study, language, name, words[name])


def _rows(study: Study, language: str) -> list[str]:
    """Return the ids of the texts in the table: a text that is being translated stays until others are chosen."""
    words = translation.texts(study)
    what = (language, chosen(FILTER))
    known = chosen(SHOWN)
    if known is None or known[0] != what:
        said = study.translations.get(language, {}) if what[1] == MISSING else {}
        known = (what, [name for name in words if name not in said])
        put(SHOWN, known)
    return [name for name in known[1] if name in words]


def _badge(language: str, missing: int, of_all: int) -> str:
    if missing:
        return f":orange-badge[{own_name(language)}: {plural(missing, 'text')} of {of_all} missing]"
    return f":green-badge[:material/check: {own_name(language)}: complete]"


def draw_text(study: Study, language: str, name: str, text: str) -> None:
    """Draw one text of the study and, beside it, the field for its translation."""
    field = {
        "key": f"field-{language}-{name}",
        "value": study.translations.get(language, {}).get(name, ""),
        "what": f"translated “{text}” into {own_name(language)}",
        "edit": lambda old, said: translation.with_translation(old, language, name, said),
    }
    label = f"{PARTS[name]}: {text}" if name in PARTS else text
    source, target = st.columns(2, vertical_alignment="center")
    source.markdown(escaped(label))
    with target:
        draw = prose_field if name == "purpose" or len(text) > LONG // 2 else text_field
        draw(label, label_visibility="collapsed", placeholder=own_name(language), **field)


@with_permission
def _choose_rows() -> None:
    """Choose the rows anew, as the filter and the language say."""
    put(SHOWN, None)
    put(PAGE, 0)
