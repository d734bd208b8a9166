"""How a problem is said: to a person, to GitHub, to GitLab."""

from .formats import FORMATS, render, summary
from .problem import ERROR, WARNING, Problem, Refused, nearest, quote_list

__all__ = [
    "ERROR",
    "FORMATS",
    "WARNING",
    "Problem",
    "Refused",
    "nearest",
    "quote_list",
    "render",
    "summary",
]
