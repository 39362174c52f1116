"""QR codes and join codes as SVG, for screens that phones are held up to."""

from io import BytesIO

import segno


def qr_code(address: str) -> str:
    """Return a QR code of the address as SVG, black on white with its quiet zone."""
    drawn = BytesIO()
    code = segno.make(address, error="m")
    code.save(drawn, kind="svg", xmldecl=False, scale=10, border=4, dark="#000", light="#fff")
    return drawn.getvalue().decode()


def code_card(code: str) -> str:
    """Return a join code as a square SVG, in two lines, black on white."""
    halves = "".join(
        f'<text x="50" y="{y}" font-size="38" font-weight="700" text-anchor="middle" '
        f'font-family="ui-monospace, Menlo, DejaVu Sans Mono, monospace" fill="#000">{half}</text>'
        for y, half in ((44, code[:3]), (83, code[3:]))
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="410" height="410">'
        f'<rect width="100" height="100" fill="#fff"/>{halves}</svg>'
    )
