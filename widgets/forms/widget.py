"""Form: the one widget with JavaScript behind it."""

from collections.abc import Callable

import anywidget
from traitlets import Unicode

from .assets import style_sheet, widget_module

Response = frozenset[str] | str


class Form(anywidget.AnyWidget):
    """HTML that Python drew and the browser wakes; it works on without a kernel.

    A kernel that is there is told of each submission, and again each time the form is drawn.
    """

    _esm = widget_module()
    _css = style_sheet()
    # Questions whose answers stay in the browser, whatever is sent.
    never_told: frozenset[str] = frozenset()
    html = Unicode(help="What the form shows.").tag(sync=True)

    def __init__(self, html: str, name: str, module: str | None = None):
        if module:
            # What anywidget finds here it makes the widget's own, in place of the class's.
            self._esm = module
        self._name = name
        self._listeners: list[Callable[[dict[str, Response]], None]] = []
        # Not a trait: a synced one would be saved into the notebook file.
        self.responses: dict[str, Response] = {}
        super().__init__(html=html)
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

    def __repr__(self):
        return self._name

    def _repr_mimebundle_(self, **kwargs):
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return data | {"text/html": self.html}, metadata


def _is_response(value):
    """Return whether a value is written text or a list of option ids."""
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(each, str) for each in value)
    )


def _response(value):
    return value if isinstance(value, str) else frozenset(value)
