"""How statements are worded."""
