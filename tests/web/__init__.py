"""Routes that are not the form."""
