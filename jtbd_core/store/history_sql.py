"""The SQL of what can be undone in a draft.

A row of `edit` is a change; its document is the draft before it or, once it is undone, after it.
"""

EDIT_TABLE = """CREATE TABLE edit (
    study_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    what TEXT NOT NULL,
    field TEXT NOT NULL,
    is_undone BOOLEAN NOT NULL,
    document TEXT NOT NULL)"""

EDITS = "SELECT number, what, field, is_undone FROM edit WHERE study_id = $1 ORDER BY number"
DOCUMENT_OF_EDIT = "SELECT document FROM edit WHERE study_id = $1 AND number = $2"
DOCUMENT = "SELECT document FROM study WHERE id = $1"
ADD_EDIT = """INSERT INTO edit (study_id, number, what, field, is_undone, document)
    SELECT id, $2, $3, $4, false, document FROM study WHERE id = $1"""
TURN_EDIT = "UPDATE edit SET document = $3, is_undone = $4 WHERE study_id = $1 AND number = $2"
LEAVE_FIELD = "UPDATE edit SET field = '' WHERE study_id = $1 AND field <> ''"
FORGET_UNDONE = "DELETE FROM edit WHERE study_id = $1 AND is_undone"
FORGET_OLDEST = "DELETE FROM edit WHERE study_id = $1 AND number <= $2"
FORGET_EDITS = "DELETE FROM edit WHERE study_id = $1"
