"""What a template must keep to: no two of its answers are kept in one place."""

import re
from collections.abc import Iterator

from ..faults import Finding
from ..plain import id_of, ids, mappings


def check_templates(data: object) -> Iterator[Finding]:
    """Yield each question by an id that another has, or an entry's question with its number."""
    for path, template in mappings(data, "templates"):
        seen = ids(template, "questions")
        for name in ("questions", "closing"):
            for place, question in mappings(template, name, path=path):
                identity, cure = id_of(question) or "", "choose another id"
                if name == "closing" and identity in seen:
                    found = f"'{identity}' again"
                    yield Finding((*place, "id"), "an id of its own", found, cure)
                elif _is_of_an_entry(identity, ids(template, "rows", "questions")):
                    found = f"'{identity}', which an entry has"
                    yield Finding((*place, "id"), "an id of its own", found, cure)


def _is_of_an_entry(identity, repeated):
    name = re.sub(r"-\d+$", "", identity)
    return name != identity and name in repeated
