"""The review server with a Word document: decisions about its prose, applied to its XML."""

from pathlib import Path

from editkit.config import Settings
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session
from editkit.reviewing.decisions import Decision, Decisions, DecisionState, FileDecisions
from editkit.reviewing.decisions_writer import decisions_to_value
from editkit.reviewing.page.model import decided_edits, sources
from editkit.reviewing.server.review_files import ReviewFiles
from editkit.reviewing.server.session import ReviewSession
from editkit.reviewing.server.store import DecisionStore
from tests.formats.docx.word_files import footnotes, member, p, r, word_file

SETTINGS = Settings(engine="none", select=("repeated-word",))
BODY = p("R&amp;D ", r("ferry", "<w:b/>"), " left at at noon.") + p("He came came.")


def test_decisions_are_saved_and_applied(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word_file(BODY, {"footnotes.xml": footnotes(p("The note note."))}))
    with Session() as linter:
        files = ReviewFiles([(SETTINGS, SourceFile(str(path)))], ("a.docx",), tmp_path, linter)
        store = DecisionStore(tmp_path / "d.json")
        session = ReviewSession(files, list(files.lint()), store)
        entries = tuple(
            FileDecisions(
                *source.key,
                source.file.sha256,
                tuple(
                    Decision(
                        item.id,
                        item.placed.issue.rule,
                        item.placed.issue.fingerprint,
                        DecisionState.ACCEPTED,
                        decided_edits(source.raw, item.choices[0]),
                    )
                    for item in source.items[:1]
                ),
                prose=True,
            )
            for source in sources(session.results)
        )
        saved = session.save(0, decisions_to_value(Decisions("", entries)))

        session.apply(saved["revision"])

        assert "R&amp;D " in member(path.read_bytes())
        assert " left at noon.</w:t>" in member(path.read_bytes())
        assert "The note.</w:t>" in member(path.read_bytes(), "word/footnotes.xml")
        left = [
            item.placed.issue.message for each in sources(session.results) for item in each.items
        ]
        assert left == ["Repeated word. Delete the second “came”."]
        assert "R&amp;D" not in session.results[0].documents[0].document.raw
