"""Wrong uses of the library: a type checker reports each line that ends in `# error`."""

from pathlib import Path

import editkit
from editkit import Linter, Nonsense, Text  # error

editkit.lnit("A text.")  # error
editkit.lint_paths("a.txt")  # error
editkit.lint_paths(Path("a.txt"))  # error
editkit.lint_paths(b"a.txt")  # error
editkit.lint_paths([1])  # error
editkit.lint("A text.", engine="nonsense")  # error
editkit.lint("A text.", engine="none".upper())  # error
editkit.lint("A text.", min_severity="severe")  # error
editkit.lint("A text.", min_confidence="certain")  # error
editkit.lint("A text.", format="docx")  # error
editkit.lint("A text.", selct=["term"])  # error
editkit.lint("A text.", "glossary.csv")  # error
editkit.lint(b"A text.")  # error
editkit.normalize("A text.")  # error
Linter("glossary.csv")  # error
Linter(jobs="2")  # error
Linter(glossary=1)  # error
Linter().lint_paths("a.txt")  # error
Linter().lint_many([1])  # error
Linter().lint("A text.").isues  # error
Linter().lint("A text.").issues[0].issue.severity = "minor"  # error
Text("A text.", format="docx")  # error
Linter().collect("A text.")  # error
Linter().report("A text.", {}, uri="a")  # error
