"""Words that code is recognized by: suffixes of files, hosts, classes and packages."""

import re

from editkit.core.lazy_pattern import lazy_pattern

FILE_SUFFIXES = frozenset(
    """
    7z adoc apk asp aspx bash bat bib bmp bz2 c cc cfg cmd conf cpp cs css csv deb dll dmg doc docx
    dockerfile eot env eps exe flv gif gitignore gradle groovy gz h hpp htm html ico idx ini ipa
    ipynb iso jar java jpeg jpg js json jsonl jsp jsx kt lua md mdx mjs mkv mov mp3 mp4 mpeg msi
    odt ogg otf pdf
    pem php phar pl png po ppt pptx properties proto ps1 psd py pyc pyx qmd rar rb rmd rpm
    rs rst rtf sass scala scss sh sha256 sha256sum sha512 sql sqlite svg swf swift tar tex tgz
    tif tiff toml ts tsv tsx ttf txt vb vue wasm wav webm webp wmv woff woff2 xhtml xls xlsx xml
    xsd xsl xz yaml yml zip zsh
    """.split()
)

DOMAINS = frozenset(
    """
    ai app biz cloud cn co com dev edu eu gov hk info int io jp mil net org ru tv uk us xyz
    """.split()
)

ABBREVIATIONS = frozenset(
    """
    al approx apr aug ave ca cf co corp dec dept dr ed eds eg eq est etc ext feb fig figs gen gov
    ie inc jan jr jul jun ltd mar max min mr mrs ms mt no nos nov oct op pp prof pt rep rev sat sec
    sen sep sept sr st sun tel vol vs
    """.split()
)
"""Abbreviations before whose full stop no code begins: `etc.and` lacks a space."""

CLASS_SUFFIXES = frozenset(
    """
    Adapter Bean Builder Callback Comparator Config Configuration Context Controller Converter
    Decoder Delegate Dispatcher Encoder Entity Enum Error Exception Executor Exporter Factory
    Filter Formatter Handler Helper Impl Info Initializer Interceptor Iterator Listener Loader
    Manager Mapper Module Object Observer Options Parser Plugin Pool Processor Properties Provider
    Proxy Query Reader Record Registry Repository Request Resolver Response Result Runner
    Scheduler Serializer Stub Template Tests Utils Validator Wrapper Writer
    """.split()
)
"""Last words of the names of classes; few brands end in one."""

PACKAGE_TAILS = frozenset(
    """
    action actions agent api app build cli client common compose config core daemon demo dev devel
    docs driver example examples exporter extension extras headers helper image java js lib loader
    mode operator parent plugin proxy py python registry router runtime samples sdk server source
    spring starter template tests tool tools ui utils web webapp
    """.split()
)
"""Last words of the names of packages."""

PREFIXES = frozenset(
    """
    all anti auto bi co counter cross cyber de ex extra full half inter intra mega micro mid mini
    multi neo no non over post pre pro pseudo quasi re self semi single sub super trans tri ultra
    un under
    """.split()
)

COMMANDS = frozenset(
    "black bundle cargo code conda docker git go helm make npm npx pip pip3 pnpm poetry pytest "
    "ruff uv yarn".split()
)
"""Commands that take a folder as their last argument: `git add .`."""
UNITS = frozenset("kbps kmph mbps renminbi tonne tonnes yuan".split())
"""Units that no list of common words has; `yuan/ton` is no path."""

DOCUMENT_SUFFIXES = frozenset(
    "csv doc docx jpeg jpg mp4 odt pdf png ppt pptx rtf txt xls xlsx zip".split()
)
"""Suffixes of files whose names often have spaces."""

MODIFIER_TAIL = lazy_pattern(
    r"""
    \w+(?:ed|ing|ly|ble|less|ful|ish|ous)
    | (?:affiliate|agnostic|aware|backed|based|born|bound|built|centric|certified|class|compliant
    | compatible|country|dependent|driven|era|exclusive|first|focused|free|friendly|funded|grade
    | grown|heavy|held|house|independent|led|level|like|listed|long|made|major|minded|native
    | neutral|new|only|oriented|owned|owner|owners|own|part|prone|proof|ready|related|rich|run
    | savvy|scale|side|size|sized|specific|style|themed|type|user|users|wide|wise|written|year
    | maker|makers)
    """,
    re.VERBOSE,
)
"""Last part of a compound that modifies a noun, such as `github-hosted`."""
