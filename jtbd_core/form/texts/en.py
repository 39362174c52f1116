"""The texts of the form in English."""

from jtbd_core.form.texts.table import ScaleWords, TextTable
from jtbd_core.study.scale import EXPECTED, IMPORTANCE, IMPORTANCE_LABELS, SCALES

TEXTS_EN: TextTable = {
    "language": "Language",
    # introduction
    "purpose": "Help us find out where it is hard to get this done: {job}.",
    "minutes": "About {minutes} min. Stop at any time: what you have rated counts.",
    "who_sees": "No name or e-mail is kept. Results show groups, never one person. You can see, change or delete "
    "your answers.",
    "panel_told": "Your link carries the id by which your panel knows you. It is noted apart from your answers, with "
    "whether you finished, so that your panel can thank you. Nothing joins the two.",
    "start": "Start",
    # about you
    "about": "About you",
    "about_why": "Leave out what you do not want to answer.",
    "rather_not": "rather not say",
    "solution": "What do you use for this today?",
    "solution_most": "If you use several, choose the one you use most.",
    "something_else": "something else",
    "own_solution": "What do you use?",
    "gate_why": "What is marked “needed” decides whether this survey is for you. Once sent, it cannot be changed.",
    "gate_needed": "needed",
    "gate_missing": "Please answer what is marked “needed”.",
    "gate_fixed": "This answer cannot be changed any more.",
    # cards
    "job_step": "While you do it",
    "functional": "What comes of it",
    "emotional": "How it makes you feel",
    "social": "How others see you",
    "part": "part {part} of {parts}",
    "progress": "{done} of {all}",
    "progress_of": "statements rated",
    "left": "about {minutes} min left",
    "not_applicable": "does not apply to me",
    "clear": "clear",
    "clear_what": "my answer",
    "continue": "Continue",
    "enough": "That is enough for now",
    "back": "Back",
    "save": "Save",
    # saving
    "saving": "saving …",
    "saved": "saved ✓",
    "kept": "kept on this phone, will be sent",
    "held": "paused: kept, will be sent",
    "too_late": "the round is closed: not taken",
    "not_taken": "this answer was not taken",
    "stay": "No connection just now. Your answers are kept on this phone: go on when the network is back.",
    "wait": "The round is paused. Your answers are kept on this phone: go on when it continues.",
    "unsent": "Some answers have not been sent yet. Press again to leave all the same: they stay on this phone until "
    "your personal link is opened on it.",
    # waiting for the facilitator
    "awaited_title": "The next part opens soon",
    "awaited": "The next part opens for everybody together, in a moment. This page goes on by itself.",
    "awaited_look": "Look now",
    # thanks
    "thanks": "Thank you",
    "thanks_all": {"one": "You rated the one statement.", "other": "You rated all {all} statements."},
    "thanks_some": {
        "one": "You rated {done} of {all} statement.",
        "other": "You rated {done} of {all} statements.",
    },
    "all_counts": "Everything you rated counts.",
    "close": "You can close this page.",
    "rate_rest": "Rate the rest",
    "missed": "What did we miss?",
    "missed_hint": "Something you want from this that was not in the list. Please leave out names.",
    "send": "Send",
    "sent": "Saved. You can still change it.",
    "receipt": "Receipt code",
    "receipt_why": "Write it down: with this code you can see or delete your answers at any time, even when the "
    "round is closed.",
    "see_answers": "See or delete my answers",
    "link": "Personal link",
    "link_why": "Opens your answers on another device while the round is open. Keep it to yourself.",
    "change": "Change my answers",
    "someone_else": "Someone else answers on this device",
    "panel_back": "Back to your panel",
    "panel_rest": "Your panel hears that you have finished once you have gone on to the end.",
    # after the reveal
    "differ": "Where you differ most from the group",
    "differ_why": "Your answers beside the average of everybody’s. Only statements that at least {fewest} others rated "
    "are shown.",
    "differ_none": "You see it much as the group does, or too few others have rated the same statements.",
    "differ_soon": "When the facilitator reveals the results, you can see here where you differ most from the group. "
    "Open this page again then.",
    "differ_you": "You",
    "differ_group": "The group",
    "importance_more": "More important to you than to the group.",
    "importance_less": "Less important to you than to the group.",
    "experience_more": "Better for you today than for the group.",
    "experience_less": "Worse for you today than for the group.",
    "pair_more": "Measured against expectations, better for you than for the group.",
    "pair_less": "Measured against expectations, worse for you than for the group.",
    "pair_above": "{points} above what was expected",
    "pair_below": "{points} below what was expected",
    "pair_even": "as expected",
    # receipt
    "receipt_title": "See or delete your answers",
    "kept_anonymise": "These answers are kept until {day}. After that they are anonymised for good: this code opens "
    "nothing then.",
    "kept_delete": "These answers are kept until {day}, and deleted for good after that: this code opens nothing then.",
    "receipt_enter": "Type the receipt code that you got at the end.",
    "receipt_show": "Show my answers",
    "receipt_unknown": "There are no answers under this code. Check it for a typo: it has 16 letters and digits. "
    " Answers that were deleted cannot be shown again.",
    "your_answers": "Your answers",
    "your_remark": "What we missed",
    "no_answer": "no answer",
    "delete_title": "Delete for good",
    "delete_why": "All of these answers are removed from the results. You cannot bring them back.",
    "delete_sure": "Yes, delete all my answers",
    "delete": "Delete my answers",
    "delete_unsure": "Nothing was deleted: tick the box first.",
    "deleted_title": "Your answers are deleted",
    "deleted": "They are in no result and no download any more.",
    "deleted_file": "They leave the file of the database within 24 hours.",
    "deleted_database": "Traces can stay in the database until it is next cleaned up.",
    "deleted_daily": "Daily backups hold them for 14 days, but a restore deletes them again; other backups hold "
    "them for as long as whoever runs this keeps those.",
    "deleted_backups": "Backups hold them for as long as whoever runs this keeps those.",
    "deleted_close": "You can close this page.",
    # join
    "join": "Join",
    "join_enter": "Type the code you were given.",
    "join_go": "Go",
    "join_unknown": "No open round has this code. Look at it once more: it has 6 letters and digits.",
    "too_many_guesses": "Too many wrong codes came in. Wait a moment, or use the link instead of the code.",
    "too_many_links": "Too many links that had been used came in. Wait a moment, then begin again.",
    # single-use codes
    "code_enter": "Type the code that you were given. It works once.",
    "code_given": "This is your code. It works once.",
    "code_wrong": "This round has no such code, or it was used. Look at it once more: it has 10 letters and digits. If "
    "you have begun already, go on where you began or with your personal link; else ask for another code.",
    # states
    "paused_title": "A short pause",
    "paused": "The round is paused. Come back to this page a little later.",
    "closed_title": "This round is closed",
    "closed": "No more answers are taken.",
    "binned_title": "This study was withdrawn",
    "binned": "Whoever runs it has put it into the bin, and no answers are taken. What was given is deleted for good "
    "after {days} days, unless the study is restored.",
    "full_title": "This round is full",
    "full": "As many people have answered as were asked for.",
    "screened_title": "Thank you for your time",
    "screened": "This survey is for people in another situation, so there is nothing more to ask you. What you "
    "answered was not kept.",
    "quota_title": "Thank you for your interest",
    "quota": "Enough people in your situation have answered already, so there is nothing more to ask you. What you "
    "answered was not kept.",
    "listed_title": "This link was used already",
    "listed": "Somebody has already begun with this link, and each person is counted once. If it was you, go on in "
    "the browser in which you began; else ask whoever sent you the link.",
    "draft_title": "Not open yet",
    "draft": "This round has not been opened yet.",
    "trial": "Trial",
    "trial_why": "Answers given here are not counted, and will be deleted.",
    "safe": "Your answers are safe.",
    "try_again": "Try again",
    # errors
    "missing_title": "Nothing here",
    "missing": "This link is not complete or no longer valid. Ask whoever sent it for the whole link.",
    "refused_title": "That was not saved",
    "method_title": "Not this way",
    "sorry_title": "Please try again soon",
    "sorry": "The answers cannot be reached just now. What you have given so far is safe.",
    "too_fast_title": "One moment",
    "method": "This page cannot be used in that way.",
    "refused_field": "This page does not ask that; open it again and answer once more.",
    "refused_value": "One of the answers is not a choice that this page offers.",
    "refused_number": "Whole numbers from {lowest} to {highest} only.",
    "refused_remark": "The text is longer than {most} characters.",
    "refused_form": "What was sent is not a form.",
    "refused_size": "What was sent is too large.",
    "refused_slow": "What was sent took too long to arrive. Please send it again.",
    "refused_twice": "A field was sent twice.",
    "refused_origin": "This form can only be sent from its own page.",
    "to_start": "To the first page",
}

SCALES_EN = {
    "expectation": ScaleWords(
        SCALES["expectation"].question,
        SCALES["expectation"].labels,
        "Compared with what you expect, using {solution} today, this …",
    ),
    "satisfaction": ScaleWords(
        SCALES["satisfaction"].question,
        SCALES["satisfaction"].labels,
        "How satisfied are you with this today, using {solution}?",
    ),
    "pair": ScaleWords(
        SCALES["pair"].question,
        SCALES["pair"].labels,
        "How well is this met today, using {solution}?",
    ),
    "expected": ScaleWords(EXPECTED, SCALES["pair"].labels),
    "importance": ScaleWords(IMPORTANCE, IMPORTANCE_LABELS),
}
