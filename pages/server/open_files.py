"""The limit of open files of this process: each connection is one, and many systems allow 1,024."""

import sys

MOST_OPEN_FILES = 65_536


def raise_open_files() -> None:
    """Raise the limit as far as the system lets a process raise it, to at most `MOST_OPEN_FILES`."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_OPEN_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_OPEN_FILES)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def open_files() -> int:
    """Return how many files this process may open."""
    if sys.platform == "win32":
        return MOST_OPEN_FILES
    import resource

    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST_OPEN_FILES if soft == resource.RLIM_INFINITY else soft
