"""A sample of broken courses; `mutate_course.py` breaks a thousand others."""

from mutate_course import COUNT, check_broken

# Each is of no seed that stands there.
SEEDS = range(COUNT, COUNT + 150)


def test_a_broken_course_is_told_of_by_file_and_line_or_it_works(tmp_path):
    seen = check_broken(tmp_path, SEEDS)
    # Of most of what may be broken an author is told.
    assert seen.told > seen.sound > 10
