"""How one page of the course names another, wherever the pages are put."""

from dataclasses import dataclass, replace

from .assets import Asset, asset_address


@dataclass(frozen=True)
class Links:
    """Relative links: `up` goes in front, `suffix` behind.

    So pages find each other on a disk, under a path, and behind a proxy that keeps to itself where
    they are.
    """

    suffix: str = ""
    home: str = "./"
    up: str = ""

    @property
    def are_to_files(self) -> bool:
        """Whether the pages are files, which no server of ours sends."""
        return bool(self.suffix)

    def seen_from(self, address: str, root: str = "") -> "Links":
        """Return the links as they stand on the page at an address.

        root is where the course is, for a page that is not below it.
        """
        return replace(self, up="../" * address.count("/") + root)

    def seen_from_anywhere(self) -> "Links":
        """Return the links as they stand on a page that is sent for addresses at any depth."""
        return replace(self, up="/")

    def page(self, address: str) -> str:
        """Return the link to a module, to a page, to the readiness check or, by "", home."""
        return f"{self.up}{address}{self.suffix}" if address else self.to_home

    @property
    def to_home(self) -> str:
        """The link to the home page."""
        return f"{self.up}{self.home}"

    def asset(self, name: str, asset: Asset) -> str:
        """Return the link to a script, a style sheet or the mark, by its content."""
        return f"{self.up}{asset_address(name, asset)}"


SERVED = Links()
FILES = Links(suffix=".html", home="index.html")
