"""Databases of all schemas, each written by the code of its time and zipped with the points that it scored then.

The numbers that are missing are schemas that no commit had whose migrations are still those of today. After a new
migration, `python -m tests.store.old` adds the database of the schema of today.
"""

from pathlib import Path

FOLDER = Path(__file__).parent
POINTS = ["n", "importance", "satisfaction", "opportunity", "value_wanted", "share_short"]
ANCHORS = {"time": 4, "on-time": 3, "undamaged": 3}
