"""A plain page of ours outside of the form, in the form's style."""

from html import escape

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="stylesheet" href="{root}/r/style.css?{version}">
<link rel="icon" href="{root}/r/icon.svg?{version}">
</head>
<body>
<main class="welcome">
{body}
</main>
</body>
</html>
"""


def page(title: str, body: str, root: str, version: str) -> str:
    """Return a page with this body of HTML; `version` is that of the form's assets, below `root`."""
    return PAGE.format(title=escape(title), body=body, root=escape(root), version=version)
