"""The links to the results of a study, for tests that open them."""

from jtbd_core.contract import Store


def results_key(store: Store, study_id: str) -> str:
    """Return the key of the link that a study has from its first day, which shows all that viewers may see."""
    return store.results_links(study_id)[0].key
