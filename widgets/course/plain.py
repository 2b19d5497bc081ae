"""Finding one's way through the plain values of a course, whatever shape they are in."""

from collections.abc import Iterator


def mappings(data: object, *names: str, path: tuple = ()) -> Iterator[tuple[tuple, dict]]:
    """Yield each mapping reached by the names, through lists, with its path."""
    if isinstance(data, list):
        for position, item in enumerate(data):
            if isinstance(item, dict):
                yield from mappings(item, *names, path=(*path, position))
    elif isinstance(data, dict):
        if not names:
            yield path, data
        else:
            yield from mappings(data.get(names[0]), *names[1:], path=(*path, names[0]))


def texts(mapping: dict, name: str) -> list[tuple[int, str]]:
    """Return the texts of a list, with their positions."""
    items = enumerate(as_list(mapping.get(name)))
    return [(position, item) for position, item in items if isinstance(item, str)]


def ids(data: object, *names: str) -> list[str]:
    """Return the ids of the mappings reached by the names."""
    found = (id_of(mapping) for _, mapping in mappings(data, *names))
    return [identity for identity in found if identity is not None]


def id_of(item: object) -> str | None:
    """Return the id of an item, None where it has none that is text."""
    identity = item.get("id") if isinstance(item, dict) else None
    return identity if isinstance(identity, str) else None


def as_list(value: object) -> list:
    """Return a list as it is and anything else as an empty one."""
    return value if isinstance(value, list) else []
