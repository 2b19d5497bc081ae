"""Finding one's way through plain values from course.yml, whatever shape they are in."""

from collections.abc import Iterator


def parts(data: object, *names: str, path: tuple = ()) -> Iterator[tuple[tuple, dict]]:
    """Yield each mapping reached by the names, through lists, with its path."""
    if isinstance(data, list):
        for position, item in enumerate(data):
            if isinstance(item, dict):
                yield from parts(item, *names, path=(*path, position))
    elif isinstance(data, dict):
        if not names:
            yield path, data
        else:
            yield from parts(data.get(names[0]), *names[1:], path=(*path, names[0]))


def texts(part: dict, name: str) -> list[tuple[int, str]]:
    """Return the texts of a list, with their positions."""
    items = enumerate(as_list(part.get(name)))
    return [(position, item) for position, item in items if isinstance(item, str)]


def ids(data: object, *names: str) -> list[str]:
    """Return the ids of the parts reached by the names."""
    found = (id_of(part) for _, part in parts(data, *names))
    return [identity for identity in found if identity is not None]


def id_of(part: object) -> str | None:
    """Return the id of a part, None where it has none that is text."""
    identity = part.get("id") if isinstance(part, dict) else None
    return identity if isinstance(identity, str) else None


def as_list(value: object) -> list:
    """Return a list as it is and anything else as an empty one."""
    return value if isinstance(value, list) else []
