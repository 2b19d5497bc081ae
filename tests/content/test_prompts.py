"""What coaches and reviewers are given: something for each story."""

from texts import prose_of

from widgets.course.loading import load_course

COURSE = load_course()


def test_the_review_pack_has_a_sheet_for_each_story(course_file):
    said = " ".join(prose_of(course_file, "review-pack.ipynb"))
    for scenario in COURSE.scenarios:
        assert f"‘{scenario.title}’" in said


def test_the_coach_prompts_begin_with_each_storys_title(course_file):
    prompts = prose_of(course_file, "coach/reference.ipynb")
    for scenario in COURSE.scenarios:
        begun = [prompt for prompt in prompts if prompt.startswith(f"{scenario.title}. ")]
        assert len(begun) == 1, scenario.title
