"""Codes of other event data sets for PLOVER's types and modes, for states and for sectors: tables with a version.

The tables stand in `data/plover/`; training/events/README.md names their sources. What a table leaves empty has no
code there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from detente.errors import ChoiceError, OntologyError
from detente.ontology.lexicon import rows
from detente.ontology.plover import TYPES, modes

VERSION = "plover16-exchange/1"
"""Name and version of the tables: a change of a code is another version."""
OLDER_SCHEME = "plover-18"
"""The older types; the file that lists them (training/events/README.md) has no version."""


class Cameo(NamedTuple):
    """A code of CAMEO with its name, its quad there and its value on Goldstein's scale, None where it has none."""

    code: str
    name: str
    quad: int
    goldstein: float | None

    @property
    def base(self) -> str:
        """The code at the second level, of three digits."""
        return self.code[:3]

    @property
    def root(self) -> str:
        """The code at the first level, of two digits."""
        return self.code[:2]


class StateCodes(NamedTuple):
    """What a state is called in the data sets of others; "" where there is no code."""

    iso3: str
    cow: str
    cow_abbreviation: str
    cameo_country: str
    cameo_group: str
    fips: str


class SectorCodes(NamedTuple):
    """What a sector is called in the data sets of others; "" where there is no code."""

    cameo_role: str
    icews_sector: str


class Older(NamedTuple):
    """A type of the older 18, and the quad that PLOVER 0.8 gives the type in its chapters."""

    type: str
    quad: int


_NO_STATE = StateCodes("", "", "", "", "", "")
_NO_SECTOR = SectorCodes("", "")


def cameo_of(type_: str, mode: str | None) -> Cameo:
    """The CAMEO code of a type and mode; of the type where the mode is not in the table."""
    table = _to_cameo()
    return table.get((type_, mode or ""), table[type_, ""])


def older_of(type_: str, mode: str | None) -> Older:
    """The type among PLOVER's older 18."""
    table = _to_older()
    return table.get((type_, mode or ""), table[type_, ""])


def state_codes(state: str) -> StateCodes:
    """The codes of a state; all empty for one that others have none for."""
    return _states().get(state, _NO_STATE)


def sector_codes(sector: str | None) -> SectorCodes:
    """The codes of a sector; all empty for an unknown one."""
    return _sectors().get(sector or "", _NO_SECTOR)


@cache
def columns(layout: str) -> tuple[str, ...]:
    """The columns of a layout, in their order; ChoiceError lists the layouts."""
    found = tuple(row["column"] for row in rows("plover/columns") if row["format"] == layout)
    if not found:
        known = dict.fromkeys(row["format"] for row in rows("plover/columns"))
        raise ChoiceError(f"no layout '{layout}' of events; there are {', '.join(known)}")
    return found


@cache
def cameo_codes() -> Mapping[str, Cameo]:
    """Every code of CAMEO, as a string with its leading zeros."""
    found = {row["cameo"]: row for row in rows("plover/cameo")}
    return MappingProxyType(
        {
            code: Cameo(code, row["name"], int(row["quad"]), float(row["goldstein"]) if row["goldstein"] else None)
            for code, row in found.items()
        }
    )


@cache
def _to_cameo() -> Mapping[tuple[str, str], Cameo]:
    given = {(row["type"], row["mode"]): row["cameo"] for row in rows("plover/mapping_plover_cameo")}
    _check("mapping_plover_cameo", given, {(type_, mode) for type_, of in modes().items() for mode in of})
    codes = cameo_codes()
    if unknown := sorted(set(given.values()) - set(codes)):
        raise OntologyError(f"mapping_plover_cameo.csv: no CAMEO code {unknown[0]}; cameo.csv lists the codes")
    return {key: codes[code] for key, code in given.items()}


@cache
def _to_older() -> Mapping[tuple[str, str], Older]:
    listed = rows("plover/mapping_16_18")
    given = {(row["type"], row["mode"]): Older(row["plover18_type"], int(row["plover_quad"])) for row in listed}
    _check("mapping_16_18", given, set())
    known = {row["plover18_type"] for row in rows("plover/mapping_18_16")}
    if unknown := sorted({older.type for older in given.values()} - known):
        raise OntologyError(f"mapping_16_18.csv: {unknown[0]} is none of the older types; mapping_18_16.csv lists them")
    return given


def _check(name: str, given: Mapping[tuple[str, str], object], needed: set[tuple[str, str]]) -> None:
    """OntologyError where a type, or a mode that is needed, has no row, or a row is of no type or mode."""
    known = {(type_, mode) for type_, of in modes().items() for mode in of} | {(type_, "") for type_ in TYPES}
    if missing := sorted((needed | {(type_, "") for type_ in TYPES}) - set(given)):
        raise OntologyError(f"{name}.csv: no row for {' '.join(missing[0])}; each type and mode needs one")
    if strange := sorted(set(given) - known):
        raise OntologyError(f"{name}.csv: {' '.join(strange[0])} is no type and mode of the codebook")


@cache
def _states() -> Mapping[str, StateCodes]:
    return {row.pop("state"): StateCodes(**row) for row in rows("plover/states")}


@cache
def _sectors() -> Mapping[str, SectorCodes]:
    return {row.pop("sector"): SectorCodes(**row) for row in rows("plover/sectors")}
