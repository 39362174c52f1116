"""A study whose every text tries to be something else: script, template, SQL, Markdown, icon, link, formula."""

from jtbd_core.study import Circumstance, Option, Outcome, Solution, Step, Study

SCRIPT = "<script>document.title='owned'</script>"
IMAGE = "<img src=x onerror=\"document.title='owned'\">"
BREAKOUT = "\"><svg onload=document.title='owned'>"
TEMPLATE = "{{7*7}} {% for x in y %} ${7*7}"
SQL = "'); DROP TABLE rating; --"
MARKDOWN = "**bold** `code` ~~gone~~ $x^2$ # one"
LINK = "[press](https://elsewhere.example) ![seen](https://elsewhere.example/seen.png) javascript:document.title"
ICON = ":material/home: :red[hot] :smile: www.elsewhere.example"
FORMULA = '=HYPERLINK("https://elsewhere.example";"press")'
HEADER = "de%0d%0aSet-Cookie: owned=1"

TEXTS = (SCRIPT, IMAGE, BREAKOUT, TEMPLATE, SQL, MARKDOWN, LINK, ICON, FORMULA, HEADER)

HOSTILE = Study(
    title=f"{SCRIPT} {MARKDOWN}",
    job=f"{IMAGE} {ICON}",
    purpose=f"{BREAKOUT}\n{LINK}",
    note=f"{TEMPLATE}\n{ICON}",
    steps=(
        Step(id="one", name=f"{BREAKOUT} {MARKDOWN}", is_core=True),
        Step(id="two", name=f"{FORMULA} {TEMPLATE}"),
    ),
    outcomes=tuple(
        Outcome(id=f"outcome-{number}", statement=text, step="one" if number % 2 else "two")
        if number % 3
        else Outcome(id=f"outcome-{number}", statement=text, dimension="emotional")
        for number, text in enumerate(TEXTS)
    ),
    solutions=tuple(Solution(id=f"solution-{number}", name=text) for number, text in enumerate(TEXTS)),
    circumstances=(
        Circumstance(
            id="where",
            question=f"{IMAGE} {LINK}",
            options=tuple(Option(id=f"option-{number}", label=text) for number, text in enumerate(TEXTS)),
        ),
    ),
    translations={
        "de": {
            "title": f"{TEMPLATE} {SCRIPT}",
            **{f"outcome.outcome-{number}": f"{BREAKOUT} {SQL} {number}" for number in range(len(TEXTS))},
        }
    },
)
