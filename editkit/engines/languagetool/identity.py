"""Which LanguageTool a run would have, told without starting it."""

from dataclasses import dataclass

from editkit.core.engine import EngineError
from editkit.engines.languagetool import own_rules
from editkit.engines.languagetool.file_locks import require_locks
from editkit.engines.languagetool.java import find_java
from editkit.engines.languagetool.provision import EngineSettings, Remote, look


@dataclass(frozen=True, slots=True)
class Identity:
    """A name that differs as soon as answers may; `lacking` where no LanguageTool can be had."""

    name: str
    lacking: bool = False


def identity(settings: EngineSettings) -> Identity | None:
    """Return the identity of the LanguageTool that is there; None where it cannot be told.

    Starts nothing and fetches nothing. A server that somebody else keeps is
    asked for its version; one that has none, or does not answer, has no
    identity, nor has a LanguageTool that is yet to be fetched.
    """
    try:
        found = look(settings)
        if isinstance(found, Remote):
            return _remote(found, settings)
    except EngineError:
        return None
    try:
        require_locks()
        java = find_java()
    except EngineError as error:
        return Identity(str(error), lacking=True)
    if found is None:
        return Identity("not in the cache", lacking=True) if settings.offline else None
    return Identity(f"{found.identity} with rules {own_rules.digest()} on Java {java.release}")


def _remote(found: Remote, settings: EngineSettings) -> Identity | None:
    if settings.offline and not found.local:
        return Identity("not asked", lacking=True)
    from editkit.engines.languagetool.connection import RemoteLink  # noqa: PLC0415  (where a server is asked only)

    link = RemoteLink(found.url)
    link.close()
    return None if link.version == "?" else Identity(f"{found.url} {link.build}")
