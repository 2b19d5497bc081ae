"""Plan: the learner's commitments, with what their latest check came to."""

from .course.loading import load_course
from .forms.assets import check_module
from .forms.plan.plan import commitments
from .forms.shows import show
from .forms.widget import Form


class Plan(Form):
    """The plan by itself. Raises CourseError for a broken course."""

    def __init__(self):
        course = load_course()
        self._plan = course.plan
        super().__init__(show("Plan", course), check_module())

    @property
    def plan(self) -> list[dict[str, str]]:
        """The commitments saved, as `ReadinessCheck.plan` has them."""
        return commitments(self._plan, self.responses)
