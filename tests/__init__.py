"""Everything that checks Headway; `python -m tests` runs it all."""
