"""All fuzz targets, and the corpus of inputs that once failed."""

from pathlib import Path

from tests.fuzz import answers, encodings, files, texts
from tests.fuzz.target import Target

CORPUS = Path(__file__).parent / "corpus"
"""A folder for each target, with inputs that a version of editkit treated wrongly."""

TARGETS = {
    target.name: target
    for module in (texts, files, answers, encodings)
    for target in module.TARGETS
}


def seeds(target: Target) -> list[bytes]:
    """Return the inputs that fuzzing starts from: those of the target and of its corpus."""
    return [
        *target.seeds,
        *(path.read_bytes() for path in sorted((CORPUS / target.name).glob("*"))),
    ]
