"""What access.py draws: who may see and change a study, how long its answers are kept, and what was done to it."""
