"""A Word document without its paragraphs, for the browser to fill."""

import base64
import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from widgets.forms.drawing import direction_of, templates_in

TEMPLATE = Path(__file__).parent / "word_template"
TEXT = "word/document.xml"
# What it is made of besides its text, and nothing else: each part's types as Word knows them.
CORE = "docProps/core.xml"
BESIDE = {
    "word/styles.xml": (CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    "word/numbering.xml": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    "word/settings.xml": (CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
}
STYLES = {
    "heading": "Heading1",
    "subheading": "Heading2",
    "text": "Normal",
    "item": "ListBullet",
    "label": "Label",
}
LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
PARAGRAPH = re.compile(r"<w:p>.*</w:p>")
# The first day that a zip can tell: the same bytes each time, and nobody's hour in the file.
DAY_ZERO = (1980, 1, 1, 0, 0, 0)


def word_parts(title: str, language: str) -> dict:
    """Return what the browser needs to make a Word document of lines.

    `rest` is a zip, in base64, of all but the text. The text is `start`, a `paragraph` for each
    line with @style@, @rtl@ (1 or 0) and @text@ filled in, and `end`. `styles` has the style of
    each kind of line; `line_break` stands for a line's end inside a text.
    """
    with zipfile.ZipFile(_package(title, language)) as package:
        text = package.read(TEXT).decode()
        rest = {name: package.read(name) for name in package.namelist() if name != TEXT}
    paragraph = PARAGRAPH.search(text)
    return {
        "rest": base64.b64encode(_zipped(rest)).decode(),
        "start": text[: paragraph.start()],
        "paragraph": paragraph.group(),
        "end": text[paragraph.end() :],
        "styles": STYLES,
        "line_break": LINE_BREAK,
    }


def word_file(title: str, language: str, lines: Iterable[tuple[str, str]]) -> bytes:
    """Return a Word document of lines, each a kind and its text; the same bytes each time.

    A text has no sign that XML can't hold.
    """
    with zipfile.ZipFile(_package(title, language)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    text = files[TEXT].decode()
    paragraph = PARAGRAPH.search(text)
    filled = "".join(_filled(paragraph.group(), language, *line) for line in lines)
    files[TEXT] = (text[: paragraph.start()] + filled + text[paragraph.end() :]).encode()
    return _zipped(files)


def _filled(paragraph, language, kind, text):
    rtl = str(int(direction_of(language) == "rtl"))
    filled = paragraph.replace("@style@", STYLES[kind]).replace("@rtl@", rtl)
    return filled.replace("@text@", escape(text))


def _package(title, language):
    """Return the document as a file, its one paragraph not filled."""
    package = OpcPackage()

    def part(name, content_type):
        template = templates_in(TEMPLATE).get_template(name.split("/")[-1])
        xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        xml += template.render(title=title, language=language).strip()
        return Part(PackURI(f"/{name}"), content_type, xml.encode(), package)

    document = part(TEXT, CONTENT_TYPE.WML_DOCUMENT_MAIN)
    package.relate_to(document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    for name, (content_type, relationship) in BESIDE.items():
        document.relate_to(part(name, content_type), relationship)
    core = part(CORE, CONTENT_TYPE.OPC_CORE_PROPERTIES)
    package.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    file = io.BytesIO()
    package.save(file)
    return file


def _zipped(files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, DAY_ZERO), content, zipfile.ZIP_DEFLATED, 9)
    return file.getvalue()
