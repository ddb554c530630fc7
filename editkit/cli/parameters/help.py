"""Command help: options in groups, an example, and the address of the documentation."""

import click

from editkit.cli import DOCUMENTATION

_EXAMPLES = {
    "editkit lint": ("editkit lint articles/ --glossary glossary.csv",),
    "editkit normalize": ("editkit normalize articles/ -g glossary.csv --write",),
    "editkit fix": ("editkit fix article.md > article.diff", "editkit fix article.md --write"),
    "editkit review": ("editkit review article.md -g glossary.csv -o review.html",),
    "editkit apply": ("editkit apply editkit-decisions.json --report changes.html",),
    "editkit glossary": ("editkit glossary check glossary.csv",),
    "editkit glossary check": ("editkit glossary check glossary.csv",),
    "editkit glossary mine": ("editkit glossary mine articles/ -o glossary.csv",),
    "editkit rules": ("editkit rules deprecated-term",),
    "editkit config": ("editkit config show articles/",),
    "editkit config show": ("editkit config show articles/",),
    "editkit cache": ("editkit cache info",),
    "editkit cache info": ("editkit cache info",),
    "editkit cache clear": ("editkit cache clear",),
    "editkit engines": ("editkit engines",),
    "editkit engines install": ("editkit engines install",),
}
_GROUPS = {
    "Term and language": "glossaries words packs lang source synonyms limit known min_count",
    "Rule": "select ignore min_severity min_confidence preview together baseline update_baseline",
    "Engine": "engine languagetool_url offline",
    "File": "formats encoding exclude force_exclude no_ignore stdin_filename root",
    "Server": "serve port decisions no_open",
    "Performance": "cache jobs",
    "General": "quiet verbose color debug help",
}
_OUTPUT = "Output"
"""The group of all other options: what a command writes."""
_ORDER = (_OUTPUT, *_GROUPS)
_GROUP_OF = {name: group for group, names in _GROUPS.items() for name in names.split()}
_MAX_NAME_WIDTH = 30


class HelpCommand(click.Command):
    """A command whose help has its options in groups, and an example."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options of each group, with the general ones last."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None and isinstance(parameter, click.Option):
                name = "help" if "--help" in parameter.opts else str(parameter.name)
                groups.setdefault(_GROUP_OF.get(name, _OUTPUT), []).append(record)
        width = max(len(name) for records in groups.values() for name, _ in records)
        for group in sorted(groups, key=_ORDER.index):
            padded = [
                (name.ljust(min(width, _MAX_NAME_WIDTH)), text) for name, text in groups[group]
            ]
            with formatter.section(f"{group} options"):
                formatter.write_dl(padded, col_max=_MAX_NAME_WIDTH)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples of the command and the address of the documentation."""
        write_examples(ctx.command_path, formatter)


class HelpGroup(click.Group):
    """A group of such commands."""

    command_class = HelpCommand

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write an example and the address of the documentation."""
        write_examples(ctx.command_path, formatter)


def write_examples(command: str, formatter: click.HelpFormatter) -> None:
    """Write the examples of a command, such as `editkit lint`, and where its manual is."""
    examples = _EXAMPLES.get(command, ())
    if examples:
        with formatter.section("Example" if len(examples) == 1 else "Examples"):
            for example in examples:
                formatter.write_text(example)
    formatter.write_paragraph()
    formatter.write_text(f"Documentation: {DOCUMENTATION}")
