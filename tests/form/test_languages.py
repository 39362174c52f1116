"""In which language the form speaks, and that it says the same in each."""

import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.form import languages, preview
from jtbd_core.form.texts import TEXTS, text
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from tests.form.conftest import OUTCOMES, PARCEL, Visitor
from tests.form.reading import Page
from tests.study.test_translation import GERMAN

Arrive = Callable[[Wave], Visitor]
Open = Callable[[Study], Wave]

ENGLISH = replace(PARCEL, translations={})
HALF_GERMAN = {key: said for key, said in GERMAN.items() if "option" not in key}
SPOKEN = replace(PARCEL, translations={"de": {f"outcome.{one.id}": f"{one.id}!" for one in OUTCOMES} | HALF_GERMAN})
ARABIC = replace(
    PARCEL, translations={"ar": {f"outcome.{one.id}": f"إيجاد صندوق بسهولة {n}" for n, one in enumerate(OUTCOMES)}}
)


def arrive_with(visitor: Visitor, accepted: str) -> Visitor:
    """Let the visitor's browser ask for these languages."""
    visitor.client.headers["accept-language"] = accepted
    return visitor


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("de", "de"),
        ("de-CH", "de"),
        ("PT-br, en;q=0.5", "pt"),
        ("nl, fr;q=0.4, es;q=0.8", "es"),
        ("fr;q=0, es", "es"),
        ("nl", "en"),
        ("", "en"),
        ("*;q=x,;;q=,de;q=nan", "en"),
    ],
)
def test_the_browser_says_which_language(visitor: Visitor, accepted: str, language: str) -> None:
    """The dearest language of the browser that the form speaks is taken; what is malformed is passed over."""
    arrive_with(visitor, accepted).open()
    assert f'<html lang="{language}">' in visitor.reply.text
    assert text(language, "start") in visitor.page.words


def test_a_browser_without_a_language_reads_the_study_s_own(arrive: Arrive, open_wave: Open) -> None:
    """A study written in French speaks French to whoever does not say otherwise."""
    visitor = arrive(open_wave(replace(ENGLISH, language="fr")))
    assert "Commencer" in visitor.open().words
    assert "lang=" not in visitor.reply.text.split("<footer>")[0].replace('<html lang="fr">', "")


def test_cards_are_asked_in_german(visitor: Visitor) -> None:
    """Questions, labels and buttons of a card are in the language of the page."""
    arrive_with(visitor, "de").start()
    words = visitor.press().words
    assert "Wie wichtig ist Ihnen das?" in words
    assert '"i.box" value="5"><span>äußerst wichtig</span>' in visitor.reply.text
    assert "Weiter" in words


def test_the_switch_changes_the_language_and_is_remembered(visitor: Visitor) -> None:
    """A language that is chosen wins over the browser's, and stays for the next pages of this wave."""
    arrive_with(visitor, "de").open()
    visitor.open(f"{visitor.page.form().action}?language=fr")
    assert "Commencer" in visitor.page.words
    assert "À propos de vous" in visitor.start().headings


def test_the_choice_is_kept_for_the_wave_alone(visitor: Visitor) -> None:
    """The cookie that keeps the language goes to the wave's own addresses only."""
    cookie = visitor.client.get(f"{visitor.address}?language=es").headers["set-cookie"]
    assert cookie.startswith("headway-language=es;")
    assert {"HttpOnly", f"Path={visitor.address}", "SameSite=lax"} <= set(cookie.split("; "))


@pytest.mark.parametrize("path", ["", "/about", "/1", "/thanks"])
def test_every_page_has_the_switch(visitor: Visitor, path: str) -> None:
    """Each page names its language, leads to the others, and shows them all once that is pressed."""
    visitor.rate_all()
    visitor.open(f"{visitor.address}{path}?language=")
    assert visitor.page.forms[-1].choices["language"] == set(TEXTS)
    visitor.open(visitor.address + path)
    assert "English" in visitor.page.words


@pytest.mark.parametrize("study", [ENGLISH, replace(PARCEL, translations={"de": GERMAN})], ids=["no", "half a"])
def test_a_language_without_the_statements_is_not_offered(arrive: Arrive, open_wave: Open, study: Study) -> None:
    """A study with one language has no switch, and asks nobody in German about English statements."""
    visitor = arrive_with(arrive(open_wave(study)), "de")
    visitor.open(f"{visitor.address}?language=de")
    assert '<html lang="en">' in visitor.reply.text
    assert "<footer>" not in visitor.reply.text


@pytest.mark.parametrize("code", ["xx", "", "../..", "<script>"])
def test_a_language_that_is_not_offered_changes_nothing(visitor: Visitor, code: str) -> None:
    """Nonsense in the address is passed over and not kept."""
    reply = visitor.client.get(visitor.address, params={"language": code})
    assert '<html lang="en">' in reply.text
    assert "set-cookie" not in reply.headers


def test_statements_are_shown_as_translated(arrive: Arrive, open_wave: Open) -> None:
    """What the study has in German is shown so, the rest in its own language and marked as that."""
    visitor = arrive_with(arrive(open_wave(SPOKEN)), "de")
    assert GERMAN["title"] in visitor.open().headings
    visitor.start()
    assert {GERMAN["circumstance.haste"], GERMAN["solution.post"]} <= set(re.split("[<>]", visitor.reply.text))
    assert '<span lang="en" dir="ltr">Not urgent</span>' in visitor.reply.text
    visitor.press()
    assert '<h2 id="box">box!' in visitor.reply.text
    assert GERMAN["outcome.time"] in visitor.rate().headings


def test_answers_in_any_language_are_of_the_same_outcome(arrive: Arrive, open_wave: Open) -> None:
    """Ratings are stored by outcome id, whatever language they were given in."""
    visitor = arrive_with(arrive(open_wave(SPOKEN)), "de")
    assert "Sie haben alle 6 Aussagen bewertet." in visitor.rate_all().words
    assert set(visitor.response.ratings) == {outcome.id for outcome in PARCEL.outcomes}


def test_a_language_without_texts_of_the_form(arrive: Arrive, open_wave: Open) -> None:
    """A study may speak a language the form does not: its statements are marked so, right to left if written so."""
    visitor = arrive_with(arrive(open_wave(ARABIC)), "ar-EG")
    visitor.start()
    visitor.press()
    assert '<html lang="en">' in visitor.reply.text
    assert '<h2 id="box" lang="ar" dir="rtl">' in visitor.reply.text
    assert "العربية" in visitor.page.words


def test_the_receipt_speaks_the_language_chosen(visitor: Visitor) -> None:
    """Outside the wave's addresses the choice goes along with the forms."""
    visitor.open(f"{visitor.address}?language=de")
    visitor.rate_all()
    assert "Ihre Antworten" in visitor.press(form="/r/receipt").headings
    assert '<button name="language" value="de" lang="de" aria-current="true">' in visitor.reply.text
    assert "Vos réponses" in visitor.press({"language": "fr"}, form="/r/receipt").headings


def test_a_refusal_is_said_in_the_language_of_the_page(visitor: Visitor) -> None:
    """What is wrong is said in the words of whoever sent it, with numbers as they are written there."""
    arrive_with(visitor, "de").start()
    reply = visitor.client.post(visitor.page.form().action.replace("about", "thanks"), data={"remark": "x" * 2001})
    assert "Das wurde nicht gespeichert" in reply.text
    assert "länger als 2.000 Zeichen" in reply.text


def test_a_closed_wave_says_so_in_the_language_of_the_browser(visitor: Visitor, store: Store, wave: Wave) -> None:
    """States of the wave have their words too."""
    store.set_status(wave.id, "closed")
    assert "Esta encuesta está cerrada" in arrive_with(visitor, "es").open().headings


def test_the_language_goes_along_with_a_join_code(visitor: Visitor, wave: Wave) -> None:
    """Who chose a language while typing the code finds the form in it."""
    visitor.open("/join?language=pt")
    reply = visitor.client.get("/join", params={"code": wave.join_code, "language": "pt"})
    assert "Começar" in reply.text


def test_languages_name_themselves() -> None:
    """A language is called what its speakers call it; one that nobody knows, by its code."""
    assert [languages.own_name(code) for code in ("de", "fr", "pt-BR", "qq")] == [
        "Deutsch",
        "Français",
        "Português (Brasil)",
        "qq",
    ]
    assert [languages.text_direction(code) for code in ("de", "ar", "he", "qq")] == ["ltr", "rtl", "rtl", "ltr"]


def test_a_preview_speaks_the_study_s_language_or_another() -> None:
    """The preview is in the language the study is written in, or in the one asked for."""
    assert list(preview(replace(ENGLISH, language="es")))[1] == "Sobre usted"
    assert GERMAN["title"] in Page(preview(SPOKEN, "de")["Introduction"]).headings
