"""ReadinessCheck: the questions that tell whether a project can be co-produced."""

from .course.guidance import judge
from .course.loading import load_course
from .course.questions import CheckResult
from .forms.drawing import draw_form
from .forms.drawn_check import drawn_readiness_check
from .forms.widget import Form


class ReadinessCheck(Form):
    """The readiness check of the course. Raises CourseError for a broken course.yml."""

    def __init__(self):
        course = load_course()
        self.check = course.readiness_check
        name = f"ReadinessCheck({len(self.check.questions)} questions)"
        super().__init__(draw_form(drawn_readiness_check(course)), name)

    @property
    def answers(self) -> dict[str, str]:
        """The answer id submitted for each question id; empty before the first submission."""
        return {
            question: answer for question, answers in self.responses.items() for answer in answers
        }

    @property
    def result(self) -> CheckResult | None:
        """What the check says of the answers submitted; None until all questions are answered."""
        asked = {question.id for question in self.check.questions}
        return judge(self.check, self.answers) if asked <= set(self.answers) else None
