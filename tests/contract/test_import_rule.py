"""A module imports only from lower floors; siblings of floors 4, 5 and 8 never import each other."""

import ast
from pathlib import Path

import detente

ROOT = Path(detente.__file__).parent
FLOORS = {
    "errors": 0,
    "settings": 0,
    "model": 1,
    "ontology": 2,
    "text": 3,
    "sources": 4,
    "reading": 4,
    "extract": 4,
    "resolve": 4,
    "store": 4,
    "analysis": 5,
    "export": 5,
    "users": 5,
    "pipeline": 6,
    "relationship": 6,
    "api": 7,
    "cli": 8,
    "web": 8,
    "bulk": 8,
}


def room_of(module: str) -> str:
    return module.split(".")[1]


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            base = node.module or ""
            found |= {f"{base}.{a.name}" for a in node.names} if base == "detente" else {base}
    return {m for m in found if m.startswith("detente.")}


def violations(path: Path, room: str) -> list[str]:
    here = FLOORS[room]
    bad = []
    for module in imports_of(path):
        there = room_of(module)
        if there != room and FLOORS[there] >= here:
            bad.append(f"{path.relative_to(ROOT)} (floor {here}) imports {module} (floor {FLOORS[there]})")
    return bad


def test_no_module_imports_from_its_own_floor_or_above():
    found = []
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts == ("__init__",):
            continue
        found += violations(path, parts[0])
    assert found == []


def test_every_room_has_a_floor():
    rooms = {
        p.stem if p.is_file() else p.name for p in ROOT.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()
    }
    assert rooms - {"__init__"} <= set(FLOORS)


def test_the_rule_sees_an_upward_import(tmp_path):
    sample = tmp_path / "sample.py"
    sample.write_text("from detente import api\nimport detente.cli.main\n", encoding="utf-8")
    assert {room_of(m) for m in imports_of(sample)} == {"api", "cli"}
