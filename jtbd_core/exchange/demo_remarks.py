"""What some of the generated respondents of the demo wrote; all of it is invented, the names too."""

REMARKS = (
    "I pay for two services because neither has everything, and still an album I loved was gone one morning.",
    "What I miss is the moment of putting a record on. A playlist never ends, so I never really start.",
    "The recommendations only bring me more of what I already know.",
    "On the train the music stops in every tunnel, and the tapes I used to carry never did.",
    "I would gladly pay the musicians directly if there were one button for it.",
    "My children use my account, and now it believes that I am nine years old.",
    "Choosing takes longer than listening. In the end I put on what I played yesterday.",
    "A friend's shelf tells me who he is. My phone tells nobody anything.",
    "Every company knows what I hear when I am sad, and I never agreed to that.",
    "Ask about concerts too: that is where I find out whether I like somebody.",
    "Ms. Halloran at the record shop on Mill Street knew what I liked; no program does.",
    "My neighbor Tom Becker complains about the bass however low I turn it.",
)
"""Each by another respondent of the latest year, in this order."""

RELEASED = REMARKS[:6]
"""Those that stakeholders see; the others wait for the facilitator, who finds names in the last two."""
