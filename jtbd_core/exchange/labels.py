"""The labels of five-point scales as surveys word them, in the languages of the form.

Each scale is a line of five points from the lowest, separated by `|`; a point may have several wordings, separated by
`/`. A label can stand for another point on another scale: "very important" is the fourth of five on one, the fifth on
another.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import product

from jtbd_core.exchange.headings import Kind

_IMPORTANCE = """
not at all important/not important at all/not important | slightly important/a little important/somewhat important | \
moderately important/somewhat important/fairly important | very important | extremely important
not at all | slightly/a little/somewhat | moderately/somewhat | very/very much | extremely
not at all important/not important at all/not important/unimportant/very unimportant/completely unimportant | \
slightly important/of little importance/less important/rather unimportant/somewhat unimportant/unimportant/\
not very important/not important | moderately important/neutral/neither important nor unimportant/\
neither unimportant nor important/of average importance/somewhat important/neither/undecided | important/\
rather important/fairly important/quite important/somewhat important | very important/extremely important/\
absolutely essential/essential
gar nicht wichtig/überhaupt nicht wichtig/nicht wichtig/unwichtig | wenig wichtig/etwas wichtig/weniger wichtig | \
einigermaßen wichtig/mäßig wichtig/mittelmäßig wichtig/mittel wichtig/ziemlich wichtig | sehr wichtig | \
äußerst wichtig/extrem wichtig/besonders wichtig
gar nicht wichtig/überhaupt nicht wichtig/nicht wichtig/sehr unwichtig/völlig unwichtig/unwichtig | eher unwichtig/\
weniger wichtig/wenig wichtig/eher nicht wichtig/unwichtig | teils teils/teils/teils, teils/teils/teils/teils-teils/\
mittel/mittelmäßig wichtig/mäßig wichtig/neutral/weder noch/weder wichtig noch unwichtig/einigermaßen wichtig | \
eher wichtig/ziemlich wichtig/wichtig | sehr wichtig/äußerst wichtig/extrem wichtig
pas du tout important/pas important/pas du tout importante | peu important/un peu important/peu importante | \
moyennement important/modérément important/assez important/moyennement importante | très important/très importante | \
extrêmement important/extrêmement importante
pas du tout important/pas important du tout/pas important | peu important/plutôt pas important | \
moyennement important/neutre/ni important ni sans importance | important/plutôt important/assez important | \
très important/extrêmement important
nada importante/no es importante/sin importancia | poco importante/algo importante | medianamente importante/\
moderadamente importante/bastante importante | muy importante | sumamente importante/extremadamente importante
nada importante/sin importancia/no es importante | poco importante | medianamente importante/\
moderadamente importante/neutral/algo importante/ni importante ni no importante | importante/bastante importante | \
muy importante/sumamente importante/extremadamente importante
nada importante/sem importância/não é importante | pouco importante/um pouco importante | moderadamente importante/\
razoavelmente importante/mais ou menos importante | muito importante | muitíssimo importante/extremamente importante
nada importante/sem importância/não é importante | pouco importante | moderadamente importante/neutro/\
mais ou menos importante/razoavelmente importante | importante/bastante importante | muito importante/\
extremamente importante/muitíssimo importante
"""

_EXPERIENCE = """
not at all/not at all satisfied/not satisfied at all/not satisfied | slightly/slightly satisfied/a little satisfied/\
somewhat satisfied | moderately/moderately satisfied/somewhat satisfied/fairly satisfied | very/very satisfied | \
extremely/extremely satisfied
very dissatisfied/extremely dissatisfied/completely dissatisfied/very unsatisfied/extremely unsatisfied/\
strongly dissatisfied | dissatisfied/somewhat dissatisfied/rather dissatisfied/fairly dissatisfied/unsatisfied/\
slightly dissatisfied | neutral/neither satisfied nor dissatisfied/neither dissatisfied nor satisfied/neither/\
undecided | satisfied/somewhat satisfied/rather satisfied/fairly satisfied/slightly satisfied | very satisfied/\
extremely satisfied/completely satisfied/strongly satisfied
falls far short/far below/far below expectations/much worse than expected/far short | falls short/below/\
below expectations/worse than expected/short | meets it/meets/meets expectations/as expected | exceeds it/exceeds/\
above expectations/exceeds expectations/better than expected | far exceeds it/far exceeds/far above expectations/\
far exceeds expectations/much better than expected
gar nicht/gar nicht zufrieden/überhaupt nicht zufrieden/nicht zufrieden | wenig/wenig zufrieden/etwas zufrieden | \
einigermaßen/einigermaßen zufrieden/mäßig zufrieden/mittelmäßig zufrieden | sehr/sehr zufrieden | äußerst/\
äußerst zufrieden/extrem zufrieden
sehr unzufrieden/äußerst unzufrieden/völlig unzufrieden/gar nicht zufrieden/überhaupt nicht zufrieden | unzufrieden/\
eher unzufrieden/weniger zufrieden/wenig zufrieden | neutral/teils teils/teils/teils, teils/teils-teils/weder noch/\
weder zufrieden noch unzufrieden/mittelmäßig zufrieden | zufrieden/eher zufrieden/ziemlich zufrieden | \
sehr zufrieden/äußerst zufrieden/völlig zufrieden
weit darunter | darunter | gleichauf/wie erwartet | darüber | weit darüber
pas du tout/pas du tout satisfait/pas satisfait du tout | peu/peu satisfait/un peu satisfait | moyennement/\
moyennement satisfait/modérément satisfait/assez satisfait | très/très satisfait | extrêmement/extrêmement satisfait
très insatisfait/très mécontent/pas du tout satisfait | insatisfait/plutôt insatisfait/peu satisfait/mécontent | \
neutre/ni satisfait ni insatisfait/moyennement satisfait | satisfait/plutôt satisfait/assez satisfait | \
très satisfait/extrêmement satisfait/tout à fait satisfait
bien en dessous | en dessous | conforme | au-dessus | bien au-dessus
nada/nada satisfecho | un poco/poco satisfecho/algo satisfecho | moderadamente/moderadamente satisfecho/\
medianamente satisfecho | mucho/muy satisfecho | muchísimo/sumamente satisfecho/extremadamente satisfecho
muy insatisfecho/nada satisfecho | insatisfecho/algo insatisfecho/poco satisfecho | neutral/\
ni satisfecho ni insatisfecho | satisfecho/algo satisfecho/bastante satisfecho | muy satisfecho/\
sumamente satisfecho/totalmente satisfecho
queda muy por debajo | queda por debajo | lo cumple | lo supera | lo supera con creces
nada/nada satisfeito | um pouco/pouco satisfeito | moderadamente/moderadamente satisfeito/razoavelmente satisfeito | \
muito/muito satisfeito | muitíssimo/muitíssimo satisfeito/extremamente satisfeito
muito insatisfeito/nada satisfeito | insatisfeito/pouco satisfeito | neutro/nem satisfeito nem insatisfeito | \
satisfeito/bastante satisfeito | muito satisfeito/extremamente satisfeito/totalmente satisfeito
fica muito abaixo | fica abaixo | atende | supera | supera em muito
"""


Points = tuple[frozenset[str], ...]
WOMEN = {"satisfait": "satisfaite", "satisfecho": "satisfecha", "satisfeito": "satisfeita"}


def _scales(table: str) -> tuple[Points, ...]:
    """Return for each line of a table the wordings of its five points, in lower case."""
    return tuple(tuple(_wordings(point) for point in line.split("|")) for line in table.strip().split("\n"))


def _wordings(point: str) -> frozenset[str]:
    men = {label.strip().casefold() for label in point.split("/")}
    return frozenset(men | {one.replace(man, woman) for one in men for man, woman in WOMEN.items() if man in one})


LABELS: Mapping[Kind, tuple[Points, ...]] = {
    "importance": _scales(_IMPORTANCE),
    "experience": _scales(_EXPERIENCE),
    "expectation": _scales(_IMPORTANCE),
}
"""The scales of each kind of rating: the wordings of their points from 1 to 5."""

KNOWN = frozenset(label for scales in LABELS.values() for points in scales for point in points for label in point)


def codes_of(labels: Collection[str], kind: Kind) -> dict[str, int] | None:
    """Return the codes from 1 to 5 of labels in lower case, as on the one scale that has all of them at points apart.

    Where several have, it is the one of which no point between two others is unused. None if none has them, or several.
    """
    if not labels:
        return {}
    distinct = possible_codes(labels, kind)
    whole = [codes for codes in distinct if max(codes.values()) - min(codes.values()) < len(codes)]
    return distinct[0] if len(distinct) == 1 else whole[0] if len(whole) == 1 else None


def possible_codes(labels: Collection[str], kind: Kind) -> list[dict[str, int]]:
    """Return the codes of labels in lower case on each scale that has all of them at points apart."""
    found = [codes for points in LABELS[kind] for codes in _assigned(labels, points)]
    return [codes for at, codes in enumerate(found) if codes not in found[:at]]


def is_label_of(label: str, kind: Kind) -> bool:
    """Whether a label in lower case is one of a scale of this kind."""
    return any(label in point for points in LABELS[kind] for point in points)


def _assigned(labels: Collection[str], points: Points) -> Iterator[dict[str, int]]:
    """Yield each way to give labels different points of a scale."""
    if len(labels) > len(points):
        return
    places = [[code for code, wordings in enumerate(points, start=1) if label in wordings] for label in labels]
    for codes in product(*places):
        if len(set(codes)) == len(codes):
            yield dict(zip(labels, codes, strict=True))
