"""Saying whose device it is without an answer first, which is when a page asks."""

KEEPERS = {"yes": "localStorage", "no": "sessionStorage"}


def say_own_device(page, answer="yes"):
    """Leave in the browser what the buttons would: what is answered from now on is kept so."""
    page.evaluate(f"{KEEPERS[answer]}.setItem('coproduction/own-device', '{answer}')")
