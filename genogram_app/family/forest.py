"""Distances between rows: a union-find whose links know how many rows they span."""

from __future__ import annotations

from collections.abc import Iterable

from genogram_app.model.ids import Id


class Forest:
    """Who stands how many rows below whom, as far as statements join them."""

    def __init__(self, keys: Iterable[Id]) -> None:
        self.parent = {key: key for key in keys}
        self.offset = dict.fromkeys(self.parent, 0)

    def root(self, key: Id) -> Id:
        """Give the head of somebody's tree, and hang everyone on the way right under it."""
        parent = self.parent
        head = parent[key]
        if parent[head] == head:
            return head
        path = []
        while parent[key] != key:
            path.append(key)
            key = parent[key]
        total = 0
        for step in reversed(path):
            total += self.offset[step]
            parent[step], self.offset[step] = key, total
        return key

    def join(self, lower: Id, upper: Id, down: int) -> bool:
        """Put one some rows below another; False if that contradicts what was said before."""
        parent, offset = self.parent, self.offset
        a, b = parent[lower], parent[upper]
        if parent[a] != a:
            a = self.root(lower)
        if parent[b] != b:
            b = self.root(upper)
        gap = offset[upper] + down - offset[lower]
        if a == b:
            return gap == 0
        parent[a], offset[a] = b, gap
        return True

    def heads(self) -> dict[Id, Id]:
        """Give the head of everybody's tree."""
        parent = self.parent
        for key, above in parent.items():
            if parent[above] != above:
                self.root(key)
        return dict(parent)

    def rows(self) -> dict[Id, int]:
        """Give every row, counted from the head of its tree."""
        self.heads()
        # Everybody hangs right under their head now.
        return dict(self.offset)
