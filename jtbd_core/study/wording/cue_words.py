"""Word lists of the proposals, wider than those of the rules: enough to propose, not to find an error."""

MOODS = (
    "eager|in control|in charge|comfortable|uncomfortable|fulfilled|empowered|carefree|content|contented|cheerful"
    "|joyful"
    "|thrilled|enthusiastic|energi[sz]ed|hopeless|helpless|powerless|insecure|secure|certain|sure|uncertain|unsure"
    "|assured|convinced|tense|restless|impatient|patient|isolated|alone|intimidated|confused|desperate|depressed"
    "|miserable|terrified|panicked|amused|entertained|pleased|glad|thankful|surprised|curious|fearless|brave"
    "|courageous|discouraged|encouraged|demotivated|humiliated|resentful|bitter|homesick|nostalgic|peaceful|serene"
    "|mindful|pampered|free of (?:worry|worries|guilt|fear|stress|anxiety)"
    "|free from (?:worry|worries|guilt|fear|stress|anxiety)|worry-free|stress-free|in love|sorry|concerned|troubled"
    "|aggravated|exasperated|ill at ease|on edge|rushed|pressured|under pressure|burdened|trapped|vulnerable"
    "|regretful|self-conscious|self-assured|comforted|soothed|rewarded|accomplished|passionate|inspired|bothered"
)
"""States that are mostly feelings, though some may be facts: enough to propose a dimension, not to find an error."""

EMOTIONS = (
    "peace of mind|confidence|self-confidence|self-esteem|self-respect|self-worth|pride|joy|happiness|pleasure"
    "|satisfaction|anxiet(?:y|ies)|worr(?:y|ies)|fears?|stress|frustrations?|guilt|shame|regrets?|boredom|loneliness"
    "|embarrassment|anger|excitement|enjoyment|fun|hope|gratitude|nervousness|doubts?|uncertainty|tension|calm"
    r"|calmness|relief|delight|fulfil?lment|optimism|enthusiasm|mood|emotions?|emotional \w+|inner peace|well-being"
    "|wellbeing|motivation|overwhelm|irritation|annoyance|disappointment|despair|dread|panic|jealousy|remorse"
    "|reassurance|comfort|curiosity|courage|serenity|sadness|grief"
)
"""Feelings as nouns."""

SEEN_WORDS = (
    "seen|viewed|perceived|regarded|considered|remembered|recogni[sz]ed|acknowledged|identified as"
    "|known (?:for|as|by|among|in|to be)|thought of|spoken of|looked (?:up to|down on|upon|at)|respected|admired"
    "|appreciated|valued|trusted|liked|disliked|loved|judged|envied|praised|honou?red|ridiculed|mocked|laughed at"
    "|criti[cz]i[sz]ed|blamed|shamed|labell?ed|stigmati[sz]ed|stereotyped|taken seriously|taken for|held in"
    "|accepted and \\w+ed|treated (?:as|like)|ostraci[sz]ed|rejected by|excluded|left out|included by"
    "|(?:socially )?accepted (?:as|among|by (?:my|our|others?|other|people|peers|everyone|the (?:group|team|community"
    "|family)))|accepted$|associated with|linked to|suspected of|looked at"
    "|welcomed|complimented|credited|mistaken for|highly regarded|well[- ]regarded|well[- ]known|talked about"
    "|gossiped about|misunderstood|underestimated|noticed|pitied|scorned|despised|embarrassed (?:by|in front)"
    "|a role model|an? (?:good )?example|attractive to"
)
"""How others see a person, after “I am”."""

LOOKS = (
    "good|great|smart|professional|competent|incompetent|cool|cheap|stupid|foolish|silly|fool|idiot|expert"
    "|knowledgeable|successful|attractive|stylish|fashionable|young|younger|youthful|old|older|weak|strong|confident"
    "|poor|rich|wealthy|unprofessional|lazy|bad|ignorant|desperate|trustworthy|credible|presentable|tough|caring"
    "|elegant|sexy|beautiful|handsome|intelligent|dumb|inexperienced|unprepared|needy|arrogant|selfish|pushy|greedy"
    "|rude|weird|ridiculous|awkward|sophisticated|modern|capable|incapable|responsible|irresponsible|generous|stingy"
    "|organi[sz]ed|disorgani[sz]ed|unkempt|sloppy|polished|leader|failure|amateur|beginner|tourist|novice|hypocrite"
    "|burden|nuisance|liar|thoughtful|sincere"
)
"""How a person looks to others, after “I look” or “I come across as”."""

ATTITUDES = (
    "care (?:about|for|what)|cares (?:about|for|what)|likes?|loves?|hates?|admires?|env(?:y|ies)|understands?"
    "|looks? (?:down on|up to|at)|talks? about|praises?|compliments?|judges?|laughs? at|mocks?|makes? fun of|proud of"
    "|impressed|jealous of|envious of|happy with|satisfied with|respects?|trusts?|counts? on|rely on|relies on"
    "|depends? on|listens? to|takes? (?:me|us)|treats? (?:me|us) (?:as|like|with|well|fairly|better|equally)"
    "|wants? (?:to|me|us)|asks? (?:me|us|for my)"
    "|comes? to (?:me|us)|turns? to (?:me|us)|recommends? (?:me|us)|recogni[sz]es?|appreciates?|values?|acknowledges?"
    "|accepts? (?:me|us)|welcomes?|notices? (?:me|us|my|our|how|that)|remembers?|thinks?|believes?|(?:considers?"
    "|perceives?"
    "|regards?|views?|sees?|finds?) (?:me|us)\\b(?! (?:every|often|once|twice|at|on|in|for|when|again|today|daily"
    "|weekly))"
    "|speaks? (?:of|about|well|highly|ill)|says?|criti[cz]i[sz]es?|blames?"
    "|doubts?|fond of|grateful (?:to|for)|thankful|annoyed (?:by|with|at)|angry (?:at|with)"
    "|disappointed (?:in|by|with)|ashamed of|embarrassed by|bothered by|inspired by|comfortable (?:with|around)"
    "|interested in|takes? an interest|pays? attention|holds? (?:me|us)|has? (?:confidence|faith|trust) in"
    "|have (?:confidence|faith|trust) in|believes? in|feels? (?:that|like|safe with|comfortable|close|I|we|proud)"
    "|ignores? (?:me|us)|aware of|knows? (?:that|I|we)\\b|knows? when (?:I|we) (?:am|are) (?:here|there|around|present)"
    "|tells? (?:me|us) (?:that |how )?(?:I|we|my|they)\\b|forgets? (?:me|us|my)|seeks? (?:out )?(?:me|us|my|our)"
    "|asks? (?:my|our)|listens? when|takes? (?:my|our) \\w+ seriously|talks? down to|takes? (?:my|our) \\w+ into"
    "|thanks? (?:me|us)|congratulates?|complains? about|questions? (?:my|our)|rolls? (?:their|his|her) eyes"
    "|describes? (?:me|us)|gossips? about|teases?|stares? at|came to (?:me|us)|(?:friendly|kind|nice|polite"
    "|warm|cold|rude|hostile|respectful) (?:to|towards?|with) (?:me|us)|confides? in|needs? (?:me|us)\\b|impressed"
    "|expects? (?:me|us)|knows? (?:me|us) as"
    "|misses|approves? of|disapproves? of|enjoys?|pit(?:y|ies)|underestimates?|resents?"
)
"""What others think, feel or show towards a person, before “me” or “us”."""

AFFECTS = (
    "(?:scare|frighten|bother|upset|annoy|frustrate|reassure|calm|inspire|motivate|excite|comfort|please|delight"
    "|overwhelm|intimidate|discourage|disappoint|bore|confuse|energi[sz]e|irritate|soothe|cheer|amuse|depress|stress"
    "|embarrass|relax|console|hurt|fascinate|haunt)(?:e?s|e?d)?|worr(?:y|ies|ied)|terrif(?:y|ies|ied)"
    "|satisf(?:y|ies|ied)"
)
"""What does something to how a person feels, before “me” or “us”."""

JUDGED = (
    "meaningful|meaningless|enjoyable|rewarding|satisfying|stressful|stimulating|exciting|boring|frustrating|pleasant"
    "|unpleasant|comforting|fulfilling|inspiring|relaxing|overwhelming|annoying|upsetting|embarrassing|scary"
    "|interesting|fun|worthwhile|reassuring"
)
"""How a person feels about something, after “I find”."""

THINGS = (
    "app|site|website|system|device|machine|computer|phone|car|product|tool|program|software|service|page|platform"
    "|printer|heating|form|letter|door|bill"
)
"""What has no opinion of anybody, though it may “remember me”."""

PERSONS = (
    "customers?|users?|patients?|people|clients?|consumers?|buyers?|drivers?|students?|employees?|passengers?"
    "|travell?ers?|parents?|owners?|teams?|caregivers?|guests?|visitors?|residents?|workers?|nurses?|teachers?|person"
    "|learners?|members?|managers?|shoppers?|participants?|individuals?|families"
)
"""Whoever gets a job done, where a statement speaks of them instead of “I”."""

ORGANIZATIONS = (
    "company|organi[sz]ation|firm|brand|team|business|department|school|club|hospital|shop|store|practice|agency|unit"
    "|institution|university|group|community|office|restaurant|charity|product|service"
)
"""What a person may get a job done in, and others may think of."""

OWN = (
    "works?|efforts?|contributions?|opinions?|ideas?|advice|views?|talents?|skills?|expertise|achievements?"
    "|experience|status|role|taste|style|children|family|voice|judge?ment|decisions?|knowledge|job|home|cooking"
    "|performance|absence|presence|success(?:es)?|accomplishments?|hard work"
)
"""What others may value of a person’s own."""

ATTAINING = (
    r"be|become|have|own|know|live|belong|avoid|prevent|lose|enjoy|pass|qualify|succeed|feel|look|appear|remain|sleep"
    r"|experience|earn|win|gain|achieve|attain|relax|survive|fit|retain|increase|decrease|reduce|improve|access"
    r"|stay(?! in touch)|get (?:\w+(?:ed|en)|rid|well|better|paid|hurt|lost|sick|out|there|older|what)"
)
"""Verbs whose imperative names a state that is reached, or that could be one, rather than an act of a job step."""

ACTS = (
    "ensure|make sure|install|calibrate|scan|verify|debug|log|download|upload|configure|wrap|label|stack|mount"
    "|measure|mix|pour|cover|drain|rinse|sand|paint|screw|nail|drill|glue|weld|sew|iron|fold|unpack|inspect|validate"
    "|approve|reject|forward|email|phone|negotiate|invoice|archive|summari[sz]e|analy[sz]e|prioriti[sz]e|rank|filter"
    "|sort|tag|document|brief|hand over|set up|set|put|place|turn|switch|take|bring|make|list|note|research|explore"
    "|scout|interview|survey|test|trial|rehearse|practi[sc]e|warm up|cool down|feed|dress|bathe|change|charge|fuel"
    "|launch|deploy|implement|introduce|enable|automate|redesign|rewrite|migrate|generate|finance|commute|join|stay"
    "|synchroni[sz]e|optimi[sz]e|simplify|streamline|expand|promote|host|edit|format|copy|delete|merge|import|export"
    "|tell|show|let|give|reach|maintain|assure|coordinate|collaborate|trace|reconcile|forecast|budget|estimate|quantify"
    "|recruit|hire|train|onboard|educate|inform|notify|alert|remind|cross|drive|ride|sell|trade|dispose of|clear"
    "|lock|unlock|secure|tie|attach|detach|remove|replace|refill|restock|count|weigh|cut|chop|slice|boil|bake|fry"
    "|season|serve|taste|sign|submit|file|claim|apply for|enrol|register|sign up|log in"
)
"""Verbs of job steps beyond the list of the rules."""

NOUNS_TOO = (
    "support|answer|book|store|visit|care|help|work|report|order|contact|change|test|control|design|plan|train|record"
    "|guide|market|process|project|rent|study|print|repair|review|share|trade|transport|travel|place|list|note|survey"
    "|trial|charge|fuel|lock|label|file|claim|season|iron|paint|glue|screw|mount|tag|log|scan|phone|email|invoice|brief"
    "|research|interview|document|cook|plant|service|end|start|offer|supply|show|watch|heat|cover|close|clean|clear"
    "|open|complete|direct|dry|empty|free|secure"
    "|live|set|correct|own|slow|warm|cool|smooth|cut|set|fix|shut|point|mark|balance|train|pay|lead|call|ship|load|host"
)
"""Acts that are nouns or adjectives too: “Support answers” and “Clean water flows” are no imperatives."""
