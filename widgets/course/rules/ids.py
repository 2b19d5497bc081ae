"""Ids and addresses: each its own, and none that the course keeps for itself."""

from collections.abc import Iterator

from ..faults import Finding
from ..lessons import PLAN, READINESS_CHECK
from ..plain import id_of, ids, mappings

# Addresses and folders that the servers and the build keep for themselves.
EMBED = "embed"
OWN_FOLDERS = {"api", EMBED, "join", "static", "voila"}
OWN_ADDRESSES = {
    *(OWN_FOLDERS - {EMBED}),
    *("404", "coach", "health", "index", "oembed", READINESS_CHECK, f"{READINESS_CHECK}-alone"),
}
RESERVED = {
    *OWN_ADDRESSES,
    *("about", "accessibility", "asked", EMBED, "glossary", "plan", "recall"),
}
FORMS = {"quizzes": "a quiz", "scenarios": "a scenario", "templates": "a template"}


def check_ids(data: object) -> Iterator[Finding]:
    """Yield every id and address that is taken."""
    yield from _ids(data)
    yield from _form_ids(data)
    yield from _addresses(data)


def _ids(data, path=()):
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _ids(value, (*path, name))
    elif isinstance(data, list):
        yield from _repeated_ids(data, path)
        for position, item in enumerate(data):
            yield from _ids(item, (*path, position))


def _repeated_ids(items, path):
    seen = set()
    for position, item in enumerate(items):
        identity = id_of(item)
        if identity is not None and identity in seen:
            place = (*path, position, "id")
            yield Finding(place, "an id of its own", f"'{identity}' again", "choose another id")
        seen.add(identity)


def _form_ids(data):
    taken = {READINESS_CHECK: "the id of the readiness check", PLAN: "the id of the plan"}
    for name, kind in FORMS.items():
        for path, form in mappings(data, name):
            identity = id_of(form)
            if identity in taken:
                found = f"'{identity}', {taken[identity]}"
                yield Finding((*path, "id"), "an id that is free", found, "choose another id")
        taken |= dict.fromkeys(ids(data, name), f"the id of {kind}")


def _addresses(data):
    for path, module in mappings(data, "modules"):
        identity = id_of(module)
        if identity in RESERVED:
            found = f"'{identity}', an address of the course's own"
            yield Finding((*path, "id"), "an id that is free", found, "choose another id")
    taken = {*OWN_ADDRESSES, *ids(data, "modules")}
    for path, page in mappings(data, "pages"):
        address = page.get("address")
        if isinstance(address, str):
            folder, below, _ = address.partition("/")
            if address in taken or (below and folder in OWN_FOLDERS):
                place, cure = (*path, "address"), "choose another address"
                yield Finding(place, "an address that is free", f"'{address}'", cure)
            taken.add(address)
