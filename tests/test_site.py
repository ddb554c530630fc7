"""Checks of the documentation site: what `scripts/build_site.py` refuses."""

from pathlib import Path

from scripts.build_site import site_faults

INDEX = '<h1 id="top">editkit</h1><a href="guide/a.html#use">A</a><a href="#top">Up</a>'
PAGE = '<h2 id="use">Use</h2><a href="../index.html">Home</a><img src="../shot.png">'


def faults_of(folder: Path, index: str = INDEX, page: str = PAGE, css: str = "") -> list[str]:
    (folder / "guide").mkdir()
    (folder / "index.html").write_text(index)
    (folder / "guide" / "a.html").write_text(page)
    (folder / "style.css").write_text(css)
    return site_faults(folder)


def test_a_whole_site_has_no_faults(tmp_path: Path) -> None:
    assert faults_of(tmp_path, css="a { background: url(x.svg) }") == []


def test_broken_links_are_found(tmp_path: Path) -> None:
    index = INDEX + '<a href="no.html">No</a><a href="guide/a.html#no">No</a><a href="#no">No</a>'

    assert faults_of(tmp_path, index) == [
        "index.html: there is no page no.html",
        "index.html: there is no heading guide/a.html#no",
        "index.html: there is no heading #no",
    ]


def test_a_page_without_a_link_to_it_is_found(tmp_path: Path) -> None:
    page = '<a href="../index.html">Home</a><a href="a.html">Itself</a>'

    assert faults_of(tmp_path, "<p>Home", page) == ["guide/a.html: no page links to it"]


def test_requests_to_other_hosts_are_found(tmp_path: Path) -> None:
    page = PAGE + '<script src="https://cdn.test/x.js"></script><a href="https://ok.test">x</a>'
    css = '@import "https://fonts.test/a.css"; a { background: url(//img.test/b.png) }'

    assert faults_of(tmp_path, page=page, css=css) == [
        "guide/a.html: requests https://cdn.test/x.js",
        "style.css: requests https://fonts.test/a.css",
        "style.css: requests //img.test/b.png",
    ]
