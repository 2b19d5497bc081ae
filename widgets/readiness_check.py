"""ReadinessCheck: three questions that tell whether work can be co-produced, and the plan."""

from .course.check_tables import check_tables
from .course.guidance import CheckResult, judge
from .course.loading import load_course
from .course.readiness import SEAT
from .forms.assets import check_module
from .forms.plan.plan import commitments
from .forms.shows import show
from .forms.widget import Form


class ReadinessCheck(Form):
    """The readiness check of the course, with the plan that may follow it.

    What is submitted is told when the form is drawn and at each submission; until then there is
    nothing. How someone takes part in the project is never told.

    Raises CourseError for a broken course.
    """

    never_told = frozenset({SEAT})

    def __init__(self):
        course = load_course()
        self.check, self._plan = course.readiness_check, course.plan
        self._tables = check_tables(self.check)
        super().__init__(show("ReadinessCheck", course), check_module())

    @property
    def answers(self) -> dict[str, str]:
        """The answer id submitted for each question id; empty before the first submission.

        Holds what has one answer. Ticks and written words are in `responses`, by ids such as
        `all-stages-evidence` and `power-words`.
        """
        one_of = self._tables.one_of
        chosen = {asked: self.responses.get(asked, frozenset()) for asked in one_of}
        return {
            asked: answer
            for asked in one_of
            for answer in one_of[asked]
            if chosen[asked] == {answer}
        }

    @property
    def result(self) -> CheckResult | None:
        """What the check says of what was submitted; None until the three are answered."""
        ticked = {asked: self.responses.get(asked, frozenset()) for asked in self._tables.any_of}
        return judge(self.check, ticked | self.answers)

    @property
    def plan(self) -> list[dict[str, str]]:
        """The commitments saved, each with what was written or chosen; [] without one.

        By the ids of the plan's questions; `by` is a day as YYYY-MM-DD.
        """
        return commitments(self._plan, self.responses)
