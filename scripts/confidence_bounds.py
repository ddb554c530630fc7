"""Lower bound of a precision: what it is at least, nine times of ten, given few findings."""

from math import sqrt

Z_SCORE = 1.2816
"""The 90th percentile of the standard normal distribution."""


def lower_bound(right: float, seen: float) -> float:
    """Return the lower end of Wilson's score interval at the 10th percentile; 0.0 for none seen.

    A mean says 1.0 of one right finding and of a hundred; the bound says 0.38 and 0.98.

    >>> [round(lower_bound(n, n), 2) for n in (1, 3, 100)], round(lower_bound(15, 20), 2)
    ([0.38, 0.65, 0.98], 0.61)
    """
    if not seen:
        return 0.0
    rate, doubt = right / seen, Z_SCORE**2 / seen
    spread = sqrt(rate * (1 - rate) * doubt + doubt * doubt / 4)
    return (rate + doubt / 2 - spread) / (1 + doubt)
