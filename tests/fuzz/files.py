"""Fuzz targets for the files that editkit reads besides articles."""

import json
from hashlib import sha256

from hypothesis import strategies as st

from tests.fuzz.commands import drafts, folder_of, run_quietly
from tests.fuzz.pieces import JSON_VALUES, MARKS, SPACES, WORDS, glossary_csv
from tests.fuzz.target import Target, joined, mutated
from tests.fuzz.workbooks import workbook

ARTICLE = b"The Port Motor plant has two lines. It opened 3 factories.\n"
LINT = ("lint", "a.txt", "--engine", "none", "--no-cache", "--select", "term")

_EDIT = {"start": 4, "end": 8, "before": "Port", "replacement": "Harbour"}
_DECISION = {"edit": "E", "rule": "r", "fingerprint": "f", "state": "accepted", "edits": [_EDIT]}
_FILE = {"path": "a.txt", "sha256": sha256(ARTICLE).hexdigest(), "decisions": [_DECISION]}
_TOOL = {"name": "editkit", "version": "0"}
_KNOWN = {"path": "a.txt", "rule": "forbidden-term", "fingerprint": "f", "text": "Port Motor"}
DECISIONS = (
    json.dumps({"schema": "editkit.decisions/1", "tool": _TOOL, "files": [_FILE]}).encode(),
    json.dumps(
        {
            "schema": "editkit.decisions/2",
            "tool": _TOOL,
            "files": [{**_FILE, "part": None}],
            "words": ["Zorble"],
            "glossary": [{"term": "Harbour Motor", "forbidden": ["Port Motor"]}],
        }
    ).encode(),
)
BASELINES = (json.dumps({"schema": "editkit.baseline/1", "suppressed": [_KNOWN]}).encode(),)
CONFIGURATIONS = (
    b"[rules]\n",
    b'lang = "en-GB"\nselect = ["term"]\nignore = ["typography"]\nmin-severity = "minor"\n',
    b'glossary = ["g.csv"]\nwords = ["w.txt"]\nbaseline = "b.json"\npacks = []\nengine = "none"\n',
    b'[per-file-ignores]\n"*.txt" = ["grammar"]\n[rules.number.miscounted-unit]\nx = 1\n',
)
TBX = (
    b"""<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="1"><langSec xml:lang="en"><termSec><term>Harbour Motor</term></termSec>
<termSec><term>Port Motor</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>""",
    b"""<martif type="TBX"><text><body><termEntry><langSet xml:lang="en"><tig>
<term>plant</term></tig></langSet></termEntry></body></text></martif>""",
)
XML_WORDS = (
    "<!DOCTYPE a>",
    "&#x0;",
    "&a;",
    "<term>",
    "</term>",
    "<![CDATA[",
    "-->",
    'xml:lang=""',
)
CSV_WORDS = (*WORDS, *MARKS, *SPACES, "term", "source", "forbidden", "case", "fold", '""', "|")
TOML_WORDS = ("[rules", "= [", '"""', "lang", "select", "0x", "inf", "1979-05-27", "\\u0000", "''")


def check_glossary(name: str, data: bytes) -> None:
    """Check a glossary, and correct an article with it."""
    with folder_of({name: data, "a.txt": ARTICLE}) as folder:
        run_quietly("glossary", "check", name)
        run_quietly("normalize", "a.txt", "-g", name, "--write", "--no-cache")
        once = (folder / "a.txt").read_bytes()
        run_quietly("normalize", "a.txt", "-g", name, "--write", "--no-cache")
        assert (folder / "a.txt").read_bytes() == once, once
        assert (folder / name).read_bytes() == data


def check_decisions(data: bytes) -> None:
    """Apply decisions; a file may change only where an edit was accepted."""
    glossary = glossary_csv().encode()
    files = {"a.txt": ARTICLE, "g.csv": glossary, "w.txt": b"Zorb\n", "d.json": data}
    with folder_of(files) as folder:
        targets = ("--words", "w.txt", "-g", "g.csv", "--baseline", "b.json")
        found = run_quietly("apply", "d.json", *targets)
        is_changed = (folder / "a.txt").read_bytes() != ARTICLE
        assert not is_changed or b"accepted" in data or b"rewritten" in data or b"\\u" in data
        assert not is_changed or b"a.txt" in found.stdout, found
        assert (folder / "g.csv").read_bytes().startswith(glossary)
        assert not drafts(folder)


def check_baseline(data: bytes) -> None:
    """Lint with a baseline, and write it again."""
    files = {"a.txt": ARTICLE, "g.csv": glossary_csv().encode(), "b.json": data}
    with folder_of(files) as folder:
        run_quietly(*LINT, "-g", "g.csv", "--baseline", "b.json")
        found = run_quietly(*LINT, "-g", "g.csv", "--baseline", "b.json", "--write-baseline")
        assert found.code != 2 or (folder / "b.json").read_bytes() == data
        assert not drafts(folder)


def check_configuration(data: bytes) -> None:
    """Lint an article whose folder has a configuration file."""
    for name in ("editkit.toml", "pyproject.toml"):
        other = b"" if name == "editkit.toml" else b"[tool.editkit]\n"
        files = {"a.txt": ARTICLE, "g.csv": glossary_csv().encode(), name: other + data}
        with folder_of(files) as folder:
            if name == "pyproject.toml":
                (folder / "editkit.toml").unlink()
            run_quietly("lint", "a.txt", "--engine", "none", "--no-cache")


def check_words(data: bytes) -> None:
    """Lint with a list of allowed words."""
    configuration = b'words = ["w.txt"]\n'
    with folder_of({"a.txt": ARTICLE, "w.txt": data, "editkit.toml": configuration}):
        run_quietly("lint", "a.txt", "--engine", "none", "--no-cache", "--select", "spelling")


def _table(name: str) -> Target:
    delimiter = "\t" if name.endswith("tsv") else ","
    seed = glossary_csv().replace(",", delimiter).encode()
    inputs = mutated((seed,), CSV_WORDS) | joined(CSV_WORDS, (delimiter, "\n", '"'))
    kind = name.partition(".")[2]
    return Target(
        f"glossary-{kind}", lambda data: check_glossary(name, data), inputs, (seed,), CSV_WORDS
    )


TARGETS = (
    _table("g.csv"),
    _table("g.tsv"),
    Target(
        "glossary-tbx",
        lambda data: check_glossary("g.tbx", data),
        mutated(TBX, (*XML_WORDS, *WORDS)),
        TBX,
        XML_WORDS,
    ),
    Target(
        "glossary-xlsx",
        lambda data: check_glossary("g.xlsx", workbook(data)),
        joined(CSV_WORDS, ("\x1f", "\x1e")) | st.binary(),
        words=CSV_WORDS,
    ),
    Target("decisions", check_decisions, mutated(DECISIONS, JSON_VALUES), DECISIONS, JSON_VALUES),
    Target("baseline", check_baseline, mutated(BASELINES, JSON_VALUES), BASELINES, JSON_VALUES),
    Target(
        "configuration",
        check_configuration,
        mutated(CONFIGURATIONS, TOML_WORDS),
        CONFIGURATIONS,
        TOML_WORDS,
    ),
    Target("words", check_words, joined(WORDS, SPACES) | st.binary(), words=WORDS),
)
