"""Receipts: with the code of a receipt, a respondent sees and deletes their response at any time."""

from starlette.requests import Request
from starlette.responses import Response as Reply

from jtbd_core.access import receipt_digests
from jtbd_core.contract import Store
from jtbd_core.errors import NotFound
from jtbd_core.form.acknowledgement import Acknowledgement
from jtbd_core.form.fields import Fields
from jtbd_core.form.languages import FIELD, language_choice, settle_language
from jtbd_core.form.screens import kept_until, say, screen
from jtbd_core.form.texts import text
from jtbd_core.form.throttle import Throttle
from jtbd_core.form.visit import root
from jtbd_core.live.group_means import GroupMeans
from jtbd_core.store.kept_backups import keeps_backups
from jtbd_core.study.translation import in_language
from jtbd_core.wave import Response
from jtbd_core.web.client import client


class Receipts:
    """Shows and deletes responses by receipt code, which travels in the body of a post, never in an address."""

    def __init__(self, store: Store, means: GroupMeans, throttle: Throttle) -> None:
        self._store = store
        self._throttle = throttle
        self._means = means

    def ask(self, request: Request) -> Reply:
        """Show the page that asks for a receipt code."""
        return screen(request, "receipt.html", code="", message="")

    def show(self, request: Request, sent: Fields) -> Acknowledgement:
        """Show the response of a receipt code."""
        settle_language(request, sent=sent.get(FIELD, ""))
        return Acknowledgement(self._with_response(request, sent, ""))

    def delete(self, request: Request, sent: Fields) -> Acknowledgement:
        """Delete the response of a receipt code, if the box that confirms it is ticked."""
        return Acknowledgement(self._deleted(request, sent))

    def _deleted(self, request: Request, sent: Fields) -> Reply:
        settle_language(request, sent=sent.get(FIELD, ""))
        if sent.get("sure") != "1":
            return self._with_response(request, sent, say(request, "delete_unsure"))
        try:
            self._store.delete_response(self._found(request, sent).id)
        except NotFound:
            return _unknown(request, sent)
        return screen(request, "notice.html", title=say(request, "deleted_title"), message=self._what_stays(request))

    def _what_stays(self, request: Request) -> str:
        """Return in words where answers that were deleted stay readable, and for how long."""
        file = "deleted_file" if self._store.is_alone else "deleted_database"
        backups = "deleted_daily" if keeps_backups() else "deleted_backups"
        return " ".join(say(request, key) for key in ("deleted", file, backups, "deleted_close"))

    def _with_response(self, request: Request, sent: Fields, message: str) -> Reply:
        try:
            response = self._found(request, sent)
        except NotFound:
            return _unknown(request, sent)
        return self._answers(request, sent, response, message)

    def _found(self, request: Request, sent: Fields) -> Response:
        code = sent.get("code", "")
        if not any(receipt_digests(code)):  # a typo, not a guess: no receipt has such a code
            raise NotFound(text("en", "receipt_unknown"))
        with self._throttle.guess(client(request)):
            return self._store.response_by_receipt(code)

    def _answers(self, request: Request, sent: Fields, response: Response, message: str) -> Reply:
        wave = self._store.wave(response.wave_id)
        study = self._store.study(wave.study_id).study
        settle_language(request, study, sent.get(FIELD, ""))
        return screen(
            request,
            "answers.html",
            422 if message else 200,
            code=sent.get("code", ""),
            message=message,
            here=f"{root(request)}/r/receipt",
            study=in_language(study, language_choice(request).language),
            response=response,
            kept=kept_until(request, wave),
            differences=self._means.differences(wave, response),
        )


def _unknown(request: Request, sent: Fields) -> Reply:
    typed = sent.get("code", "")[:40]
    return screen(request, "receipt.html", 404, code=typed, message=say(request, "receipt_unknown"))
