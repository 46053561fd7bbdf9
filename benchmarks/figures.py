"""What a benchmark gives back, and how it is shown to people and to programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A measured value. `goal` is the most it should be; None where it only explains another figure."""

    value: float
    unit: str
    goal: float | None = None

    @property
    def met(self) -> bool:
        """Say whether the goal, if there is one, is reached."""
        return self.goal is None or self.value <= self.goal


Figures = Mapping[str, Figure]


def as_json(figures: Figures) -> dict[str, float]:
    """Give the bare numbers; each name ends in its unit unless it is a ratio."""
    return {
        f"{name}_{f.unit}" if f.unit != "ratio" else name: round(f.value, 4) for name, f in figures.items()
    }


def as_table(benchmark: str, figures: Figures) -> str:
    """Give one aligned line a figure, with its goal and whether it is met."""
    width = max(len(name) for name in figures)
    return "\n".join([benchmark, *(_row(name.ljust(width), figure) for name, figure in figures.items())])


def _row(name: str, figure: Figure) -> str:
    words = name.replace("_", " ")
    unit = "" if figure.unit == "ratio" else f" {figure.unit}"
    goal = "" if figure.goal is None else f"   goal {figure.goal:g}: {'met' if figure.met else 'NOT MET'}"
    return f"  {words}  {figure.value:10.3f}{unit:<3}{goal}".rstrip()
