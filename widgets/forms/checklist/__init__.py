"""Questions to tick, to make a list of one's own."""
