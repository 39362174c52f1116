"""Reading a page as a person does: its words, and its forms with what is chosen in them."""

from html.parser import HTMLParser
from typing import NamedTuple


class Form(NamedTuple):
    """One form of a page: where it goes, the values each field can have, and those that are chosen now."""

    action: str
    choices: dict[str, set[str]]
    chosen: dict[str, str]


class Page(HTMLParser):
    """The words and the forms of one HTML page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.headings: list[str] = []
        self._words: list[str] = []
        self._tag = ""
        self.feed(html)
        self.words = " ".join(" ".join(self._words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a form, a field or a link."""
        self._tag = tag
        about = dict(attrs)
        if tag == "form":
            self.forms.append(Form(about["action"].partition("#")[0], {}, {}))
        elif tag == "a":
            self.links.append(about["href"])
        elif tag in ("input", "button", "textarea") and self.forms and about.get("name"):
            self._note(tag, about)

    def _note(self, tag: str, about: dict[str, str | None]) -> None:
        form, name, value = self.forms[-1], about["name"], about.get("value", "")
        form.choices.setdefault(name, set()).add(value)
        if "checked" in about or about.get("type") == "hidden" or (about.get("inputmode") == "numeric" and value):
            form.chosen[name] = value

    def handle_data(self, data: str) -> None:
        """Take note of words."""
        self._words.append(data)
        if self._tag in ("h1", "h2") and data.strip():
            self.headings.append(data.strip())

    def form(self, ending: str = "") -> Form:
        """Return the first form whose action ends so."""
        return next(form for form in self.forms if form.action.endswith(ending))

    @property
    def cards(self) -> list[str]:
        """The outcome ids of the cards shown, in order."""
        return [name[2:] for name in self.form().choices if name.startswith("e.")]
