"""The words around a template to fill in."""

from .values import Strict, Text


class TemplateWords(Strict):
    """What stands around the blanks of a template."""

    why: Text
    entry: Text
    take_out: Text
    taken_out: Text
    take_why: Text
    made: Text
