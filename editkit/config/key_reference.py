"""Configuration reference: type, default, meaning and an example of each key.

`docs/reference/configuration.md` is generated from it. A test reads each example, and compares
the keys with those that a configuration may have.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyReference:
    """What a user needs to know about a key; `example` is TOML of an `editkit.toml`.

    `default` describes the default if the value in `Settings` does not say enough.
    """

    type: str
    meaning: str
    example: str
    default: str | None = None


KEYS: Mapping[str, KeyReference] = {
    "glossary": KeyReference(
        "file or list of files",
        "Glossaries to check against: CSV, TSV, XLSX or TBX files, relative to the configuration "
        "file. Several are merged.",
        'glossary = ["glossary.csv"]',
    ),
    "words": KeyReference(
        "file or list of files",
        "Files of words that are never misspelled, one word per line. A word in lower case is "
        "accepted in any letter case, a word with capitals as written. `#` starts a comment.",
        'words = ["words.txt"]',
    ),
    "packs": KeyReference(
        "list of pack names and files",
        "Phrase packs to use instead of the default: names of packs that editkit ships, or files "
        "of your own. `[]` uses none.",
        'packs = ["zh-en", "house-style.csv"]',
    ),
    "lang": KeyReference(
        "language tag",
        "Language of the articles, as a BCP 47 tag. Most rules are for English.",
        'lang = "en-GB"',
    ),
    "select": KeyReference(
        "list of rules and families",
        "Run only these rules and families. Empty: all.",
        'select = ["term", "consistency"]',
    ),
    "ignore": KeyReference(
        "list of rules and families",
        "Skip these rules and families. A rule id overrides its family: "
        '`select = ["repeated-word"]` with `ignore = ["grammar"]` runs that one rule of the '
        "family.",
        'ignore = ["mixed-apostrophes", "languagetool/EN_QUOTES"]',
    ),
    "per-file-ignores": KeyReference(
        "table of patterns, each with a list of rules and families",
        "Rules and families to skip in some files. A pattern matches the path relative to the "
        "configuration file, or the name of the file; `*` also matches slashes.",
        '[per-file-ignores]\n"CHANGELOG.md" = ["style", "repeated-word"]\n'
        '"drafts/*" = ["typography"]',
        "none",
    ),
    "min-severity": KeyReference(
        "`info`, `minor`, `major` or `critical`",
        "Hide issues below this severity.",
        'min-severity = "major"',
        "`minor`; `info` for `review`",
    ),
    "min-confidence": KeyReference(
        "`low`, `medium` or `high`",
        "Hide issues below this confidence.",
        'min-confidence = "medium"',
        "hide low-confidence issues of engines and packs; `low` for `review`",
    ),
    "preview": KeyReference(
        "boolean",
        "Also run the rules, rows and patterns in preview, whose evidence is thin. Their fixes "
        "are never safe.",
        "preview = true",
    ),
    "engine": KeyReference(
        "`auto`, `languagetool`, `harper`, `both`, `none`, or the name of a plug-in's engine",
        "Grammar engine. `auto` uses LanguageTool if there is a Java, otherwise Harper.",
        'engine = "none"',
    ),
    "offline": KeyReference(
        "boolean",
        "Never access the network: nothing is downloaded, and no server on another machine is "
        "used.",
        "offline = true",
    ),
    "languagetool-url": KeyReference(
        "address",
        "LanguageTool server to use instead of one that editkit starts. A configuration next to "
        "articles may only name a server on this machine; your own configuration may name any.",
        'languagetool-url = "http://localhost:8081"',
    ),
    "engines": KeyReference(
        "table of engines, each with a table of options",
        "Options of the engines of plug-ins. The engines that editkit ships have none.",
        '[engines.example]\nkeep = ["prior to"]',
        "none",
    ),
    "rules": KeyReference(
        "table of rules and families, each with a table of options",
        "Options of rules. Under the name of a family, an option applies to all rules of the "
        "family that have it; a rule's own table overrides it.",
        '[rules.mixed-spelling]\nprefer = "gb"\n\n[rules.term]\nprotect-quotations = true',
        "those of the rules",
    ),
    "exclude": KeyReference(
        "list of patterns",
        "Paths to leave out of folders, relative to the configuration file, in the syntax of a "
        "`.gitignore`. A file that you name is read all the same, except with `--force-exclude`.",
        'exclude = ["vendor/**", "*.draft.md"]',
    ),
    "formats": KeyReference(
        "list of tables with `files` and `format`",
        "Formats of files whose suffix does not decide: `plain`, `markdown`, `mdx`, or the format "
        "of a plug-in. The first pattern that matches a file counts. Folders are searched for "
        "such files, too.",
        '[[formats]]\nfiles = "*.log"\nformat = "plain"',
    ),
    "front-matter": KeyReference(
        "list of keys",
        "Keys of the front matter of Markdown files whose values are checked.",
        'front-matter = ["title", "description"]',
    ),
    "encoding": KeyReference(
        "name of an encoding, or `auto`",
        "Encoding of the files. `auto` finds it out for each file.",
        'encoding = "gb18030"',
        "`auto`",
    ),
    "baseline": KeyReference(
        "file",
        "Baseline: a file of known issues, which are not reported.",
        'baseline = "known.json"',
    ),
    "cache": KeyReference(
        "boolean",
        "Read and write cached results.",
        "cache = false",
    ),
    "color": KeyReference(
        "`auto`, `always` or `never`",
        "When to color the output. `auto`: on a terminal, unless `NO_COLOR` or `FORCE_COLOR` is "
        "set.",
        'color = "never"',
    ),
}
"""Each key of a configuration, in the order of the manual."""
