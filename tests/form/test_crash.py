"""A power failure while people answer."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_kill_costs_no_acknowledged_answer() -> None:
    """However the server ends, what it acknowledged is stored; the bench itself kills 100 times."""
    command = [sys.executable, "-m", "tests.bench.kills", "--kills", "3"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    counted = re.search(r"3 kills, ([\d,]+) answers acknowledged, (\d+) lost", told)
    assert counted is not None, told
    assert counted[1] != "0"
    assert counted[2] == "0"
