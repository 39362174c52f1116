"""Word lists of the rules, collected from statements that people wrote; alternatives are separated by `|`."""

VAGUE = (
    "easy|easier|easiest|easily|with ease|quick|quicker|quickly|fast|faster|cheap|cheaper|cheaply|reliable|reliably"
    "|consistent|consistently|frequent|frequently|timely|good|better|best|great|nice|nicely|seamless|seamlessly"
    "|intuitive|intuitively|user[- ]friendly|efficient|efficiently|appropriate|appropriately|simple|simpler|simply"
    "|smooth|smoothly|convenient|conveniently|effortless|effortlessly|hassle[- ]free|properly|optimal|optimally"
    "|adequate|adequately|sufficient|sufficiently|reasonable|reasonably|high[- ]quality|well[- ]designed|inconvenient"
    "|unreliable|inefficient|inappropriate|insufficient|slow|slowly|poor|poorly|too (?:many|much|few|little|long"
    "|often|late|early|slow|slowly|big|small|high|low)"
)
"""Words whose meaning differs between respondents, so that their ratings cannot be compared."""

NOT_VAGUE = (
    "(?:do|does|did|done|doing|at) (?:my|our|its|their) best|do(?:es|ing|ne)? good|greater good|consistent with"
    "|br(?:eak|eaking|oke|oken) (?:my|our|the) fast|fast food|fast asleep|best practices?|best before|for good"
    "|common good|good faith|good night|best man|best friends?|as (?:easy|easily|quick|quickly|fast|good|simple) as"
    "|simple interest|simple majority|fast lane|the poor|poor (?:people|countries|families)|stuck fast"
)

BRANDS = (
    "Spotify|Pandora|iTunes|YouTube|Netflix|Airbnb|WhatsApp|Microsoft|Google|Salesforce|Jira|Trello|Dropbox|PayPal"
    "|FedEx|DHL|USPS|Tesla|iPhone|iPad|Android|LinkedIn|Facebook|Instagram|TikTok|ChatGPT|Alexa|SharePoint|PowerPoint"
    "|Photoshop|eBay|Shopify|GitHub|Fitbit|Venmo|OneDrive|iCloud|Bluetooth|Wi-?Fi"
)
BRANDS_THAT_ARE_WORDS = (
    "Kindle|Twitter|Excel|Slack|Zoom|Outlook|Amazon|Uber|UPS|SAP|Siri|Copilot|Apple|Windows|Teams|Notion"
)
"""Brands that are also words: matched with a capital letter alone, and not at the beginning of the statement."""

TECHNOLOGY = (
    "app|mobile app|web ?site|web ?page|software|spreadsheet|dashboard|chat ?bot|web portal|customer portal|plug-?in"
    "|widget|push notification|text message|sms|e-?mail|qr code|bar ?code|gps|blockchain|ai|artificial intelligence"
    "|machine learning|algorithm|api|smart ?phone|smart ?watch|touch ?screen|streaming|vinyl|record player|cassette"
    "|cd-?rom|mp3|drone|click|mouse click|drop-?down|pop-?up|online form|web form|video call|voice assistant"
    "|login page"
)

NO_SOLUTION = (
    "nothing|none|other|others|something else|anything else|another|myself|ourselves|hand|foot|heart|memory|head"
    "|mouth|home|person|people|friend|friends|family|colleague|colleagues|work|way|do it myself|doing nothing|n/a"
)
"""What stands among a study's solutions without naming one that a statement could carry."""

FIXED_PAIRS = (
    "friends and family|family and friends|terms and conditions|research and development|trial and error"
    "|pros and cons|again and again|more and more|over and over|back and forth|up and running|safe and sound"
    "|sooner or later|more or less|one or (?:more|two|another)|black and white|ups and downs|peace and quiet"
    "|health and safety|bed and breakfast|profit and loss|wear and tear|odds and ends|supply and demand"
    "|cause and effect|day and night|loud and clear|first and foremost|above and beyond|and so on|to and fro"
    "|and a half|one and the same|or not|or so|rain or shine|give and take|by and large|pen and paper"
    "|command and control|rules and regulations|do['’]?s and don['’]?ts|all but|nothing but|anything but|he/she"
    "|she/he|his/her|her/his|him/her|his or her|he or she|s/he|w/o|n/a|km/h|(?:two|three|four|five|six"
    "|\\d+) or (?:two|three|four|five|six|seven|\\d+)|\\d+/\\d+|as well as (?:expected|before|ever|possible|planned"
    "|hoped|promised|intended|any|anyone|others?|it|I|we|they|he|she|the first)|whether\\b.{1,60}?\\bor\\b"
    "|between\\b.{1,50}?\\band\\b|(?:my|our) \\w+ and I\\b"
)
"""Pairs that are one idea, so that `and` or `or` inside them joins no second statement."""

PEOPLE = (
    "colleagues?|co-?workers?|boss(?:es)?|managers?|supervisors?|team|team ?mates?|friends?|family|relatives|others"
    "|other people|people|everyone|everybody|no ?one|nobody|someone|somebody|customers?|clients?|guests?|neighbou?rs?"
    "|partners?|parents?|mother|father|kids?|children|son|daughter|wife|husband|spouse|manager|employees?|staff"
    "|peers?|community|society|investors?|suppliers?|patients?|students?|teachers?|audience|employers?|stakeholders?"
    "|competitors?|experts?|superiors?|executives?|leaders?|leadership|board|buyers?|sellers?|recipients?|visitors?"
    "|followers?|fans?|landlord|tenants?|strangers?|fellow \\w+|public|industry|market|regulators?|authorities|media"
    "|company|organi[sz]ation|members?|users?|readers?|viewers?|listeners?|shareholders?|volunteers?|donors?"
    "|residents?|citizens?|men|women|he|she|they|(?:(?<=my )|(?<=our ))(?!computer|printer|player|router"
    "|server)\\w+(?:er|or|ee)s?|\\w+(?:ists?|ians?|mates?|people|men|women)"
)

FEELINGS = (
    "confident|proud|anxious|worried|happy|unhappy|relaxed|calm|stressed|ashamed|embarrassed|afraid|nervous"
    "|frustrated|overwhelmed|bored|lonely|guilty|excited|grateful|sad|angry|scared|hopeful|optimistic|at ease"
    "|at peace|jealous|annoyed|satisfied|dissatisfied|disappointed|irritated|upset|delighted|reassured|motivated"
    "|inspired"
)
"""States that only a feeling can mean; `safe` or `connected` may as well be facts."""

VERBS = (
    "accept|access|achieve|act|add|adjust|agree|allow|answer|appear|apply|arrange|arrive|ask|assemble|assess|assign"
    "|attend|balance|be|become|begin|believe|belong|book|borrow|bring|browse|build|buy|calculate|call|capture|care"
    "|carry|change|charge|check|choose|clean|clear|close|collect|come|communicate|compare|complete|conduct|confirm"
    "|connect|consider|contact|continue|control|cook|coordinate|create|cut|deal|decide|define|deliver|describe|design"
    "|detect|determine|develop|diagnose|discover|discuss|do|draw|drive|earn|eat|educate|end|enjoy|ensure|enter"
    "|establish|estimate|evaluate|exchange|execute|exercise|explain|explore|express|fall|feel|fill|finance|find"
    "|finish|fit|fix|follow|gain|gather|get|give|go|grow|guide|handle|have|heal|hear|help|hire|hold|identify"
    "|implement|improve|inspect|install|integrate|invest|keep|know|lead|learn|leave|lend|let|lift|like|listen|live"
    "|load|locate|look|lose|love|maintain|make|manage|map|market|match|measure|meet|modify|monitor|move|navigate"
    "|negotiate|notice|obtain|offer|open|operate|order|organise|organize|outlast|overcome|own|pack|park|participate"
    "|pass|pay|perform|pick|plan|plant|play|prepare|present|preserve|prevent|print|process|produce|project|protect"
    "|prove|provide|publish|purchase|qualify|raise|reach|read|receive|recognize|recommend|record|recover|recruit"
    "|register|relax|release|remain|remember|remove|renew|rent|repair|replace|report|rest|restore|retain|return"
    "|review|ride|run|save|schedule|secure|see|select|sell|send|serve|set|share|ship|show|sing|sit|sleep|solve|sort"
    "|speak|spend|stand|start|stay|stop|store|study|succeed|support|surround|take|teach|tell|test|think|track|trade"
    "|train|transfer|transport|travel|treat|try|understand|update|use|visit|wait|walk|wash|watch|wear|win|work|write"
)
IRREGULAR = (
    "ate|became|began|bought|brought|built|came|came|chose|cut|did|drew|drove|fell|felt|fits|found|gave|got|grew|had"
    "|heard|held|hold|holds|kept|knew|led|left|lost|made|met|paid|ran|said|sat|saw|sent|shook|shown|slept|sold|spent"
    "|stood|taught|thought|told|took|understood|went|went|won|wore|wrote"
)
NO_GERUND = (
    "nothing|everything|something|anything|king|spring|morning|evening|string|thing|during|building|ceiling|wedding"
    "|clothing|housing|wing|ring|sibling|offspring|pudding|beijing|darling"
)

TYPOS = {
    "recieve": "receive", "recieved": "received", "seperate": "separate", "seperately": "separately",
    "definately": "definitely", "occured": "occurred", "accomodate": "accommodate", "accomodation": "accommodation",
    "untill": "until", "teh": "the", "alot": "a lot", "wich": "which", "adress": "address", "neccessary": "necessary",
    "succesful": "successful", "succesfully": "successfully", "responsability": "responsibility",
    "independant": "independent", "beleive": "believe", "proffesional": "professional", "enviroment": "environment",
    "managment": "management", "knowlege": "knowledge", "recomend": "recommend", "lenght": "length",
    "importanct": "important", "collegue": "colleague", "collegues": "colleagues", "percieve": "perceive",
    "wheather": "whether", "suprised": "surprised", "tommorow": "tomorrow", "commited": "committed",
}  # fmt: skip
"""Common typos that are no words, with their corrections."""

NOUNS_FOR_ADJECTIVES = {
    "importance": "important", "confidence": "confident", "relevance": "relevant", "independence": "independent",
    "competence": "competent", "difference": "different", "silence": "silent", "presence": "present",
}  # fmt: skip
"""Nouns written by mistake after an adverb, as in “strategically importance”, with the adjective that is meant."""

STOP_WORDS = (
    "a|an|the|my|our|your|his|her|their|its|i|we|me|us|am|is|are|was|were|be|been|being|have|has|had|do|does|did|will"
    "|would|can|could|to|of|in|on|at|for|with|by|from|as|that|which|who|it|takes|this|these|those|and|or|so|very|feel"
    "|like|upon"
)
"""Words that are ignored when two statements are compared."""

TROUBLES = (
    "stress(?:ed|ful)?|anxiet(?:y|ies)|anxious|worr(?:y|ies|ied)|fears?|afraid|pain|painful|errors?|mistakes?|damages?"
    "|delays?|waste|risks?|risky|frustrat(?:ion|ions|ed|ing)|guilt|guilty|lonely|loneliness|overwhelmed|confus(?:ed|ion|ing)"
    "|nervous|tired|tiredness|fatigue|interruptions?|complaints?|accidents?|injur(?:y|ies)|conflicts?|arguments?"
    "|embarrass(?:ed|ment|ing)|bored|boredom|rushed|hassles?|trouble|problems?|uncertain(?:ty)?|insecure|isolated"
    "|vulnerable|symptoms?|debts?|losses|rework|defects?|failures?|surprises|regrets?|doubts?|scared|irritated|angry"
)
"""What people want less of, so that “less stress” is something to avoid."""
