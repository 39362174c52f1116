"""The glossary: each term of Headway explained in one sentence for newcomers."""

from collections.abc import Mapping

GLOSSARY: Mapping[str, str] = {
    "study": "A job with its steps, its outcomes and the questions about them: all that one survey asks.",
    "job": "What people are trying to get done, as a verb and an object without any solution: it outlives every "
    "product.",
    "executor": "Who gets the job done and judges how well it went, whatever they use: a person or an organisation.",
    "job step": "A stage of the job, in the order in which people go through them.",
    "core step": "The act that the job is named after; what comes before prepares it, what comes after completes it.",
    "activity": "Work that people do within a job step; a key outcome can say in which of them it is felt.",
    "outcome": "A statement by which people judge how well the job went; respondents rate each one.",
    "key outcome": "What should go faster, surer or with less waste while people do a job step.",
    "success outcome": "What is true once the job is done: the reason to do it at all.",
    "functional": "What really happens once the job is done.",
    "emotional": "What the person who did the job feels then.",
    "social": "How others see the person then.",
    "polarity": "*Wanted* should happen; *avoid* is worded as the bad thing not happening, and is never scored in "
    "reverse.",
    "solution": "What people use today to get the job done: products, services, or other people’s help.",
    "circumstance": "The situation in which people do the job; it changes what matters to them, never the list of "
    "outcomes.",
    "round": "One period of collecting answers, in a room or over days; all rounds of a study ask the same.",
    "response": "The answers of one person in one round.",
    "rating": "What one person says about one outcome: its importance and their experience with it.",
    "importance": "How much an outcome matters to a person, from *not at all* to *extremely*, usually on 5 points.",
    "experience": "How well a person is served today, on the scale and the points that the study chose.",
    "expectation": "The scale that asks whether today falls short of, meets or exceeds what people expect; usual for "
    "success outcomes.",
    "satisfaction": "The scale that asks how satisfied people are today; usual for key outcomes.",
    "pair": "Two questions on the same points, what people expect and what is met today; experience is the difference.",
    "anchor": "The lowest point of a scale at which expectations are met; below it an outcome falls short.",
    "rotation": "Each person rates a part of a long study, and every outcome is shown equally often.",
    "opportunity": "From 0 to 20: high where an outcome matters to many and satisfies few.",
    "value wanted": "By how many points of the scale an outcome falls short, averaged over everybody: those it falls "
    "short for, times the points each of them wants more.",
    "falls short": "The share of people whose experience is below what counts as met (“meets what I expect”, or “very "
    "satisfied”), whether the outcome matters to them or not.",
    "matters and falls short": "The share of people to whom an outcome matters and for whom it falls short: both at "
    "once, so never more than *falls short*.",
    "satisfaction score": "From 0 to 10: ten times the share of people whose experience counts as met, whatever scale "
    "asked for it.",
    "expected score": "The score to expect when people like these are asked again: where few answered, part of a high "
    "score is luck.",
    "too close to rank": "Outcomes whose order the answers do not tell; a *tier* of them ends where an outcome is "
    "surely below its first.",
    "readiness": "Whether the study can be launched, and what would make its answers worth more.",
}
"""Explanation by term; the texts may contain Markdown."""
