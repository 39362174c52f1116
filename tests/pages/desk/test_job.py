"""The job and what introduces the study, edited in place."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import StudyRecord
from tests.pages.desk.draft import typed


def test_job_executor_and_title_are_edited_in_place(page: AppTest, store: Store, record: StudyRecord) -> None:
    """What is typed is saved at once."""
    typed(page, "field-job", "Send a parcel")
    typed(page, "field-executor", "A shop owner")
    typed(page, "field-title", "Couriers")
    study = store.study(record.id).study
    assert (study.job, study.executor, study.title) == ("Send a parcel", "A shop owner", "Couriers")
