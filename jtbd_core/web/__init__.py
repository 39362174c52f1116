"""Routes that are not the form, such as the sign-in link, and the headers and the origin check of all routes."""
