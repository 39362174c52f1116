"""The limit of open files."""

import subprocess
import sys

PROGRAM = """
import resource
from pages.server.open_files import raise_open_files
resource.setrlimit(resource.RLIMIT_NOFILE, (256, 2048))
raise_open_files()
print(resource.getrlimit(resource.RLIMIT_NOFILE))
"""


def test_the_limit_is_raised_as_far_as_allowed() -> None:
    """A process that may have 2,048 open files, and began with 256, has 2,048."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(2048, 2048)"
