"""What leads a learner on: their own project in every lesson, and questions to come back to."""

from widgets.course.lessons import PLAN


def test_a_learner_may_name_a_project_and_meet_it_in_every_lesson(course):
    for module in course.modules[1:]:
        forms = [quiz for quiz in course.quizzes if quiz.id in module.forms]
        forms += [course.plan] if PLAN in module.forms else []
        places = [p for form in forms for question in form.questions for p in question.looks_back]
        assert "your-work/work-name" in places, module.id
    assert "your-work/work-name" in course.readiness_check.looks_back


def test_three_sets_wait_after_a_week_a_month_and_three_months(course):
    assert [(item.page, item.days) for item in course.reminders] == [
        ("recall/1", 7),
        ("recall/2", 30),
        ("recall/3", 91),
    ]
    asked = [question.in_full for quiz in course.quizzes for question in quiz.questions]
    assert len(set(asked)) == len(asked)
