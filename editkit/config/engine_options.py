"""Options of engines in a configuration: validates them, and drops those without trust."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from editkit.config.ignored_settings import IgnoredOption
from editkit.config.settings import Options, Settings, nearest
from editkit.config.value_readers import SettingError, read_key, same_type_as, table_of
from editkit.core.engine_options import EngineOption
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.plugins import PluginError
from editkit.engines.registry import engine_names, provider

_ADDRESS = lazy_pattern(r"//|\\\\")
"""Part of any address with a scheme or without one, and of the path of a network folder."""
_PLAIN_ADDRESS = lazy_pattern(r"https?://[\w.:\[\]-]+(?:/[\w./-]*)?")
"""An address that all libraries read in the same way: no user name, no backslash, no query."""


def engine_options(value: object, folder: Path) -> Options:
    """Return the options of each engine, by its name."""
    found = {name: _options(name, given, folder) for name, given in table_of(value).items()}
    # Sorted, so that equal options in another order are equal settings.
    return tuple((name, found[name]) for name in sorted(found))


@dataclass(frozen=True, slots=True)
class UsersOptions:
    """The options in the user's own configuration, and its path, None without a home folder."""

    options: Options
    file: str | None

    def applied_to(self, settings: Settings, file: str) -> Settings:
        """Return the settings of the configuration `file`, which is next to articles.

        Options that it must not set are left out, and recorded. Those that need trust have the
        values of the user's configuration, which apply to all articles, as its server does.
        """
        ignored: list[IgnoredOption] = []
        merged = dict(_trusted(self.options))
        for engine, options in settings.engine_options:
            kept = dict(merged.get(engine, ()))
            needs_trust = _names_that_need_trust(engine)
            for name, value in options:
                if name in kept:
                    continue
                if _may_set(value, needs_trust=name in needs_trust):
                    kept[name] = value
                else:
                    ignored.append(IgnoredOption(engine, name, file, self.file))
            merged[engine] = tuple(sorted(kept.items()))
        return replace(
            settings,
            engine_options=tuple(sorted(merged.items())),
            ignored_options=tuple(ignored),
        )


def _options(engine: str, given: object, folder: Path) -> tuple[tuple[str, object], ...]:
    if engine not in engine_names():
        raise SettingError(
            (engine,), f"Unknown engine “{engine}”{nearest(engine, engine_names())}."
        )
    try:
        declared = _declared(engine)
    except PluginError:  # the run has a notice about it
        return ()
    return read_key(
        engine, lambda value, _: tuple(_values(engine, declared, value)), given, folder
    )


def _values(
    engine: str, declared: Mapping[str, EngineOption], given: object
) -> Iterator[tuple[str, object]]:
    for name, value in sorted(table_of(given).items()):
        if name not in declared:
            message = (
                f"The engine {engine} has no option “{name}”{nearest(name, tuple(declared))}."
            )
            raise SettingError((name,), message)
        yield name, read_key(name, same_type_as(declared[name].default), value, Path())


def _declared(engine: str) -> Mapping[str, EngineOption]:
    return {option.name: option for option in provider(engine).options}


def _trusted(options: Options) -> Iterator[tuple[str, tuple[tuple[str, object], ...]]]:
    """Yield each engine with the options that need trust, if it has any."""
    for engine, values in options:
        names = _names_that_need_trust(engine)
        if kept := tuple((name, value) for name, value in values if name in names):
            yield engine, kept


def _names_that_need_trust(engine: str) -> frozenset[str]:
    try:
        declared = _declared(engine)
    except PluginError:  # none of its options is used
        return frozenset()
    return frozenset(name for name, option in declared.items() if option.needs_trust)


def _may_set(value: object, *, needs_trust: bool) -> bool:
    """Return whether a configuration next to an article may set an option to a value.

    An address of another machine is refused even if the engine does not declare that the option
    needs trust.
    """
    texts = value if isinstance(value, tuple) else (value,)
    if needs_trust:
        return all(map(_is_on_this_machine, texts))
    return all(
        _is_on_this_machine(text)
        for text in texts
        if isinstance(text, str) and _ADDRESS.search(text)
    )


def _is_on_this_machine(value: object) -> bool:
    from editkit.engines.languagetool.provision import is_local_url  # noqa: PLC0415  (few name a server)

    is_plain = isinstance(value, str) and _PLAIN_ADDRESS.fullmatch(value) is not None
    return is_plain and is_local_url(str(value))
