"""A process that dies while adding leaves a sound record, and running it again gives what an uninterrupted run gives."""

import importlib.util
import random
import sys
from pathlib import Path

BENCH = Path(__file__).parents[2] / "bench" / "crash.py"


def test_a_record_survives_kills_at_random_moments(tmp_path, dossier):
    spec = importlib.util.spec_from_file_location("bench_crash", BENCH)
    crash = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = crash
    spec.loader.exec_module(crash)
    several = [dossier(name=f"d{n}", publisher=f"Wire {n}") for n in range(12)]
    tally = crash.kill_often(several, tmp_path, kills=8, inside=4, chance=random.Random(3))
    assert (tally.kills >= 8, tally.inside >= 4, tally.records >= 1, tally.faults) == (True, True, True, 0)
