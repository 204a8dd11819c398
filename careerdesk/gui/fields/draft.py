"""What is left in a field when its form is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Draft:
    """What a field held when its form was left: a value, or text that is none."""

    content: Any
    is_value: bool
