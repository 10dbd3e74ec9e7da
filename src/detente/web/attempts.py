"""How often a sign-in may fail before one has to wait: by name and by address."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta
from threading import Lock

from detente.store.record import Clock

WINDOW = timedelta(minutes=15)
BY_NAME, BY_ADDRESS = 5, 20
"""So many may fail within the window; several people may share an address."""


class Attempts:
    """Failed sign-ins of the last minutes; one that is under way counts until it is known to be right."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failed: dict[tuple[str, str], deque[datetime]] = {}
        self._counting = Lock()

    def begin(self, name: str, address: str) -> timedelta | None:
        """Count an attempt; where there were too many, count nothing and return how long to wait."""
        limits = {("name", name): BY_NAME, ("address", address): BY_ADDRESS}
        with self._counting:
            now = self._clock()
            self._forget_before(now - WINDOW)
            full = [self._failed[key] for key, most in limits.items() if len(self._failed.get(key, ())) >= most]
            if full:
                return max(times[0] for times in full) + WINDOW - now
            for key in limits:
                self._failed.setdefault(key, deque()).append(now)
        return None

    def right(self, name: str, address: str) -> None:
        """The attempt was right: nothing of that name failed, and one less of the address."""
        with self._counting:
            self._failed.pop(("name", name), None)
            if times := self._failed.get(("address", address)):
                times.pop()

    def _forget_before(self, moment: datetime) -> None:
        for key, times in list(self._failed.items()):
            while times and times[0] <= moment:
                times.popleft()
            if not times:
                del self._failed[key]
