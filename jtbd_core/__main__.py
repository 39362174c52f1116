"""Run the command line: `python -m jtbd_core`."""

from jtbd_core.commands import main

main(prog_name="python -m jtbd_core")
