"""A sample of broken courses; `mutate_course.py` breaks a thousand others."""

from concurrent.futures import ThreadPoolExecutor

from mutate_course import COUNT, check_broken

# Each is of no seed that stands there.
SEEDS = range(COUNT, COUNT + 150)


def test_a_broken_course_is_told_of_by_file_and_line_or_it_works(tmp_path):
    # Where a browser is open, this thread has a loop already.
    with ThreadPoolExecutor(1) as pool:
        seen = pool.submit(check_broken, tmp_path, SEEDS).result()
    # Of most of what may be broken an author is told.
    assert seen.told > seen.sound > 10
