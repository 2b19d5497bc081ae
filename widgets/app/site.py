"""The pages being served: made lesson by lesson at first, swapped together after an edit."""

from widgets.course.model import Course
from widgets.group.assets import group_addresses
from widgets.pages.assets import Asset
from widgets.pages.embed.embed_pages import Draw
from widgets.pages.links import SERVED
from widgets.pages.making import PageMaker

OK, BROKEN, COMING = 200, 500, 503


class Site:
    """What every visitor gets at each address, and with which status."""

    def __init__(self, public_url: str = ""):
        self.public_url = public_url
        self.pages: dict[str, Asset] = {}
        self.moved: dict[str, str] = {}
        self.status: dict[str, int] = {}
        self.lessons: list[str] = []
        self._elsewhere: dict[str, Draw] = {}

    @property
    def is_starting(self) -> bool:
        """Whether a page is still being made."""
        return COMING in self.status.values()

    @property
    def made(self) -> int:
        """How many of the notebooks have been made, or could not be."""
        return sum(status != COMING for status in self.status.values())

    @property
    def lessons_shown(self) -> int:
        """How many lessons can be read."""
        return sum(self.status[lesson] == OK for lesson in self.lessons)

    def page(self, address: str) -> Asset | None:
        """Return what a visitor gets at an address of the course; None at any other."""
        if address not in self.pages and address in self._elsewhere:
            self.pages[address] = self._elsewhere[address]()
        return self.pages.get(address)

    def has(self, address: str) -> bool:
        """Return whether the course has an address."""
        return address in self.pages or address in self._elsewhere

    def not_found(self, address: str, root: str = "") -> Asset:
        """Return the page for an address that the course has not, seen from where the course is."""
        return self._make.not_found(address, root)

    def begin(self, course: Course) -> None:
        """Show what needs no notebook; each other page says that it is being made."""
        self._make = PageMaker(course, SERVED, self.public_url)
        coming = {name: self._make.coming(name) for name in course.addresses}
        self._swap(course, coming, COMING)

    def arrive(self, notebook: str, cells: str | None) -> None:
        """Show a notebook's page, or where it failed one that says so."""
        address = self._make.names[notebook]
        failed = cells is None
        page = self._make.broken(notebook) if failed else self._make.page(notebook, cells)
        self.pages[address], self.status[address] = page, BROKEN if failed else OK

    def fill(self, course: Course, lessons: dict[str, str]) -> None:
        """Swap all pages for those of the lessons, given as the HTML of each notebook's cells."""
        self._make = PageMaker(course, SERVED, self.public_url)
        made = {name: self._make.page(name, cells) for name, cells in lessons.items()}
        self._swap(course, made, OK)

    def _swap(self, course, made, status):
        # Whoever has a page of the set before may still ask for its script.
        kept = {name: page for name, page in self.pages.items() if name.startswith("static/")}
        addresses = course.addresses
        pages = {addresses[name]: page for name, page in made.items()}
        self.pages = kept | self._make.around() | group_addresses() | pages
        self._elsewhere = self._make.elsewhere()
        self.status = dict.fromkeys(pages, status)
        self.course = course
        self.moved = {f"voila/render/{name}": page for name, page in addresses.items()}
        self.lessons = [module.id for module in course.modules]
