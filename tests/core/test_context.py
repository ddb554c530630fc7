from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.setup import Setup


def test_feature_is_computed_once_per_context() -> None:
    computed: list[str] = []

    def words(context: LintContext) -> list[str]:
        computed.append(context.document.text)
        return context.document.text.split()

    setup = Setup()
    one = LintContext(Document.plain("One text.", lang="en-US"), setup)
    other = LintContext(Document.plain("Another one.", lang="en-US"), setup)

    assert one.get(words) == ["One", "text."]
    assert other.get(words) == ["Another", "one."]
    assert one.get(words) is one.get(words)
    assert computed == ["One text.", "Another one."]


def test_feature_may_use_other_features() -> None:
    context = LintContext(Document.plain("a b", lang="en-US"), Setup())

    assert context.get(_word_count) == len(context.get(_words)) == 2


def _words(context: LintContext) -> list[str]:
    return context.document.text.split()


def _word_count(context: LintContext) -> int:
    return len(context.get(_words))
