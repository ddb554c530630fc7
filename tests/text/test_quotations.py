import pytest

from editkit.core.document import Document
from editkit.text.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("He said “yes, ‘now’” and “no”.", ["“yes, ‘now’”", "“no”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("Il dit «oui». Er sagt „ja“ und „nein”.", ["«oui»", "„ja“", "„nein”"]),
        ("It is ‘right’ that the workers’ plan wins.", ["‘right’"]),
        ("It’s ‘the plant’s wall’ again.", ["‘the plant’s wall’"]),
        ("“One line\nand another”", ["“One line\nand another”"]),
        ('A 5" screen and a 6" one.', []),
        ("It’s the workers’ plan.", []),
        ("“Not closed", []),
    ],
)
def test_quotations(text: str, quotations: list[str]) -> None:
    found = find_quotations(Document.plain(text, lang="en-US"))
    assert [span.of(text) for span in found] == quotations


def test_long_quotation_is_found() -> None:
    text = f"“{'word ' * 300}”"
    assert len(list(find_quotations(Document.plain(text, lang="en-US")))) == 1
