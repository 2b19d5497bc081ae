"""ReadinessCheck: the questions that tell whether a project can be co-produced, and the plan."""

from .course.guidance import is_asked, judge
from .course.loading import load_course
from .course.readiness import SEAT, CheckResult
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
        super().__init__(show("ReadinessCheck", course), check_module())

    @property
    def answers(self) -> dict[str, str]:
        """The answer id submitted for each question id; empty before the first submission.

        Holds questions, considerations and, where they are asked, facts. Ticks and written words
        are in `responses`, by ids such as `power-evidence` and `power-words`.
        """
        given = {
            asked.id: answer.id
            for asked in self.check.asked
            for answer in self.check.answers_to(asked)
            if self.responses.get(asked.id) == {answer.id}
        }
        return {name: given[name] for name in given if is_asked(self.check, name, given)}

    @property
    def result(self) -> CheckResult | None:
        """What the check says of the answers submitted; None until all questions are answered."""
        answers = self.answers
        asked = {each.id for each in self.check.asked if is_asked(self.check, each.id, answers)}
        return judge(self.check, answers) if asked <= set(answers) else None

    @property
    def plan(self) -> list[dict[str, str]]:
        """The commitments saved, each with what was written or chosen; [] without one.

        By the ids of the plan's questions; `by` is a day as YYYY-MM-DD.
        """
        return commitments(self._plan, self.responses)
