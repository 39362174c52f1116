"""The links to the results of studies."""

from typing import Protocol

from jtbd_core.study.results_link import LinkSettings, ResultsLink


class ResultsLinks(Protocol):
    """The links to the results of studies; each study has one from its first day."""

    def results_links(self, study_id: str) -> list[ResultsLink]:
        """Return the links of a study, revoked ones too, the first made first."""
        ...

    def results_link(self, key: str) -> ResultsLink:
        """Return the link that has this key, revoked or expired ones too; made-up keys cost no query."""
        ...

    def add_results_link(self, study_id: str, settings: LinkSettings) -> ResultsLink:
        """Add a link with a new key to a study; `Refused` if the study has `MOST_LINKS`."""
        ...

    def change_results_link(self, link_id: str, settings: LinkSettings) -> None:
        """Replace the settings of a link; its key stays. One that is revoked is `NotFound`."""
        ...

    def revoke_results_link(self, link_id: str) -> None:
        """End a link for good; idempotent."""
        ...

    def note_use(self, link: ResultsLink) -> None:
        """Note that a link was used today, unless it is noted already."""
        ...
