"""Units and numerals in words, as alternatives of regular expressions."""

CAPITALIZED_UNITS = (
    "Kilometers?|Kilometres?|Meters?|Metres?|Miles?|Tons?|Tonnes?|Hectares?|Percent|Yuan|Million|"
    "Billion|Trillion|Thousand|Hours?|Minutes?|Days?|Weeks?|Months?|Years?|People|Square|Cubic"
)
"""Units, numerals and counted nouns with a capital that is wrong after a figure."""
COUNTABLE_UNITS = (
    "year|month|week|day|hour|minute|second|meter|metre|kilometer|kilometre|mile|ton|tonne|inch|"
    "hectare|liter|litre|dollar|seat|story|storey"
)
"""Units whose singular modifies a noun: `a 5-year plan`."""
SPELLED_OUT_UNITS = (
    "seconds?|minutes?|hours?|days?|weeks?|months?|years?|meters?|metres?|kilomet(?:er|re)s?|miles?|"
    "tons?|tonnes?|kilograms?|liters?|litres?|hectares?|percent|people|yuan|dollars|euros|vehicles|"
    "times|thousand|million|billion|trillion"
)
"""Units, numerals and counted nouns that need a space after a figure."""
