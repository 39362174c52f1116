"""Routes that are not the form: the sign-in link; and what every page of ours answers with."""
