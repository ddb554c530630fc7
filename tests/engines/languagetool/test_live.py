"""Tests with the real LanguageTool; the first run on a machine downloads it (45 MB)."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from editkit.core.document import Block, BlockKind, Document
from editkit.core.engine import Engine
from editkit.core.engine_provider import EngineAccess
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.core.source_map import Chunk, SourceMap
from editkit.core.span import RawSpan, Span
from editkit.engines.findings import FindingPolicy
from editkit.engines.languagetool import engine as languagetool
from editkit.engines.selection import open_engines
from editkit.formats.plain import Plain
from tests.capabilities import needs
from tests.engines.conftest import end_servers, java_processes, server_processes
from tests.engines.tables import all_enabled
from tests.engines.test_response_cache import MemoryStore

pytestmark = [pytest.mark.live, pytest.mark.java]

IDLE = 2
SOON = 30.0
PARAGRAPH = (
    "The new plant was open in May. He go to the the site every weeks, and it would stationed "
    "there. Their is a companny that make cars. \U0001d400\U0001d401 😀 It have grown, but we "
    'doesnt know why it stop , and "nobody asks.\n\n'
)
CHECK = """
import json, sys
from editkit.core.setup import Setup
from editkit.core.document import Document
from editkit.core.engine_provider import EngineAccess
from editkit.engines.selection import open_engines
opened = open_engines("languagetool", Setup(), EngineAccess(offline=True))
print("open", flush=True)
documents = [Document.plain(text, lang="en-US") for text in json.loads(sys.argv[1])]
outcomes = opened.engines[0].run(documents)
count = lambda issues: sum(1 + len(issue.related) for issue in issues)
print(json.dumps([count(o) if isinstance(o, tuple) else str(o) for o in outcomes]))
opened.engines[0].close()
"""


@pytest.fixture(scope="module")
def shared_cache(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache with one server for all tests of this module that need no other."""
    folder = tmp_path_factory.mktemp("live")
    (folder / jars.name).symlink_to(jars)
    yield folder
    end_servers(folder)


@pytest.fixture
def engine(shared_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    monkeypatch.setenv("EDITKIT_CACHE", str(shared_cache))
    opened = open_all(Setup())
    yield opened
    opened.close()


def open_all(setup: Setup) -> Engine:
    setup.share(FindingPolicy, FindingPolicy(setup, all_enabled("languagetool")))
    (opened,) = open_engines("languagetool", setup, EngineAccess(offline=True)).engines
    return opened


def run(engine: Engine, document: Document) -> tuple[Issue, ...]:
    (issues,) = engine.run([document])
    assert isinstance(issues, tuple)
    return issues


def start(texts: list[str], cache: Path, idle: float = 60) -> "subprocess.Popen[str]":
    environment = {
        **os.environ,
        "EDITKIT_CACHE": str(cache),
        "EDITKIT_LANGUAGETOOL_IDLE": str(idle),
    }
    return subprocess.Popen(
        [sys.executable, "-c", CHECK, json.dumps(texts)],
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    )


def gone(cache: Path) -> bool:
    until = time.monotonic() + SOON
    while server_processes(cache) and time.monotonic() < until:
        time.sleep(0.1)
    return not server_processes(cache)


@needs("links")
def test_chunks_give_the_same_findings_as_one_request(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = PARAGRAPH * 65
    lines = [n for n, char in enumerate(text) if char == "\n" and text[n - 1] == "\n"]
    starts = [0, *(n + 1 for n in lines[:-1])]
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Span(a, b - 1)) for a, b in zip(starts, lines, strict=True)
    )
    chunk = Chunk(Span(0, len(text)), RawSpan(0, len(text)))
    document = Document("a", "en-US", text, text, SourceMap((chunk,)), blocks)

    found = run(engine, document)
    monkeypatch.setattr(languagetool, "split", lambda _: [Span(0, len(text))])
    whole = run(engine, document)

    assert len(text) > 12_000
    assert sum(1 + len(issue.related) for issue in found) > 3 * len(blocks)
    assert sorted(found, key=str) == sorted(whole, key=str)


@needs("links")
def test_a_changed_paragraph_needs_few_requests_and_gives_the_same_findings(
    shared_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITKIT_CACHE", str(shared_cache))
    texts = [f"{n} thing is here. " + PARAGRAPH.strip() for n in range(80)]
    changed = [*texts[:40], "It has change since. " + texts[40], *texts[41:]]
    store = MemoryStore()
    kept = []

    def found(texts: list[str], store: MemoryStore | None) -> tuple[Issue, ...]:
        opened = open_engines("languagetool", Setup(), EngineAccess(offline=True, store=store))
        parsed = Plain().parse("\n\n".join(texts).encode(), uri="a", lang="en-US")
        issues = run(opened.engines[0], parsed.documents[0])
        opened.engines[0].close()
        kept.append(len(store or ()))
        return issues

    assert found(texts, store) == found(texts, None)
    assert found(changed, store) == found(changed, None)
    assert kept[0] > 10
    assert 1 <= kept[2] - kept[0] <= 3


@needs("links")
def test_positions_are_right_after_and_inside_wide_characters(engine: Engine) -> None:
    text = "😀 The 𐌰𐌱𐌲 is good . 𝐀 car are red , 😀😀 and a companny."

    spans = [issue.span.of(text) for issue in run(engine, Document.plain(text, lang="en-US"))]

    assert {" .", " ,", "companny"} <= set(spans)


@needs("links")
def test_a_lone_surrogate_is_accepted(engine: Engine) -> None:
    text = "Half \ud83d a pair, and a companny."

    assert "companny" in [i.span.of(text) for i in run(engine, Document.plain(text, lang="en"))]


@needs("links")
def test_the_language_is_that_of_the_document(engine: Engine) -> None:
    text = "The colour of the center."

    found = {
        lang: [i.span.of(text) for i in run(engine, Document.plain(text, lang=lang))]
        for lang in ("en-US", "en-GB", "en")
    }

    assert found == {"en-US": ["colour"], "en-GB": ["center"], "en": ["colour"]}


@needs("links")
def test_hidden_text_is_not_flagged(engine: Engine) -> None:
    text = "Run \ufffc to start the server, and \ufffc ends it."

    assert run(engine, Document.plain(text, lang="en-US")) == ()


@needs("links")
def test_runs_with_different_glossaries_share_a_server(engine: Engine) -> None:
    text = "Two glimworts and a flubberine."
    glossary = Glossary((Concept("g", (Term("glimwort"),)),))
    other = open_all(Setup(glossary))

    found = [i.span.of(text) for i in run(other, Document.plain(text, lang="en-US"))]
    other.close()

    assert found == ["flubberine"]
    assert len(run(engine, Document.plain(text, lang="en-US"))) == 2


@needs("links")
def test_a_second_run_starts_no_java(engine: Engine, shared_cache: Path) -> None:
    before = java_processes(shared_cache)

    with ThreadPoolExecutor(2) as pool:
        outputs = list(
            pool.map(
                lambda _: start(["It has a companny."], shared_cache).communicate()[0], range(2)
            )
        )

    assert len(before) == 1
    assert java_processes(shared_cache) == before
    assert [output.split("\n")[1] for output in outputs] == ["[1]", "[1]"]
    assert engine.version == "6.8"


def test_a_server_killed_during_a_run_loses_no_document(live_cache: Path) -> None:
    texts = [PARAGRAPH * 30] * 3
    process = start(texts, live_cache)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(1)
    (java,) = java_processes(live_cache)
    java.kill()

    counts = json.loads(process.communicate()[0])

    assert len(set(counts)) == 1
    assert counts[0] > 100
    assert java_processes(live_cache)[0].pid != java.pid


def test_a_killed_run_leaves_no_java_after_its_idle_time(live_cache: Path) -> None:
    moments = sorted(random.Random().uniform(0.1, 4) for _ in range(10))  # noqa: S311  (no secrets)
    seen = 0
    for moment in moments:
        run = start([PARAGRAPH * 60] * 3, live_cache, IDLE)
        time.sleep(moment)
        run.kill()
        run.communicate()
        seen += len(java_processes(live_cache))

    assert seen > 3, moments
    assert gone(live_cache), moments
