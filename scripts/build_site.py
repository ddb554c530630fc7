"""Documentation site: builds it from docs/ into site/, and checks its links and requests.

    uv run python scripts/build_site.py

The build fails on a link to a page that does not exist. The check also finds links to missing
headings, entries of the navigation without a page, pages without a link to them, and anything
that a page would load from another host.
"""

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.html import HtmlElement

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site"
BUILD = "zensical build --clean --strict".split()
_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
_CSS_ADDRESS = re.compile(r"(?:url\(\s*|@import\s+)[\"']?((?:https?:)?//[^\"')\s]+)")
_LOADED = "//script/@src | //link[@rel!='canonical']/@href | //img/@src | //iframe/@src"


def main() -> None:
    """Build the site; exit with the faults of its pages, if any."""
    command = (sys.executable, "-m", *BUILD)
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)  # noqa: S603  (fixed arguments)
    if run.returncode:
        sys.exit(_ESCAPE.sub("", run.stdout + run.stderr).partition("Traceback")[0])
    faults = site_faults(SITE)
    if faults:
        sys.exit("\n".join(faults))
    print(f"site: {sum(1 for _ in SITE.rglob('*.html'))} pages, no faults")


def site_faults(site: Path) -> list[str]:
    """Return a sentence for each broken link, unreachable page, and request to another host."""
    pages = {path: html.parse(path).getroot() for path in sorted(site.rglob("*.html"))}
    pages.pop(site / "404.html", None)  # its addresses begin at the root of a server
    links = [link for path, root in pages.items() for link in _links(path, root)]
    linked = {target for path, target, _, _ in links if target != path}
    faults = [
        *(fault for path, root in pages.items() for fault in _requests(path, root)),
        *(fault for link in links for fault in _broken(link, pages)),
        *(f"{path}: no page links to it" for path in pages if path not in linked),
        *(f"{path}: requests {host}" for path in site.rglob("*.css") for host in _css_hosts(path)),
    ]
    return [fault.removeprefix(f"{site}/") for fault in faults]


Link = tuple[Path, Path, str, str]
"""The page of a link, the file and the heading that it leads to, and its address as written."""


def _links(path: Path, root: HtmlElement) -> Iterator[Link]:
    """Yield the links of a page to the site."""
    for address in root.xpath("//a/@href"):
        target = urlsplit(address)
        if not target.scheme and not target.netloc:
            file = (path.parent / unquote(target.path)).resolve() if target.path else path
            file = file / "index.html" if file.is_dir() else file
            yield path, file, unquote(target.fragment), address


def _broken(link: Link, pages: Mapping[Path, HtmlElement]) -> Iterator[str]:
    path, file, heading, address = link
    if not file.is_file():
        yield f"{path}: there is no page {address}"
    elif heading and file in pages and not pages[file].xpath("//*[@id=$name]", name=heading):
        yield f"{path}: there is no heading {address}"


def _requests(path: Path, root: HtmlElement) -> Iterator[str]:
    for address in root.xpath(_LOADED):
        if urlsplit(address).netloc:
            yield f"{path}: requests {address}"


def _css_hosts(path: Path) -> list[str]:
    return _CSS_ADDRESS.findall(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
