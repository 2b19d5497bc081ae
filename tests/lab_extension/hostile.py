"""What a stranger's notebook might hold in place of a form, by name."""

from pathlib import Path

# In each line RUN is a script that tells of its being run, and SEEN an address elsewhere.
LINES = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
RUN = "window.ran=(window.ran||[]).concat('{}')"
SEEN = "https://elsewhere.invalid/"


def _vector(name, html):
    return html.replace("RUN", RUN.format(name)).replace("SEEN", SEEN + name)


VECTORS = {name: _vector(name, html) for name, html in (line.split(": ", 1) for line in LINES)}
VECTORS["deep"] = "<div>" * 3000 + f'<img src=x onerror="{RUN.format("deep")}">'
