"""`coproduction check --update`, and that drift is noticed until it is run."""

import shutil
import subprocess

import ways_in
from broken import replace


def test_strict_nbval_notices_a_changed_option_until_the_notebooks_are_updated(
    updated_examples, tmp_path
):
    folder = tmp_path / "course"
    shutil.copytree(updated_examples.parent, folder)
    course_file = folder / "course.yml"
    update = [ways_in.BIN / "coproduction", "check", "--update"]
    compare = [ways_in.BIN / "pytest", "-p", "widgets.app", "-p", "no:cacheprovider", "--nbval"]
    # One of each is shown here.
    compare.append("notebooks/first.ipynb")

    def succeeds(command):
        return subprocess.run(command, cwd=folder, capture_output=True).returncode == 0

    assert succeeds(compare)
    replace(course_file, ("text: Consultation", "text: Asking"))
    assert not succeeds(compare)
    assert succeeds(update) and succeeds(compare)
