"""What an author is told beyond the shape of things: each module holds rules of one sort.

Every rule reads the plain values, so that a broken one hides no fault elsewhere.
"""

from collections.abc import Iterator

from ..faults import Finding
from .dates import check_dates
from .ids import check_ids
from .plan import check_plan
from .questions import check_questions
from .readiness import check_readiness
from .references import check_references
from .sessions import check_sessions
from .templates import check_templates
from .vignettes import check_vignettes
from .words import check_words

RULES = (
    check_ids,
    check_references,
    check_dates,
    check_words,
    check_questions,
    check_readiness,
    check_plan,
    check_sessions,
    check_templates,
    check_vignettes,
)


def check_rules(data: object) -> Iterator[Finding]:
    """Yield everything that the plain values of a course break."""
    for rule in RULES:
        yield from rule(data)
