"""Quiz: the questions of one quiz in course.yml, each checked by itself."""

from .course.loading import load_course
from .course.marking import Outcome, mark
from .forms.shows import show
from .forms.widget import Form


class Quiz(Form):
    """A quiz of the course, by its id.

    Raises LookupError for an id that the course does not have, CourseError for a broken course.
    """

    def __init__(self, quiz_id: str):
        course = load_course()
        self.quiz = course.quiz(quiz_id)
        super().__init__(show("Quiz", course, quiz_id))

    @property
    def outcomes(self) -> dict[str, Outcome]:
        """What each response submitted so far is worth, by question id."""
        return {
            question.id: mark(question, self.responses[question.id])
            for question in self.quiz.questions
            if question.id in self.responses
        }
