"""Mishaps: verbs and words by which a line typed at a job step names what goes wrong, not what is done there."""

import re

from jtbd_core.study.wording.gerund import gerund

_MISHAPS = (
    "forget|lose|break|miss|damage|burn|spill|drop|hurt|injure|fail|waste|overlook|confuse|mix|spoil|ruin|crack|leak"
    "|tear|trip|slip|fall|stumble|bump|crash|scratch|stain|scald|argue|quarrel|fight|worry|panic|hesitate|doubt"
    "|disturb|interrupt|annoy|upset|offend|insult|shout|complain|repeat|redo|delay|postpone|cancel|exceed|neglect"
    "|violate|infect|contaminate|expose|disappoint|regret|choke|bleed|suffer|freeze|cheat|steal|risk|clash|mess|screw"
    "|double-book|end|blame|skip|swear|sink|smash|clog|jam|explode|collapse|drown|get stuck|wake|scare|frighten"
)
"""Verbs of what goes wrong; those with over-, mis- and under- are among them."""
MISHAP = re.compile(
    rf"(?i)^(?:(?:{_MISHAPS})|(?!overcome|undergo|understand|undertake|underline|miss|misery|mistakes?\b)(?:over|mis"
    rf"|under)\w{{3,}})\b"
)
_MISHAPPENING = "|".join(gerund(verb) for verb in _MISHAPS.split("|") if " " not in verb)
MISHAPPENING = re.compile(
    rf"(?i)^(?:not \w+ing\b|(?:{_MISHAPPENING}|(?:over|mis|under)(?!coming|going|standing|taking|lining)\w{{2,}}ing)\b"
    r"|(?:being|having to|needing to|going (?:wrong|astray|missing|over)|running (?:out|late|over|into|short)"
    r"|coming (?:too )?late|feeling|lacking|leaving (?:.+ )?behind"
    r"|getting (?:\w+(?:ed|en)|lost|stuck|wrong|hurt|wet|cold|sick|ill|burnt|caught|soaked|dirty|into trouble))\b)"
)
"""An -ing form of what goes wrong."""
_AMISS = (
    r"twice|again|wrong|wrongly|too|longer than|more than|less than|later than|late|in vain|unnecessarily|needlessly"
    r"|by (?:mistake|accident)|accidentally|without|alone|over and over|repeatedly|for nothing|out of date|badly"
)
AMISS = re.compile(rf"(?i)\b(?:{_AMISS})\b")
"""Words by which anything that is done goes wrong."""
WELL = re.compile(
    r"(?i)\b(?:on time|in time|ready|right|rightly|correct|correctly|well|fresh|enough|easily|complete|completely|safe"
    r"|safely|clean|happy|agrees?|fits?|works?|finds?|succeeds?|good|fine|perfect|properly|understands?|knows?|enjoys?"
    r"|smooth(?:ly)?|at once|available|pleased|satisfied|remembers?|punctual(?:ly)?|accurate(?:ly)?)\b"
)
"""Words by which something goes as it should, so that less of it is hardly meant."""
BAD_THINGS = (
    "problems|errors|mistakes|delays|interruptions|misunderstandings|conflicts|queues|accidents|defects|failures|gaps"
    "|typos|complaints|injuries|surprises|disputes|duplicates|leaks|troubles|stains|scratches|obstacles|quarrels"
)
UNCOUNTED = (
    "noise|paperwork|traffic|waste|dust|dirt|rework|clutter|spam|mess|smoke|smell|stress|work|walking|waiting|typing"
    "|lifting|carrying|chaos|trouble|pain|shouting|crying|arguing|rubbish|garbage|litter|bureaucracy|gossip"
)
"""Things without a number, of which people want less."""
WAITING = (
    "waiting|searching|looking for|looking up|looking around|queu(?:e)?ing|standing|driving|travel(?:l)?ing|commuting"
    "|walking|sitting|talking|discussing|hunting|browsing|scrolling|wandering|chasing|reading|thinking|staring|hanging"
    "|lingering|phoning|googling|digging|rummaging|chatting|cycling|going back|going through|going around"
    "|running around"
    "|trying|wondering"
)
"""What takes time, whatever comes of it."""
STRAINING = (
    "keeping|remembering|carrying|lifting|pushing|pulling|bending|holding|concentrating|focusing|coordinating|kneeling"
    "|convincing|persuading|balancing|juggling|memorizing|understanding|maintaining|climbing|reaching|persisting"
)
"""What costs effort rather than time."""
