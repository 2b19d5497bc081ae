"""Shown and Form: HTML that Python drew and the browser wakes, with or without a kernel."""

from collections.abc import Callable

import anywidget
from ipywidgets import Layout, Widget, widget_serialization
from traitlets import Instance, Unicode

from .assets import style_sheet, widget_loader, widget_module
from .shows import Showing

Response = frozenset[str] | str


class Shared(Widget):
    """The script and the style sheet of a notebook's widgets, so that each is there once."""

    script = Unicode(help="The module that draws and wakes.").tag(sync=True)
    style = Unicode(help="The style sheet.").tag(sync=True)

    def __init__(self, **names):
        super().__init__(**names)
        # Nobody lays our widgets out: one layout does for all, where each would save its own.
        self.layout = Layout()


class Shown(anywidget.AnyWidget):
    """HTML to be read, which asks nothing."""

    _esm = widget_loader()
    html = Unicode(help="What is shown.").tag(sync=True)
    shared = Instance(Shared, help="What it is woken with.").tag(sync=True, **widget_serialization)

    def __init__(self, showing: Showing, script: str | None = None):
        self._name, self._woken = showing.name, showing.woken
        shared = _shared(script or widget_module())
        super().__init__(html=showing.html, shared=shared, layout=shared.layout)

    def __repr__(self):
        return self._name

    def _repr_mimebundle_(self, **kwargs):
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return data | self._woken | {"text/html": self.html}, metadata


class Form(Shown):
    """Questions to answer.

    A kernel that is there is told of each submission, and again each time the form is drawn.
    """

    # Questions whose answers stay in the browser, whatever is sent.
    never_told: frozenset[str] = frozenset()

    def __init__(self, showing: Showing, script: str | None = None):
        self._listeners: list[Callable[[dict[str, Response]], None]] = []
        # Not a trait: a synced one would be saved into the notebook file.
        self.responses: dict[str, Response] = {}
        super().__init__(showing, script)
        self.on_msg(self._receive)

    def on_submission(self, listener: Callable[[dict[str, Response]], None]) -> None:
        """Call a function with the responses by question id, each time some are submitted.

        A response is the set of chosen option ids, or the text that was written.
        """
        self._listeners.append(listener)

    def _receive(self, _widget, content, _buffers):
        sent = content.get("responses") if isinstance(content, dict) else None
        if not isinstance(sent, dict):
            return
        known = {name: value for name, value in sent.items() if name not in self.never_told}
        responses = {name: _response(value) for name, value in known.items() if _is_response(value)}
        self.responses |= responses
        for listener in self._listeners:
            listener(responses)


_in_use: dict[str, Shared] = {}


def _shared(script):
    """Return what a script's widgets share: made once, and anew when it has been closed."""
    if script not in _in_use or _in_use[script].comm is None:
        _in_use[script] = Shared(script=script, style=style_sheet())
    return _in_use[script]


def _is_response(value):
    """Return whether a value is written text or a list of option ids."""
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(each, str) for each in value)
    )


def _response(value):
    return value if isinstance(value, str) else frozenset(value)
