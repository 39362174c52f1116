"""Word lists of the rules, collected from statements that people wrote; alternatives are separated by `|`."""

VAGUE = (
    "easy|easier|easiest|easily|with ease|quick|quicker|quickly|fast|faster|cheap|cheaper|cheaply|reliable|reliably"
    "|consistent|consistently|frequent|frequently|timely|good|better|best|great|nice|nicely|seamless|seamlessly"
    "|intuitive|intuitively|user[- ]friendly|efficient|efficiently|appropriate|appropriately|simple|simpler|simply"
    "|smooth|smoothly|convenient|conveniently|effortless|effortlessly|hassle[- ]free|properly|optimal|optimally"
    "|well|safely|effective|effectively|fairly|comfortably|difficult|difficulty|adequate|adequately|sufficient"
    "|sufficiently|reasonable|reasonably|high[- ]quality|well[- ]designed|inconvenient"
    "|unreliable|inefficient|inappropriate|insufficient|slow|slowly|poor|poorly|too (?:many|much|few|little|long"
    "|often|late|early|slow|slowly|big|small|high|low)"
)
"""Words whose meaning differs between respondents, so that their ratings cannot be compared."""

SURELY_VAGUE = (
    "easy|easier|easiest|easily|with ease|quick|quicker|quickly|fast|faster|cheap|cheaply|reliable|reliably"
    "|consistently|timely|nicely|efficient|efficiently|inefficient|effectively|seamless|seamlessly|intuitive"
    "|intuitively|user[- ]friendly|simple|simpler|smoothly|convenient|conveniently|inconvenient|effortless"
    "|effortlessly|hassle[- ]free|optimal|optimally|unreliable|appropriate|appropriately|reasonable|reasonably|good"
    "|great|nice"
)
"""Those of them that judge by themselves, and are hardly ever used in another sense."""

NOT_VAGUE = (
    "(?:do|does|did|done|doing|at) (?:my|our|its|their) best|do(?:es|ing|ne)? good|greater good|consistent with"
    "|br(?:eak|eaking|oke|oken) (?:my|our|the) fast|fast food|fast asleep|best practices?|best before|for good"
    "|common good|good faith|good night|best man|best friends?|as (?:easy|easily|quick|quickly|fast|good|simple) as"
    "|as well(?: as)?|well enough|(?:am|is|are|be|being|get|stay|feel|feels|felt|keep|not) well"
    "|recovers? well|works? (?:well together|together well)|with(?:out)? (?:no|any) difficulty"
    "|(?:sle(?:ep|eps|eping|pt)|eat|eats|eating|ate|g[eo]t(?:s|ting)? (?:along|on)) well|(?:a|the|my|our"
    "|this) well"
    "|well (?:before|after|in advance|ahead|below|above|over|into|under|within|known|done|water)|(?:may|might"
    "|could) well"
    "|(?:no|any|some|little|great) difficulty (?:in )?\\w+ing|difficult (?!to\\b|for\\b|enough\\b|because\\b|and\\b"
    "|or\\b)\\w+"
    "|do(?:es)? best|well \\w+(?:ed|en)|properly \\w+(?:ed|en|t)|(?:my|our|their) best \\w+|slow (?:cookers?|motion)"
    "|best interests?|inappropriate (?:behaviou?r|content|language|comments?)"
    "|(?:treats? (?:\\w+ ){1,3}?|treated )fairly|(?:better|worse|faster|slower|cheaper|easier) than (?:I|we|my|our)"
    "|too \\w+ for (?:the|my|our|an?) \\w+"
    "|fairly \\w+|simple interest|simple majority|fast lane|the poor|poor (?:people|countries|families)|stuck fast"
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
    "|login page|this site|(?:online|web|e)[- ]?(?:shop|store|shopping|commerce)|chat ?room|single sign-on"
    "|(?:the|this|your) brand(?:'s)?(?! (?:of|new)\\b)|search bar|web app"
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
    "|arts and crafts|health and well-?being|incomes? and (?:expenses|expenditure)|rights and (?:duties|obligations"
    "|responsibilities)|search and rescue|food and drinks?|room and board|names? and address(?:es)?|dates? and times?"
    "|fruits? (?:and|or) vegetables|parts and labou?r|nuts and bolts|ins and outs|goods and services|heart and soul"
    "|law and order|come and go|coming and going|in and out|up and down|left (?:and|or) right|now and then"
    "|here and there|care and support|support and care for|abuse and neglect|and other [\\w-]+"
    "|likes? and dislikes?|help (?:and|or) advice|skills and abilities"
    "|brothers? (?:and|or) sisters?|husband and wife|(?:mum|mom|mother) (?:and|or) (?:dad|father)|men and women"
    "|boys and girls|young and old|old and new|start and end|begin(?:ning)? and end|before and after|inside and out"
    "|life and death|salt and pepper|plug and play|pick-?up and drop-?off|drop-?off and pick-?up"
    "|check-?in and check-?out"
    "|as and when|if and when|with or without|in and around|to and from|yes or no|true or false|win or lose"
    "|dead or alive"
    "|day or night|friends or family|family or friends|first and last names?|or (?:more|less|fewer|higher|lower|later"
    "|earlier|better|above|below|older|younger|worse|longer)|null and void|tried and tested|bits and pieces"
    "|lost and found"
    "|import and export|sales and marketing|mergers and acquisitions|questions and answers|hopes and fears"
    "|strengths and weaknesses|costs and benefits|benefits and risks|risks and benefits|advantages and disadvantages"
    "|pros or cons|likes and dislikes|sights and sounds|look and feel|size and shape|cut and paste|copy and paste"
    "|drag and drop|spelling and grammar|stocks and bonds|fish and chips|bacon and eggs|bread and butter|lock and key"
    "|rise and fall|wait and see|hide and seek|cops and robbers|rock and roll|drum and bass"
    "|command and control|rules and regulations|do['’]?s and don['’]?ts|all but|nothing but|anything but|he/she"
    "|before/after|start/end|on/off|in/out|yes/no|his/hers"
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
    "|residents?|citizens?|men|women|aunts?|uncles?|grand\\w+|cousins?|brothers?|sisters?|siblings?|nephews?|nieces?"
    "|in-laws?|doctors?|nurses?|coach|mentor"
    "|crew|class|village|club|neighbou?rhood|jury|court|police|he|she|they|(?:(?<=my )|(?<=our ))(?!computer|printer"
    "|player|router"
    "|server)\\w+(?:er|or|ee)s?|\\w+(?:ists?|ians?|mates?|people|men|women)"
)

FEELINGS = (
    "confident|proud|anxious|worried|happy|unhappy|relaxed|calm|stressed|ashamed|embarrassed|afraid|nervous"
    "|frustrated|overwhelmed|bored|lonely|guilty|excited|grateful|sad|angry|scared|hopeful|optimistic|at ease"
    "|at peace|jealous|annoyed|satisfied|dissatisfied|disappointed|irritated|upset|delighted|reassured|motivated"
    "|inspired|depressed|miserable|terrified|frightened|cheerful|joyful|thrilled|hopeless|helpless|discouraged"
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
    "|delays?|waste|risks?|risky|frustrat(?:ion|ions|ed|ing)|guilt|guilty|lonely|loneliness|overwhelmed|confus(?:ed"
    "|ion|ing)"
    "|nervous|tired|tiredness|fatigue|interruptions?|complaints?|accidents?|injur(?:y|ies)|conflicts?|arguments?"
    "|embarrass(?:ed|ment|ing)|bored|boredom|rushed|hassles?|trouble|problems?|uncertain(?:ty)?|insecure|isolated"
    "|vulnerable|symptoms?|debts?|losses|rework|defects?|failures?|surprises|regrets?|doubts?|scared|irritated|angry"
)
"""What people want less of, so that “less stress” is something to avoid."""

ATTITUDES_TO = (
    "like|likes|love|loves|care about|cares about|care for|cares for|admires?|env(?:y|ies)|envious of|jealous of"
    "|proud of"
    "|fond of|grateful to|thankful to|happy with|satisfied with|disappointed (?:in|with|by)|annoyed (?:with|by)"
    "|angry with"
    "|ashamed of|interested in|accepts?|believes? in|has (?:faith|trust|confidence) in|have (?:faith|trust"
    "|confidence) in"
    "|approves? of|disapproves? of|looks? up to|looks? down on|makes? fun of|laughs? at|mocks?|pit(?:y|ies)|resents?"
    "|hates?"
    "|dislikes?|despises?|underestimates?|understands?|judges?|counts? on|relies on|rely on|thinks? (?:highly|well"
    "|badly"
    "|little|the world) of|speaks? (?:well|highly|badly|ill) of|talks? badly about|ha(?:s|ve) an? (?:high|good|low"
    "|bad|poor) opinion of"
)
"""Attitudes of others towards a person, before “me” or “us”."""
