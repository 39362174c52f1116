"""Single-use codes as files to hand out: a table for a mailing, and slips to print and cut."""

import csv
import io
from collections.abc import Iterable

from markupsafe import Markup

_SLIPS = Markup("""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Codes: {title}</title>
<style>
body {{ font: 11pt/1.4 system-ui, sans-serif; margin: 1cm; color: #000; background: #fff; }}
h1 {{ font-size: 14pt; margin: 0 0 .6cm; }}
@media print {{ h1 {{ display: none; }} }}
ol {{ display: grid; grid-template-columns: 1fr 1fr; margin: 0; padding: 0; list-style: none; }}
li {{ border: 1px dashed #777; padding: .6cm; break-inside: avoid; overflow-wrap: anywhere; }}
@media screen and (max-width: 30rem) {{ ol {{ grid-template-columns: 1fr; }} }}
strong {{ display: block; font: 700 18pt ui-monospace, monospace; }}
</style>
<main>
<h1>Codes: {title}</h1>
<ol>
{slips}
</ol>
</main>
</html>
""")
_SLIP = Markup("<li>{title}<strong>{code}</strong>Open {link} and type this code. It works once.</li>")


def code_table(codes: Iterable[str], link: str) -> str:
    """Return a CSV table with a row per code: the code, and the link of the form that carries it."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(["code", "link"])
    table.writerows((code, f"{link}?code={code}") for code in codes)
    return written.getvalue()


def code_slips(codes: Iterable[str], link: str, title: str) -> str:
    """Return an HTML page to print, with a slip to cut out per code."""
    slips = Markup("\n").join(_SLIP.format(title=title, code=code, link=link) for code in codes)
    return str(_SLIPS.format(title=title, slips=slips))
