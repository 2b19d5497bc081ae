"""Tables that a browser can look up: what a function says of every value of what it rests on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

Outcome = tuple[str, ...]
# Each row is one character, counted from this one: none that follows it needs care in HTML.
FIRST = ord("@")


@dataclass(frozen=True)
class Table:
    """What is said, by the number of the row; of what it rests on, the last runs fastest."""

    name: str
    of: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    rows: str


@dataclass
class Tables:
    """Tables in the order in which they are looked up: one may rest on those before it.

    What it all rests on are questions: of one answer, none being the last, or of any number of
    ticks, each counting as a bit.
    """

    one_of: Mapping[str, list[str]]
    any_of: Mapping[str, list[str]]
    tables: list[Table] = field(default_factory=list)

    def add(self, name: str, of: Iterable[str], function: Callable[..., Iterable[str]]) -> None:
        """Add a table of what a function says, given each answer, set of ticks or outcome."""
        of = tuple(of)
        said = [tuple(function(*values)) for values in product(*map(self._values, of))]
        outcomes = tuple(dict.fromkeys(said))
        number = {outcome: chr(FIRST + position) for position, outcome in enumerate(outcomes)}
        self.tables.append(Table(name, of, outcomes, "".join(number[each] for each in said)))

    def look_up(self, answers: Mapping[str, str | frozenset[str]]) -> dict[str, Outcome]:
        """Return what each table says of answers, by its name, as a browser finds it."""
        position = {asked: self._position(asked, answers.get(asked, "")) for asked in self._asked}
        found = {}
        for table in self.tables:
            row = 0
            for name in table.of:
                row = row * len(self._values(name)) + position[name]
            position[table.name] = ord(table.rows[row]) - FIRST
            found[table.name] = table.outcomes[position[table.name]]
        return found

    def compiled(self) -> dict:
        """Return the tables for the browser."""
        tables = [
            {"name": t.name, "of": t.of, "rows": t.rows, "outcomes": t.outcomes}
            for t in self.tables
        ]
        return {"one_of": self.one_of, "any_of": self.any_of, "tables": tables}

    @property
    def texts(self) -> set[str]:
        """Everything that a table may say."""
        return {text for table in self.tables for said in table.outcomes for text in said}

    @property
    def _asked(self):
        return (*self.one_of, *self.any_of)

    def _values(self, name):
        if name in self.one_of:
            return [*self.one_of[name], ""]
        if name in self.any_of:
            return _subsets(self.any_of[name])
        return next(table.outcomes for table in self.tables if table.name == name)

    def _position(self, asked, answer):
        if asked in self.one_of:
            options = self.one_of[asked]
            return options.index(answer) if answer in options else len(options)
        return sum(1 << n for n, option in enumerate(self.any_of[asked]) if option in answer)


def _subsets(options):
    """Return every set of ticks, by the number whose bits they are."""
    return [
        frozenset(option for n, option in enumerate(options) if number >> n & 1)
        for number in range(1 << len(options))
    ]
