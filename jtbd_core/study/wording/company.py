"""The rule about goals of a company that sells: what it measures, not what the people who get the job done want."""

import re
from collections.abc import Iterator

from jtbd_core.study.wording.grammar import dimension_by_grammar
from jtbd_core.study.wording.subject import Remark, Subject, masked

_ALWAYS = (
    "churn(?:s|ed)?(?: rates?)?|our (?:customers|products?|users|app|platform|brand|subscribers|audience|market)"
    "|market share"
    "|up-?sell(?:ing|s)?|cross-?sell(?:ing|s)?|customer (?:lifetime value|loyalty|acquisition|retention|base"
    "|engagement)"
    "|brand (?:awareness|loyalty|recognition|equity|value)|net promoter scores?|nps|profit margins?|shareholder value"
    "|sales (?:targets?|volumes?|figures|growth|revenues?|pipeline|leads)|ad impressions|basket sizes?"
    "|(?:average )?order values?"
    "|(?:customer|user|client|guest|visitor) satisfaction(?: (?:scores?|ratings?|rates?))?|satisfaction (?:scores?"
    "|ratings?)"
    "|(?:daily|weekly|monthly) active (?:users|customers)|active users|sign-?up(?:s| rates?)|click-?through(?: rates?)?"
    "|(?:subscription|contract|membership|policy|customer) renewals|renewals? of subscriptions?|market leader|user base"
    "|customer base|monetization|mobile engagement|(?:user|customer|product|app|audience|site) (?:engagement|adoption)"
    r"|adoption of (?:the|our|new|a)|(?:boost|increas|driv|improv|grow|deepen|maximi[sz]|rais)\w*(?: the| our"
    r"| more)? (?:engagement|adoption|renewals|upgrades)"
    "|more (?:users|customers|visitors|people|trials) (?:complete|buy|sign up|use|adopt|convert|click|open|subscribe"
    "|upgrade)"
    r"|go-to-market"
    "|(?:bounce|open|engagement|adoption|activation|return|completion|referral|upgrade|trial|renewal|repurchase"
    "|conversion|response|fill|win|attach) rates?"
    "|repeat (?:purchases?|business|customers|buyers)|acquisition costs?|costs? per (?:lead|click|acquisition)"
    r"|share of wallet|paying (?:customers|users)|(?:repeat|active) (?:customers|users?)"
    r"|go-to \w+ for|page ?views|web traffic|time on site"
    "|(?:recurring|advertising|ad) revenues?|return on (?:investment|ad spend)|customers? lifetime|(?:customers|users"
    "|buyers|visitors|subscribers) (?:buy|spend|watch|order)(?:,? [\\w,]+){0,6}? more|(?:users|customers"
    "|visitors) (?:return|come back) to (?:our|the) (?:app|site|website|shop|store)"
)
_GROWING = (
    "revenues?|profits?|profitability|sales|turnover|conversions?|retention|subscribers?|subscriptions|downloads"
    "|installs"
)
_GROWS = (
    r"(?:gr[eo]w\w*|risen?|ris(?:es|ing)|rose|increas\w*|doubl\w*|trebl\w*|tripl\w*|higher|more|up|improv\w*"
    r"|fall(?:s|en)?|fell|drop\w*|declin\w*|lower|reduc\w*|minimi\w*|maximi\w*|boost\w*|generat\w*|becomes?|than"
    r"|driv\w*|deepen\w*|accelerat\w*|rais\w*|\d[\d.,]*\s?%)"
)
_GOALS = re.compile(rf"(?i)\b(?:{_ALWAYS})\b")
_GOALS_IF_GROWING = re.compile(
    rf"(?i)\b(?:{_GROWING})\b(?=(?:\W+\w+){{0,3}}?\W+{_GROWS})|\b{_GROWS}\W+(?:\w+\W+){{0,3}}?(?P<goal>{_GROWING})\b"
)
_OTHER_SENSES = re.compile(
    r"(?i)\b(?:currency|file|unit|data|format|energy|heat|loft|power|religious) conversions?\b|\bconversions? (?:of"
    r"|to|between|into)\b|\bconversions? from (?!\d)"
    r"|\b(?:data|water|memory|heat|urinary|fluid|moisture|colou?r|knowledge) retention\b|\bretention of\b"
    r"|\b(?:my|garage|yard|car boot|job|staff|employee|life|test|exam) (?:sales?|revenues?|turnover"
    r"|satisfaction scores?)\b"
    r"|\bsales (?:and|team|department|staff|job|talk|tax|clerk|assistant|person|people|contract|agreement)\b"
    r"|\b(?:how|what|where|whether)\b.*"
)


def company_goal(subject: Subject) -> Iterator[Remark]:
    """L14: what a company wants from its customers, not what they want."""
    text = subject.text
    if not _GOALS.search(text) and not _GOALS_IF_GROWING.search(text):
        return
    if dimension_by_grammar(text) == "social":
        return  # “Our customers trust us” is what others think of an organisation that gets a job done
    text = masked(text, _OTHER_SENSES)
    goals = [*_GOALS.finditer(text)]
    for found in goals or _GOALS_IF_GROWING.finditer(text):
        name = "goal" if "goal" in found.re.groupindex and found["goal"] else 0
        if subject.outcome and not set(found[name].lower().split()) - {"our"} & set(subject.job.lower().split()):
            yield Remark(
                found.span(name),
                f"“{found[name]}” is a goal of a company that sells. Say what the people who get the job done want.",
                is_doubtful=not goals or not subject.is_success,
            )
