"""Phones in the room, over HTTP: what phones, hosts and the projector get, and what is refused."""
