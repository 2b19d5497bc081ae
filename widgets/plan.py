"""Plan: the learner's commitments, with what their latest check came to."""

from .course.loading import load_course
from .forms.assets import check_module
from .forms.plan.plan import commitments
from .forms.widget import Form
from .forms.workbook.workbook import draw_plan_workbook


class Plan(Form):
    """The plan by itself. Raises CourseError for a broken course."""

    def __init__(self):
        course = load_course()
        self._plan = course.plan
        name = f"Plan({self._plan.most} commitments at most)"
        super().__init__(draw_plan_workbook(course), name, check_module())

    @property
    def plan(self) -> list[dict[str, str]]:
        """The commitments saved, as `ReadinessCheck.plan` has them."""
        return commitments(self._plan, self.responses)
