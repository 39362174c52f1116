"""A real browser in front of Headway."""
