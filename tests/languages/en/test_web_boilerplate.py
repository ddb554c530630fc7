"""Tests of the detection of web page boilerplate."""

from editkit.languages.en.web_boilerplate import classify_line, classify_lines

BOILERPLATE = [
    ("Share To weibo qzone", "a button"),
    ("2021/03/04 Share on WeChat", "a button"),
    ("Share: Moments, QQ and Douban", "a button"),
    ("[Print] [Close]", "a button"),
    ("Print | Close | Top", "a button"),
    ("2021-03-04 10:20 Print", "a button"),
    ("Back to top · Views: 1,024 · Like (7)", "a button"),
    ("Online consultation", "a button"),
    ("Share with friends: WeChat | QQ", "a button"),
    ("Home | About us | Products", "a button"),
    ("【Return】【Close】", "a button"),
    ("Reads: 12", "a counter"),
    ("Prev: None", "a link to another page"),
    ("Location: Home - News", "a trail of links"),
    ("苏ICP备12345号", "a notice of copyright"),
    ("Please enter your e-mail", "a form to fill in"),
    ("Click on the blue words above", "an invitation to follow"),
    ("Original title: The bridge of Suhe", "a line of credits"),
    ("Release time: 2021-03-04 10:20", "a line of credits"),
    ("Clicks: 37 times", "a counter"),
    ("Font size: [Big] [Middle] [Small]", "a switch for the size of letters"),
    ("Next: None", "a link to another page"),
    ("Previous article: The bridge of Suhe opens", "a link to another page"),
    ("Home > News > Company", "a trail of links"),
    ("Current position: Home page", "a trail of links"),
    ("Copyright © Suhe Bridges", "a notice of copyright"),
    ("Suhe ICP No. 12345", "a notice of copyright"),
    ("Please leave us your contact details, we call back", "a form to fill in"),
    ("Leave a message~", "a form to fill in"),
    ("Comments and Suggestions", "a form to fill in"),
    ("We will get back to you within 24 hours.", "a form to fill in"),
    ("Scan the QR code below for more", "an invitation to follow"),
    ("Follow our official account on the phone", "an invitation to follow"),
    ("Related news:", "a list of other articles"),
    ("Release time: 2021-03-04 Source: Suhe Daily", "a line of credits"),
    ("(Source: Suhe Daily  Editor in charge: Li Bo)", "a line of credits"),
]


def test_boilerplate() -> None:
    wrong = [(line, kind) for line, kind in BOILERPLATE if classify_line(line) != kind]

    assert wrong == []


PROSE = [
    "",
    "Source: Suhe Daily",
    "2021-03-04 10:20 Source: Suhe Daily Author: Li Bo Editor: Hu An",
    "Share prices rose on Friday.",
    "Views: what the towns say of it",
    "Print",
    "2021-03-04",
    "Next: the bridge opens in May.",
    "Home is where the bridge is.",
    "Suggestions and comments from readers were read aloud.",
    "He asked us to leave a message.",
    "The editor in charge: a portrait. Source: his diary. He wrote it in May.",
    "Visitors scan the QR code at the gate.",
    "We will call the bridge what you like.",
    "The Copyright Act of 1911 was amended.",
    f"Share to WeChat {'and so on ' * 30}",
]


def test_prose() -> None:
    wrong = [line for line in PROSE if classify_line(line) is not None]

    assert wrong == []


def test_single_word_next_to_boilerplate() -> None:
    lines = ["Top", "Suhe grew.", "Message", "Name:", "Leave a message", "Close", "Tel: 1234"]

    labels = classify_lines(lines)

    assert labels == [None, None, "a part", "a part", "a form to fill in", "a part", "a part"]


def test_single_word_without_boilerplate() -> None:
    assert classify_lines(["Message", "Name:", "Suhe grew.", "WeChat"]) == [None] * 4
    assert classify_lines([]) == []
