"""A respondent's way through the form, as HTTP without any script."""

from collections.abc import Callable

from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.study import Study
from jtbd_core.study.scale import Settings
from jtbd_core.wave import Progress, Rating, Wave
from tests.form.conftest import PARCEL, Visitor

Arrive = Callable[[Wave], Visitor]
FORM = {"content-type": "application/x-www-form-urlencoded"}


def test_the_introduction_says_purpose_and_minutes(visitor: Visitor) -> None:
    """The first page says what it is for, how long it takes and who sees what."""
    words = visitor.open().words
    assert PARCEL.purpose in words
    assert "About 2 min" in words
    assert "No name or e-mail is kept" in words


def test_a_study_without_a_purpose_names_the_job(arrive: Arrive, open_wave: Callable[[Study], Wave]) -> None:
    """Without words of the facilitator, the introduction says which job it is about."""
    assert PARCEL.job in arrive(open_wave(replace(PARCEL, purpose=""))).open().words


def test_start_leads_to_the_questions_about_the_respondent(visitor: Visitor) -> None:
    """The solution used today and the circumstances come first, nothing chosen."""
    page = visitor.start()
    assert page.form().choices["q.solution"] == {"post", "courier", "*", ""}
    assert page.form().choices["q.haste"] == {"low", "high", ""}
    assert page.form().choices["q.solution.own"] == {""}
    assert page.form().chosen == {}


def test_answers_about_the_respondent_are_kept(visitor: Visitor) -> None:
    """The profile is stored by question and option."""
    visitor.start()
    visitor.press({"q.solution": "courier"})
    assert visitor.response.profile == {"solution": "courier"}


def test_an_answer_about_the_respondent_can_be_cleared(visitor: Visitor) -> None:
    """*Rather not say* removes what was answered before, and stores nothing where nothing was."""
    visitor.start()
    visitor.press({"q.solution": "courier", "q.haste": "low"})
    visitor.open(f"{visitor.address}/about")
    visitor.press({"q.solution": "", "q.haste": "low"})
    assert visitor.response.profile == {"haste": "low"}


def test_a_walk_through_the_form_stores_every_rating(visitor: Visitor) -> None:
    """Rating all cards of all pages stores them all and finishes the response."""
    page = visitor.rate_all()
    assert "You rated all 6 statements." in page.words
    assert visitor.response.ratings == {
        outcome.id: Rating(outcome=outcome.id, importance=5, experience=2) for outcome in PARCEL.outcomes
    }
    assert visitor.response.is_finished


def test_the_question_depends_on_the_kind_of_outcome(visitor: Visitor) -> None:
    """Key outcomes ask for satisfaction, success outcomes for expectation, as the study says."""
    visitor.start()
    assert "How satisfied are you with this today?" in visitor.press().words
    while "calm" not in visitor.page.cards:
        visitor.press()
    assert "Compared with what you expect, today this …" in visitor.page.words


def test_without_importance_only_experience_is_asked(arrive: Arrive, open_wave: Callable[[Study], Wave]) -> None:
    """A study that asks for experience alone shows one question a card."""
    visitor = arrive(open_wave(replace(PARCEL, settings=Settings(asks_importance=False))))
    visitor.start()
    page = visitor.press()
    assert "How important" not in page.words
    assert set(page.form().choices) == {"e.box", "n.box", "website", "go"}


def test_nothing_is_chosen_on_a_fresh_card(visitor: Visitor) -> None:
    """No answer is suggested."""
    visitor.start()
    assert visitor.press().form().chosen == {}


def test_every_option_is_named_by_its_word(visitor: Visitor) -> None:
    """A label says "very important", not "4 of 5"."""
    visitor.start()
    visitor.press()
    assert '"i.box" value="4"><span>very important</span>' in visitor.reply.text


def test_progress_counts_statements(visitor: Visitor) -> None:
    """The page says how many of all statements are rated."""
    visitor.start()
    visitor.press()
    assert "0 of 6" in visitor.page.words
    assert "1 of 6" in visitor.rate().words


def test_cards_left_open_are_skipped(visitor: Visitor) -> None:
    """*Continue* without an answer stores that the card was shown and skipped."""
    visitor.start()
    visitor.press()
    visitor.press()
    assert visitor.response.ratings == {"box": Rating(outcome="box")}


def test_does_not_apply_wins_over_ratings(visitor: Visitor) -> None:
    """Without a script a card can be rated and not apply; then it does not apply."""
    visitor.start()
    visitor.press()
    visitor.press({"i.box": "3", "e.box": "4", "n.box": "1"})
    assert visitor.response.ratings == {"box": Rating(outcome="box", not_applicable=True)}


def test_a_half_rated_card_is_kept(visitor: Visitor) -> None:
    """One of the two answers is stored as it was given."""
    visitor.start()
    visitor.press()
    visitor.press({"i.box": "3"})
    assert visitor.response.ratings["box"] == Rating(outcome="box", importance=3)


def test_an_answer_can_be_cleared(visitor: Visitor) -> None:
    """The choice *clear* makes a rated question an open one."""
    visitor.start()
    visitor.press()
    visitor.rate("back")
    visitor.open(f"{visitor.address}/1")
    visitor.press({"i.box": "", "e.box": ""})
    assert visitor.response.ratings == {"box": Rating(outcome="box")}


def test_saving_a_page_twice_changes_nothing(visitor: Visitor, store: Store, wave: Wave) -> None:
    """A double tap on *Continue* stores one answer, and writes it once."""
    visitor.start()
    visitor.press()
    form = visitor.page.form()
    for _ in range(2):
        visitor.client.post(form.action, data={"i.box": "5", "e.box": "1"})
    assert store.version(wave.id).rows == len(store.ratings(wave.id)) == 1
    assert store.progress(wave.id) == Progress(1, 1, 0)


def test_enough_for_now_leads_to_the_thanks(visitor: Visitor) -> None:
    """Who stops early is thanked, and everything rated counts."""
    visitor.start()
    visitor.press()
    page = visitor.rate("enough")
    assert "You rated 1 of 6 statements. Everything you rated counts." in page.words
    assert not visitor.response.is_finished


def test_coming_back_resumes_at_the_first_unrated_page(visitor: Visitor) -> None:
    """The cookie leads to the first page with an unrated card."""
    visitor.start()
    visitor.press()
    visitor.rate("enough")
    visitor.open()
    assert visitor.path == f"{visitor.address}/2"


def test_a_rated_page_shows_what_was_given(visitor: Visitor) -> None:
    """Everything given so far is chosen when a page is opened again."""
    visitor.start()
    visitor.press()
    visitor.rate()
    assert visitor.open(f"{visitor.address}/1").form().chosen == {"i.box": "5", "e.box": "2"}


def test_a_reload_keeps_the_order_of_the_cards(visitor: Visitor) -> None:
    """The order within a page belongs to the response."""
    visitor.start()
    once = visitor.open(f"{visitor.address}/2").cards
    assert visitor.open(f"{visitor.address}/2").cards == once


def test_after_finishing_an_answer_can_be_changed(visitor: Visitor) -> None:
    """From the thanks one page can be opened, changed and saved, and leads back to the thanks."""
    page = visitor.rate_all()
    visitor.open(next(link for link in page.links if link.endswith("/1")))
    visitor.press({"e.box": "5"})
    assert visitor.path.endswith("/thanks")
    assert visitor.response.ratings["box"].experience == 5


def test_a_remark_is_kept_and_shown_again(visitor: Visitor, store: Store, wave: Wave) -> None:
    """What a respondent misses is stored with plain line ends and can be changed."""
    visitor.rate_all()
    visitor.press({"remark": " The price\r\nof <tape> "}, form="/thanks")
    assert [one.text for one in store.remarks(wave.id)] == ["The price\nof <tape>"]
    assert "of &lt;tape&gt;</textarea>" in visitor.reply.text


def test_one_card_can_be_saved_alone(visitor: Visitor) -> None:
    """The save of a single card is idempotent, answers 204, and leaves other cards alone."""
    visitor.start()
    card = visitor.page.form().action.removesuffix("about") + "card"
    for _ in range(2):
        reply = visitor.client.post(card, data={"outcome": "calm", "i.calm": "4", "e.calm": "3"})
        assert reply.status_code == 204
    assert visitor.response.ratings == {"calm": Rating(outcome="calm", importance=4, experience=3)}


def test_one_question_can_be_saved_alone(visitor: Visitor) -> None:
    """The save of one answer about the respondent is idempotent, answers 204, and leaves other answers alone."""
    visitor.start()
    question = visitor.page.form().action.removesuffix("about") + "question"
    for sent in ("q.solution=post", "q.haste=low", "q.haste=high", "q.haste=high", "q.solution="):
        assert visitor.client.post(question, content=sent, headers=FORM).status_code == 204
    assert visitor.response.profile == {"haste": "high"}


def test_nothing_can_be_saved_to_learn_whether_answers_are_taken(visitor: Visitor, store: Store, wave: Wave) -> None:
    """An empty save begins no response, and is refused as any other when the wave is paused."""
    visitor.start()
    question = visitor.page.form().action.removesuffix("about") + "question"
    assert visitor.client.post(question, content="", headers=FORM).status_code == 204
    assert store.progress(wave.id).joined == 0
    store.set_status(wave.id, "paused")
    assert visitor.client.post(question, content="", headers=FORM).status_code == 423


def test_each_card_is_kept_with_its_place_in_the_form(visitor: Visitor, store: Store, wave: Wave) -> None:
    """Positions count through all pages in the order in which this respondent saw the cards."""
    visitor.start()
    visitor.press()
    seen: list[str] = []
    while visitor.page.cards:
        seen += visitor.page.cards
        visitor.rate()
    cards = store.cards(wave.id).set_index("outcome")
    assert cards["position"].to_dict() == {card: place for place, card in enumerate(seen, start=1)}
    assert cards["seconds"].isna().all()


def test_a_card_saved_alone_may_tell_its_time(visitor: Visitor, store: Store, wave: Wave) -> None:
    """The seconds are kept, also after the page has been sent without them."""
    visitor.start()
    visitor.press()
    box = visitor.page.form().action
    for seconds in ("2.5", "7"):
        sent = {"outcome": "box", "e.box": "3", "t": seconds}
        assert visitor.client.post(box.removesuffix("1") + "card", data=sent).status_code == 204
    visitor.rate()
    assert store.cards(wave.id)[["position", "seconds"]].to_numpy().tolist() == [[1.0, 7.0]]
