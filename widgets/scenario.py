"""Scenario: a story of course.yml in which the learner decides what happens."""

from .course.loading import load_course
from .forms.shows import show
from .forms.widget import Form


class Scenario(Form):
    """A scenario of the course, by its id.

    Raises LookupError for an id that the course does not have, CourseError for a broken course.
    """

    def __init__(self, scenario_id: str):
        course = load_course()
        self.scenario = course.scenario(scenario_id)
        super().__init__(show("Scenario", course, scenario_id))
