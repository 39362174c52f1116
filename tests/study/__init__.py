"""What a study is, and what may be done to it."""
