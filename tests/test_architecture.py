"""Arrows between folders point one way, and what one folder is for stays in it."""

import ast
import re
from pathlib import Path

import pytest
import scripts

REPOSITORY = Path(__file__).parents[1]
PACKAGE = REPOSITORY / "widgets"
# From the bottom up: each may import what stands before it.
LAYERS = ("course", "forms", "shown", "pages", "group", "exports", "app")
# What forms are made with stands beside them.
BESIDE_FORMS = {"memory", "files"}
SHOWN = {
    *("quiz", "scenario", "readiness_check", "plan", "navigation", "reading", "reminders"),
    *("certificate", "change", "checklist", "embeds", "session", "template"),
}
ONLY_IN = {
    "anywidget": "forms/widget.py",
    "jupyterlab": "app/lab/lab.py",
    "nbclient": "app/execution.py",
    "docx": "files/word.py",
    "fastjsonschema": "course/rules/notebook_shape.py",
    "icalendar": "files/calendar_file.py",
    "segno": "app/addresses.py",
    "sqlalchemy": "group/store/",
    "mistune": "course/prose.py",
    "voila": "app/rendering.py",
    "yaml": "course/reader.py",
}
JUPYTER = {
    "IPython",
    "anywidget",
    "ipywidgets",
    "jupyter_core",
    "nbclient",
    "nbformat",
    "traitlets",
}
FILES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
SCRIPTS = scripts.sources()
# The same for scripts, by folder.
MAY_IMPORT = {"memory": {"memory"}, "files": {"files"}}
MAY_IMPORT["forms"] = {"memory", "files", "forms"}
MAY_IMPORT["pages"] = {"forms", "memory", "pages"}
MAY_IMPORT["lab_extension"] = {"memory", "forms", "lab_extension"}
MAY_IMPORT["group"] = {"memory", "files", "forms", "group"}
MAY_IMPORT["exports"] = {"memory", "forms", "exports"}


def imported(file):
    """Return the dotted names a file imports, its own package's in full."""
    tree = ast.parse((PACKAGE / file).read_text(encoding="utf-8"))
    package = ["widgets", *Path(file).parent.parts]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            yield ".".join([*above, *filter(None, [node.module])])


def layer(dotted):
    """Return the layer of a module of this package."""
    name = dotted.removeprefix("widgets").strip(".").split(".")[0]
    if name in BESIDE_FORMS:
        return "forms"
    return "shown" if name in SHOWN or not name else name


def imported_of_ours(file):
    return [name for name in imported(file) if name.split(".")[0] == "widgets"]


def folder_of(script):
    return script.relative_to(PACKAGE).parts[0]


@pytest.mark.parametrize("file", [*filter(imported_of_ours, FILES)])
def test_arrows_point_down(file):
    own = layer("widgets." + file.removesuffix(".py").replace("/", ".").removesuffix(".__init__"))
    own = "shown" if file == "__init__.py" else own
    for name in imported_of_ours(file):
        assert LAYERS.index(layer(name)) <= LAYERS.index(own), f"{file} imports {name}"


@pytest.mark.parametrize(("library", "place"), ONLY_IN.items())
def test_a_library_is_imported_in_one_place(library, place):
    importers = [file for file in FILES if library in {n.split(".")[0] for n in imported(file)}]
    is_folder = place.endswith("/")
    assert {f"{Path(file).parent}/" if is_folder else file for file in importers} == {place}


def test_the_course_knows_nothing_of_jupyter():
    for file in FILES:
        if file.startswith("course/"):
            assert not JUPYTER & {name.split(".")[0] for name in imported(file)}, file


def test_only_the_app_knows_servers():
    for file in FILES:
        if not file.startswith("app/"):
            roots = {name.split(".")[0] for name in imported(file)}
            assert not {"voila", "jupyterlab", "tornado", "nbclient"} & roots, file


def test_no_sentence_lives_in_javascript():
    for script in SCRIPTS:
        text = re.sub(r"/\*.*?\*/", "", script.read_text(encoding="utf-8"), flags=re.DOTALL)
        code = [line.split("//")[0] for line in text.splitlines()]
        for _, text in re.findall(r"""(["'`])(.*?)\1""", "\n".join(code)):
            selector = any(sign in text for sign in "[]=$")
            assert selector or len(text.split()) <= 1, f"{script.name}: {text}"


def test_each_file_says_in_its_first_line_what_it_is_for():
    for file in FILES:
        docstring = ast.get_docstring(ast.parse((PACKAGE / file).read_text(encoding="utf-8")))
        assert docstring, file
    for script in SCRIPTS:
        text = script.read_text(encoding="utf-8")
        assert text.startswith("// "), script.name
        assert len(text.splitlines()) <= 200, script.name


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_arrows_between_scripts_point_down_and_never_round(script):
    own = folder_of(script)
    for other in scripts.imported(script):
        assert folder_of(other) in MAY_IMPORT[own], f"{script.name} imports {other.name}"
    assert script not in {
        found for other in scripts.imported(script) for found in scripts.reached(other)
    }


def test_files_and_functions_stay_small():
    lengths = []
    for file in FILES:
        text = (PACKAGE / file).read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 200, file
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lengths.append(node.end_lineno - node.lineno + 1)
    assert max(lengths) <= 40
    assert sorted(lengths)[len(lengths) // 2] <= 9
