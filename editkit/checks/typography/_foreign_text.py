"""Foreign text: an article that is not in the language whose rules it is checked by."""

from editkit.core.context import LintContext
from editkit.languages.en.foreign_text import is_romance


def is_in_romance_language(context: LintContext) -> bool:
    """Return whether the article of `context` is in a Romance language; for `context.get`."""
    return is_romance(context.document.text)
