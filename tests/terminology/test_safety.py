"""Safety of term fixes in `normalize`: one row for each condition."""

import pytest

import editkit
from editkit.core.glossary import Glossary
from editkit.termbase.table import read_table

SAFE = [
    ("a variant of a name", "Harbour Lines,", "HarbourLines is long.", "Harbour Lines is long."),
    ("a name in capitals", "Harbour Lines,", "The HARBOUR Lines.", "The Harbour Lines."),
    ("a rejected name", "Harbour Lines,Port Lines", "Port Lines is old.", "Harbour Lines is old."),
    ("a common term", "plant,factory site", "The factory site is old.", "The plant is old."),
    ("its plural", "plant,factory site", "Two factory sites are old.", "Two plants are old."),
    ("the article before it", "ship,airplane", "It is an airplane.", "It is a ship."),
    ("a noun after to", "pandemic,epidemic", "It led to epidemics.", "It led to pandemics."),
    (
        "a verb for a verb",
        "use,utilize",
        "We utilize it; they can utilize it.",
        "We use it; they can use it.",
    ),
    (
        "a possessive after it",
        "Harbour Board,Port Trustees",
        "The Port Trustees' plan.",
        "The Harbour Board's plan.",
    ),
    (
        "a name as all that is quoted",
        "Harbour Board,Port Board",
        "The “Port Board” met; *Port Board* sat.",
        "The “Harbour Board” met; *Harbour Board* sat.",
    ),
    (
        "a quoted name with an abbreviation",
        "Harbour Fund,",
        "The “Suhe HarbourFund” (SHF) grew.",
        "The “Suhe Harbour Fund” (SHF) grew.",
    ),
    (
        "a quoted sentence",
        "pandemic,epidemic",
        "He said “The epidemic ended.”",
        "He said “The pandemic ended.”",
    ),
    (
        "emphasis of a common word",
        "pandemic,epidemic",
        "It was *an epidemic* then.",
        "It was *a pandemic* then.",
    ),
    (
        "a sign after the same words",
        "Harbour Motor,Harbour Motors",
        "Harbour® Motors and Harbour Motors™ met.",
        "Harbour® Motor and Harbour Motor™ met.",
    ),
    (
        "a quotation that is not of a word",
        "plant,factory",
        "He calls it a “factory”.",
        "He calls it a “plant”.",
    ),
    (
        "a modifier of a participle",
        "plant,factory",
        "A factory-made car and a factory-free town; 3-factory sites.",
        "A plant-made car and a plant-free town; 3-plant sites.",
    ),
    (
        "a compound of man",
        "chairman,board chair",
        "Two board chairs met; the board chairs' plan.",
        "Two chairmen met; the chairmen's plan.",
    ),
    (
        "a phrasal verb",
        "set up,setup",
        "We setup it. Setup it now! They setup.",
        "We set up it. Set up it now! They set up.",
    ),
    (
        "a solid noun",
        "follow-up,followup",
        "The followup and followups came.",
        "The follow-up and follow-ups came.",
    ),
    (
        "a noun that looks like a verb form",
        "press call,news briefing",
        "The news briefing ended.",
        "The press call ended.",
    ),
    (
        "respellings of one term in a list",
        "e-commerce,ecommerce",
        "Write ecommerce and e-commerce.",
        "Write e-commerce and e-commerce.",
    ),
    (
        "a word that is doubled already",
        "plant,factory",
        "More and more factories, one and one.",
        "More and more plants, one and one.",
    ),
    (
        "two rejected terms with other words between them",
        "plant,factory|mill",
        "The factory and the old mill closed.",
        "The plant and the old plant closed.",
    ),
    (
        "a word that the preferred term brings",
        "Beijing Winter Olympics,Winter Olympic Games",
        "The Beijing Winter Olympic Games began.",
        "The Beijing Winter Olympics began.",
    ),
    (
        "a name before a noun that the article belongs to",
        "COVID-19,coronavirus",
        "The coronavirus pandemic ended; cases of coronavirus fell.",
        "The COVID-19 pandemic ended; cases of COVID-19 fell.",
    ),
    (
        "a name after its article",
        "Belt and Road Initiative,OBOR",
        "The OBOR was new, and OBOR countries met.",
        "The Belt and Road Initiative was new, and Belt and Road Initiative countries met.",
    ),
    (
        "an initialism for its words",
        "electric vehicle,EV",
        "The EV is quiet; EV owners like it.",
        "The electric vehicle is quiet; electric vehicle owners like it.",
    ),
    (
        "a plural before a plural verb",
        "town hall meetings,all-hands",
        "The all-hands were long.",
        "The town hall meetings were long.",
    ),
]
"""The condition, a glossary row (`term,forbidden`), a text, the text that `normalize` returns."""

UNSAFE = [
    ("ordinary words at a sentence start", "Harbour Lines,", "Harbour lines are long."),
    ("a plural for a singular", "house rules,guideline", "The guideline is long."),
    ("a plural for an uncountable noun", "green goods,greenery", "A greenery is dear."),
    (
        "a phrase with an inflected verb",
        "give a thumbs-up,clicked the like",
        "He clicked the like.",
    ),
    ("no such form", "equipment,device", "Two devices are old."),
    ("a part of a longer name", "Harbour Board,Port Board", "The Suhe Port Board Hotel is old."),
    ("a title in italics", "pandemic,epidemic", "Her *An Epidemic of Love* sold."),
    ("a title in tags", "pandemic,epidemic", "Her <cite>An Epidemic</cite> sold."),
    ("a title in quotation marks", "pandemic,epidemic", "Her “An Epidemic of Love” sold."),
    ("a title in a quotation", "pandemic,epidemic", "“Her ‘An Epidemic of Love’ sold.”"),
    ("a title with a name in it", "Harbour Board,Port Board", "His “Port Board Days” sold."),
    ("an article before a name without one", "COVID-19,coronavirus", "The coronavirus was new."),
    ("an article and an adjective", "COVID-19,coronavirus", "A novel coronavirus was found."),
    ("a name that lacks its article", "Belt and Road Initiative,OBOR", "They joined OBOR."),
    ("a plural before a singular verb", "town hall meetings,all-hands", "The all-hands was long."),
    ("a plural after an article", "town hall meetings,all-hands", "An all-hands is due."),
    ("a variant in a title", "Harbour Fund,", "Her “HarbourFund Days” sold."),
    ("a hyphen that a clause may not need", "third-party,", "The third party plans to sue."),
    ("a sign after another word", "Harbour Board,Port Board", "The Port® Board met."),
    ("a name without diacritics", "São Marco,", "They met in Sao Marco."),
    ("a name with diacritics", "Sao Marco,", "They met in São Marco."),
    ("a name without punctuation", "Boat.js,", "They use BoatJS."),
    ("the name of a band", "pandemic,epidemic", "The band Epidemic played."),
    ("an article before own", "own brand,house label", "It is the house label."),
    ("two rejected terms of one row", "plant,factory|mill", "Factories and mills closed."),
    ("a term next to itself", "customer,client", "Any client or a customer may ask."),
    ("a word of a compound", "customer,client", "It is client-server code. A client-side one."),
    ("a word after a prefix", "employee,worker", "His co-worker spoke."),
    ("a word of a long compound", "purchase,market", "It is market-to-market."),
    ("a word that is mentioned", "plant,factory", "The word “factory” is old."),
    ("a name that is mentioned", "Harbour Fund,Port Fund", 'The term "Port Fund" is old.'),
    ("terms in a list", "plant,factory|mill", "The factory, the mill, the plant."),
    ("a noun for a phrasal verb", "set up,setup", "The setup is long. During setup, wait."),
    ("a noun at the start of a sentence", "log in,sign in", "Stop. Sign in is closed."),
    ("a verb for a solid noun", "follow-up,followup", "Please followup with the firm."),
    ("a noun phrase for a solid adjective", "long-term,longterm", "In the longterm, it pays."),
    ("a sign after it and one in the new term", "Harbour® Fund,Port Fund", "Port Fund™ grew."),
    ("an abbreviation of a rejected term", "drone,air robot|AR", "Air robots (ARs) flew."),
    (
        "two phrases of one row",
        "smart cabin,clever cabin|smart nook",
        "A smart nook and a clever cabin.",
    ),
]
"""The condition, a glossary row, a text that `normalize` leaves as it is."""


SILENT = [
    ("a verb for a noun", "town hall,park", "She parks there. We can park it."),
    ("a verb for a noun after a sentence", "town hall,park", "Stop. Park it there."),
    ("a verb for a hyphenated noun", "follow-up,", "We follow up on it."),
    ("a listed verb for a hyphenated noun", "follow-up,follow up", "We follow up on it."),
    ("a word that looks like an abbreviation", "Internet of Things,,IoT", "It costs a lot."),
    ("words without diacritics", "Rosé,", "Rose sang."),
    ("a short name without punctuation", "P.M.,", "The PM spoke."),
    ("a name with a sign in it", "Harbour Fund,", "The Harbour® Fund met."),
    ("a noun phrase for a hyphenated adjective", "long-term,", "In the long term, it pays."),
]
"""The condition, a glossary row, a text in which nothing is reported."""


def glossary(row: str) -> Glossary:
    data = f"term,forbidden,admitted\n{row}\n".encode()
    return read_table(data, uri="g.csv").glossary


@pytest.mark.parametrize(
    ("row", "text", "expected"), [row[1:] for row in SAFE], ids=[r[0] for r in SAFE]
)
def test_safe(row: str, text: str, expected: str) -> None:
    assert editkit.normalize(text, glossary=glossary(row)) == expected


@pytest.mark.parametrize(("row", "text"), [row[1:] for row in UNSAFE], ids=[r[0] for r in UNSAFE])
def test_left_for_review(row: str, text: str) -> None:
    assert editkit.normalize(text, glossary=glossary(row)) == text
    assert editkit.normalize(text, glossary=glossary(row), unsafe=True) != text


@pytest.mark.parametrize(("row", "text"), [row[1:] for row in SILENT], ids=[r[0] for r in SILENT])
def test_silent(row: str, text: str) -> None:
    [part] = editkit.lint(text, glossary=glossary(row), select=["term"]).documents

    assert part.issues == ()


def test_a_protected_quotation_is_left_for_review() -> None:
    terms = glossary("Harbour Lines,Port Lines")
    protect: dict[str, dict[str, object]] = {"deprecated-term": {"protect-quotations": True}}

    text = "He said “Port Lines is old.”"
    assert editkit.normalize(text, glossary=terms, rules=protect) == text
    assert editkit.normalize(text, glossary=terms) == "He said “Harbour Lines is old.”"


def test_a_title_in_underscores_is_left_for_review() -> None:
    text, terms = "Her _Epidemic_ sold.", glossary("pandemic,epidemic")

    fixed = editkit.normalize(text, glossary=terms, format="markdown")

    assert fixed == text
    assert editkit.normalize(text, glossary=terms, format="markdown", unsafe=True) != text


def test_a_determiner_replaces_the_one_before_it() -> None:
    terms = glossary("our plant,factory")

    fixed = editkit.normalize("The factory and its factories.", glossary=terms, unsafe=True)

    assert fixed == "Our plant and our plants."


def test_a_term_may_end_in_a_hyphen() -> None:
    assert editkit.normalize("The middle was old.", glossary=glossary("mid-,middle")) == (
        "The mid- was old."
    )
