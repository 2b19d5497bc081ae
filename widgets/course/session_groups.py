"""Which groups hold up a card, by how many sit in each: never one of fewer than five people."""

from dataclasses import dataclass

# Below it, an answer that a group shows would tell what one person thinks.
FLOOR = 5
LIVED_EXPERIENCE, CARERS, STAFF, MIXED = SEATS = ("lived_experience", "carers", "staff", "mixed")
TOGETHER, EVERYONE = "together", "everyone"
TABLES = ("table_1", "table_2", "table_3")
# Side by side in this order: staff are not first.
GROUPS = (LIVED_EXPERIENCE, CARERS, TOGETHER, STAFF, *TABLES, EVERYONE)


@dataclass(frozen=True)
class Need:
    """How many people must sit in some seats together, at least and at most."""

    seats: tuple[str, ...]
    least: int
    most: int | None = None


@dataclass(frozen=True)
class Arrangement:
    """The groups that hold up a card each, where all that they need is so."""

    id: str
    groups: tuple[str, ...]
    needs: tuple[Need, ...]


def _apart(*groups: tuple[str, ...]) -> tuple[Need, ...]:
    """Return what is needed for these to sit apart: enough in each, and nobody mixed."""
    return (*(Need(seats, FLOOR) for seats in groups), _none(MIXED))


def _none(seat: str) -> Need:
    return Need((seat,), 0, 0)


# The first that fits is taken.
ARRANGEMENTS = (
    Arrangement(
        "apart",
        (LIVED_EXPERIENCE, CARERS, STAFF),
        _apart((LIVED_EXPERIENCE,), (CARERS,), (STAFF,)),
    ),
    # Whoever is not there is not named.
    Arrangement(
        "two", (LIVED_EXPERIENCE, STAFF), (*_apart((LIVED_EXPERIENCE,), (STAFF,)), _none(CARERS))
    ),
    Arrangement("two", (CARERS, STAFF), (*_apart((CARERS,), (STAFF,)), _none(LIVED_EXPERIENCE))),
    Arrangement("beside", (TOGETHER, STAFF), _apart((LIVED_EXPERIENCE, CARERS), (STAFF,))),
    Arrangement("three_tables", TABLES, (Need(SEATS, 3 * FLOOR),)),
    Arrangement("two_tables", TABLES[:2], (Need(SEATS, 2 * FLOOR),)),
    Arrangement("one", (EVERYONE,), (Need(SEATS, FLOOR),)),
    Arrangement("none", (), (Need(SEATS, 1),)),
    Arrangement("unknown", (), ()),
)
