"""Hypothesis strategies for code of every shape, and for the prose around it."""

from hypothesis import strategies as st

WORDS = ["linux", "github", "epidemic", "value", "state", "javascript", "user", "name", "config"]
word = st.sampled_from(WORDS)
title = word.map(str.capitalize)
hex_digit = st.sampled_from("0123456789abcdef")


def joined(mark: str, least: int = 2, most: int = 4) -> st.SearchStrategy[str]:
    return st.lists(word, min_size=least, max_size=most).map(mark.join)


def of(pattern: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map(lambda found: pattern.format(*found))


camel_case = of("{}{}{}", st.sampled_from(["get", "set"]), st.just("User"), st.just("Name"))
number = st.integers(0, 30).map(str)
identifiers = st.one_of(
    joined("_"),
    joined("_").map(str.upper),
    joined("."),
    joined("::"),
    camel_case,
    of("{}{}{}", title, title, st.sampled_from(["Exception", "Request", "Listener", "Factory"])),
    of("java.{}.{}Exception", word, title),
    of("{}()", joined("_")),
    of("{}.{}", word, st.sampled_from(["yaml", "py", "md", "json", "conf", "com", "docx"])),
    of("/{}/{}", word, joined("-")),
    of("./{}/{}.txt", word, word),
    of("C:\\{}\\{}", word, word),
    of("src/{}/{}.py", word, word),
    of("{}-{}/{}-{}", word, word, st.sampled_from(["linux", "github"]), word),
    of("{}-{}", st.sampled_from(["linux", "github"]), st.sampled_from(["headers", "mode", "app"])),
    of("--{}-{}", word, word),
    of("--{}={}", word, word),
    of("{}={}", word, word),
    of(".{}", st.sampled_from(["github", "linux", "config"])),
    of("@{}", word),
    of("{}@{}.com", word, word),
    of("https://{}.org/{}?q={}", word, word, word),
    of("www.{}.com", word),
    of("v{}.{}", number, number),
    of("{}.{}.{}", number, number, st.integers(31, 99).map(str)),
    of("{}-{}.{}.{}", word, number, number, number),
    of("192.168.{}.{}", number, number),
    of("{}:8848", st.sampled_from(["localhost", "127.0.0.1", "github.com"])),
    st.lists(of("{}{}", hex_digit, hex_digit), min_size=6, max_size=6).map(":".join),
    st.text(hex_digit, min_size=7, max_size=40).map("a1{}".format),
    of("0x{}", hex_digit),
    st.text(hex_digit, min_size=6, max_size=6).map("#{}".format),
    of("%({})s", word),
    of("${{{}}}", word),
    of("{{{}}}", word),
    of("{{{}}}", st.sampled_from("0123")),
    of("{{{{ {} }}}}", joined(".", 1)),
    of("${}", joined("_", 1)),
    of("<{}>", word),
    of("{}.{}: true", word, word),
)  # fmt: skip
"""Code of one shape each; all of it contains words that are terms or misspellings elsewhere."""

opening = st.sampled_from(["", "", "(", "“", "[", '"', "‘", "：", "（"])
closing = st.sampled_from(["", *')”]"’.,;:!?，。：、）', ".,"])
prose = st.sampled_from(
    ["The new plan", "It was said that the city", "An epidemic in the Linux user’s state", ""]
)
