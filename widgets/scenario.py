"""Scenario: a story of course.yml in which the learner decides what happens."""

from .course.loading import load_course
from .forms.drawing import draw_form
from .forms.scenario.scenario import drawn_scenario
from .forms.widget import Form


class Scenario(Form):
    """A scenario of the course, by its id.

    Raises LookupError for an id that the course does not have, CourseError for a broken course.
    """

    def __init__(self, scenario_id: str):
        course = load_course()
        self.scenario = course.scenario(scenario_id)
        count = len(self.scenario.decisions)
        name = f"Scenario({scenario_id!r}, {count} decisions)"
        super().__init__(draw_form(drawn_scenario(course, self.scenario)), name)
