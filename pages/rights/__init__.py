"""What access.py draws: who may see and change a study, and what was done to it."""
