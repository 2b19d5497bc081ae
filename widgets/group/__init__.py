"""A session with phones: groups answer apart, and what shows is the gap between them."""
