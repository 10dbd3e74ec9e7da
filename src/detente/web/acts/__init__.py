"""What a form of a page can do; each answers by leading back to a page."""
