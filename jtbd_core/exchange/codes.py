"""Export of single-use codes: a CSV table for a mailing, and a page of slips to print and cut."""

import csv
import io
from collections.abc import Iterable

import segno
from markupsafe import Markup

MOST_SLIPS = 500
"""The most slips in one page: the QR code of each takes 12 ms of a server that is shared."""

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
li {{ display: flex; gap: .4cm; border: 1px dashed #777; padding: .4cm; break-inside: avoid; overflow-wrap: anywhere; }}
svg {{ display: block; width: 3.2cm; }}
@media screen and (max-width: 30rem) {{ ol {{ grid-template-columns: 1fr; }} li {{ flex-wrap: wrap; }} }}
strong {{ display: block; font: 700 15pt ui-monospace, monospace; white-space: nowrap; }}
</style>
<main>
<h1>Codes: {title}</h1>
<ol>
{slips}
</ol>
</main>
</html>
""")
_SLIP = Markup("""<li>
<div role="img" aria-label="QR code that opens the form with this code">{picture}</div>
<div>{title}<strong>{code}</strong>Scan, or open {link} and type this code. It works once.</div>
</li>""")


def code_table(codes: Iterable[str], link: str) -> str:
    """Return a CSV table with a row per code: the code, and the link of the form that carries it."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(["code", "link"])
    table.writerows((code, _carrying(link, code)) for code in codes)
    return written.getvalue()


def code_slips(codes: Iterable[str], link: str, title: str) -> str:
    """Return an HTML page to print with a slip per code: the code, and a QR code of the link that carries it."""
    slips = (_SLIP.format(title=title, code=code, link=link, picture=_qr(_carrying(link, code))) for code in codes)
    return str(_SLIPS.format(title=title, slips=Markup("\n").join(slips)))


def _carrying(link: str, code: str) -> str:
    return f"{link}?code={code}"


def _qr(address: str) -> Markup:
    return Markup(segno.make(address, error="m").svg_inline(border=4, omitsize=True))  # noqa: S704 - segno drew it
