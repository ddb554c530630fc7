"""Options of rules in a configuration: validates them against those that rules declare."""

from collections.abc import Callable, Mapping
from pathlib import Path

from editkit.config.settings import Options, nearest
from editkit.config.value_readers import (
    SettingError,
    one_of,
    read_key,
    same_type_as,
    table_of,
)
from editkit.core.errors import InputError
from editkit.core.renamed_rules import current_id
from editkit.core.taxonomy import Family

_FAMILIES = frozenset(family.value for family in Family)


def rule_options(value: object, folder: Path) -> Options:
    """Return the options of each rule, by its current id; those of families come first."""
    given = table_of(value)
    found: dict[str, dict[str, object]] = {}
    # Options of families come first, so that those of rules override them.
    for name in sorted(given, key=lambda name: name not in _FAMILIES):
        by_rule = (
            _options_of_family(name, given[name])
            if name in _FAMILIES
            else {current_id(name): given[name]}
        )
        for rule, options in by_rule.items():
            read = read_key(name, _options(rule), options, folder)
            found.setdefault(rule, {}).update(read)
    # Sorted, so that equal options in another order are equal settings.
    return tuple((rule, tuple(sorted(found[rule].items()))) for rule in sorted(found))


def _options_of_family(family: str, value: object) -> Mapping[str, Mapping[str, object]]:
    """Return a family's options by rule, for each rule that has any of them."""
    from editkit import checks  # noqa: PLC0415  (as below)

    ids = [rule for rule, own in checks.families().items() if own.value == family]
    rules = [check.rule for rule in ids if (check := checks.load_or_none(rule)) is not None]
    declared = {rule.id: {option.name for option in rule.options} for rule in rules}
    known = tuple(dict.fromkeys(name for names in declared.values() for name in sorted(names)))
    for name in (given := table_of(value)):
        if name not in known:
            message = f"No rule of {family} has an option “{name}”{nearest(name, known)}."
            raise SettingError((family, name), message)
    return {
        rule: {name: given[name] for name in given if name in names}
        for rule, names in declared.items()
        if not names.isdisjoint(given)
    }


def _options(rule: str) -> Callable[[object, Path], tuple[tuple[str, object], ...]]:
    def read(value: object, folder: Path) -> tuple[tuple[str, object], ...]:
        from editkit.checks import load_or_none, rule_ids  # noqa: PLC0415  (a check is imported if configured)

        if rule not in rule_ids():
            raise InputError(
                f"Unknown rule or rule without options “{rule}”{nearest(rule, rule_ids())}."
            )
        check = load_or_none(rule)
        if check is None:  # the run has a notice about it
            return ()
        defaults = {option.name: option.default for option in check.rule.options}
        policies = tuple(filter(None, getattr(check, "policies", ())))
        found = []
        for name, given in table_of(value).items():
            if name not in defaults:
                raise SettingError(
                    (name,),
                    f"The rule {rule} has no option “{name}”{nearest(name, tuple(defaults))}.",
                )
            styles = policies if name == "prefer" and given and defaults[name] == "" else ()
            convert = one_of(styles) if styles else same_type_as(defaults[name])
            found.append((name, read_key(name, convert, given, folder)))
        return tuple(found)

    return read
