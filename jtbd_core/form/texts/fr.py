"""The texts of the form in French."""

from jtbd_core.form.texts.table import ScaleWords, TextTable

TEXTS_FR: TextTable = {
    "language": "Langue",
    # introduction
    "purpose": "Aidez-nous à découvrir où se trouvent les difficultés : {job}.",
    "minutes": "Environ {minutes} min. Vous pouvez arrêter à tout moment : ce que vous avez évalué compte.",
    "who_sees": "Ni nom ni e-mail ne sont conservés. Les résultats montrent des groupes, jamais une personne. Vous "
    "pouvez voir, modifier ou supprimer vos réponses.",
    "panel_told": "Votre lien contient l’identifiant sous lequel votre panel vous connaît. Il est noté à part de vos "
    "réponses, avec le fait que vous avez terminé ou non, pour que votre panel puisse vous remercier. Rien ne relie "
    "les deux.",
    "start": "Commencer",
    # about you
    "about": "À propos de vous",
    "about_why": "Laissez de côté ce à quoi vous ne souhaitez pas répondre.",
    "rather_not": "ne se prononce pas",
    "solution": "Qu’utilisez-vous pour cela aujourd’hui ?",
    "solution_most": "Si vous en utilisez plusieurs, choisissez ce que vous utilisez le plus.",
    "something_else": "autre chose",
    "own_solution": "Qu’utilisez-vous ?",
    "gate_why": "Ce qui est marqué « requis » décide si cette enquête vous concerne. Une fois envoyé, cela ne peut "
    "plus être modifié.",
    "gate_needed": "requis",
    "gate_missing": "Veuillez répondre à ce qui est marqué « requis ».",
    "gate_fixed": "Cette réponse ne peut plus être modifiée.",
    # cards
    "job_step": "Pendant que vous le faites",
    "functional": "Ce qui en résulte",
    "emotional": "Ce que vous ressentez",
    "social": "Comment les autres vous voient",
    "part": "partie {part} sur {parts}",
    "progress": "{done} sur {all}",
    "progress_of": "affirmations évaluées",
    "left": "encore {minutes} min environ",
    "not_applicable": "ne me concerne pas",
    "clear": "effacer",
    "clear_what": "ma réponse",
    "continue": "Continuer",
    "enough": "Cela suffit pour l’instant",
    "back": "Retour",
    "save": "Enregistrer",
    # saving
    "saving": "enregistrement …",
    "saved": "enregistré ✓",
    "kept": "gardé sur cet appareil, sera envoyé",
    "held": "pause : gardé, sera envoyé",
    "too_late": "enquête close : non enregistré",
    "not_taken": "cette réponse n’a pas été enregistrée",
    "stay": "Pas de connexion pour l’instant. Vos réponses sont gardées sur cet appareil : continuez dès que le réseau "
    "sera revenu.",
    "wait": "L’enquête est en pause. Vos réponses sont gardées sur cet appareil : continuez lorsqu’elle reprendra.",
    "unsent": "Certaines réponses n’ont pas encore été envoyées. Appuyez de nouveau pour quitter malgré tout : elles "
    "restent sur cet appareil jusqu’à ce que votre lien personnel y soit ouvert.",
    # waiting for the facilitator
    "awaited_title": "La suite arrive",
    "awaited": "La partie suivante s’ouvrira dans un instant pour tout le monde à la fois. "
    "Cette page avance toute seule.",
    "awaited_look": "Voir maintenant",
    # thanks
    "thanks": "Merci",
    "thanks_all": {
        "one": "Vous avez évalué l’unique affirmation.",
        "other": "Vous avez évalué les {all} affirmations.",
    },
    "thanks_some": {
        "one": "Vous avez évalué {done} affirmation sur {all}.",
        "other": "Vous avez évalué {done} des {all} affirmations.",
    },
    "all_counts": "Tout ce que vous avez évalué compte.",
    "close": "Vous pouvez fermer cette page.",
    "rate_rest": "Évaluer le reste",
    "missed": "Qu’avons-nous oublié ?",
    "missed_hint": "Quelque chose que vous souhaitez et qui n’était pas dans la liste. Merci de ne citer aucun nom.",
    "send": "Envoyer",
    "sent": "Enregistré. Vous pouvez encore le modifier.",
    "receipt": "Code de reçu",
    "receipt_why": "Notez-le : avec ce code, vous pouvez voir ou supprimer vos réponses à tout moment, même lorsque "
    "l’enquête est close.",
    "see_answers": "Voir ou supprimer mes réponses",
    "link": "Lien personnel",
    "link_why": "Ouvre vos réponses sur un autre appareil tant que l’enquête est ouverte. Gardez-le pour vous.",
    "change": "Modifier mes réponses",
    "someone_else": "Une autre personne répond sur cet appareil",
    "panel_back": "Retour à votre panel",
    "panel_rest": "Votre panel saura que vous avez terminé lorsque vous serez allé jusqu’à la fin.",
    # after the reveal
    "differ": "Là où vous différez le plus du groupe",
    "differ_why": "Vos réponses à côté de la moyenne de tous. Seules figurent les affirmations évaluées par au moins "
    "{fewest} autres personnes.",
    "differ_none": "Vous voyez les choses à peu près comme le groupe, ou trop peu d’autres ont évalué les mêmes "
    "affirmations.",
    "differ_soon": "Quand l’animation dévoilera les résultats, vous verrez ici où vous différez le plus du groupe. "
    "Rouvrez alors cette page.",
    "differ_you": "Vous",
    "differ_group": "Le groupe",
    "importance_more": "Plus important pour vous que pour le groupe.",
    "importance_less": "Moins important pour vous que pour le groupe.",
    "experience_more": "Mieux pour vous aujourd’hui que pour le groupe.",
    "experience_less": "Moins bien pour vous aujourd’hui que pour le groupe.",
    "pair_more": "Par rapport aux attentes, c’est mieux pour vous que pour le groupe.",
    "pair_less": "Par rapport aux attentes, c’est moins bien pour vous que pour le groupe.",
    "pair_above": "{points} au-dessus des attentes",
    "pair_below": "{points} en dessous des attentes",
    "pair_even": "conforme aux attentes",
    # receipt
    "receipt_title": "Voir ou supprimer vos réponses",
    "kept_anonymise": "Ces réponses sont conservées jusqu’au {day}. Ensuite, elles sont anonymisées définitivement : "
    "ce code n’ouvre alors plus rien.",
    "kept_delete": "Ces réponses sont conservées jusqu’au {day}, puis supprimées définitivement : ce code n’ouvre "
    "alors plus rien.",
    "receipt_enter": "Saisissez le code de reçu obtenu à la fin.",
    "receipt_show": "Voir mes réponses",
    "receipt_unknown": "Aucune réponse ne correspond à ce code. Vérifiez la saisie : il compte 16 lettres et chiffres. "
    "Les réponses supprimées le sont définitivement.",
    "your_answers": "Vos réponses",
    "your_remark": "Ce que nous avons oublié",
    "no_answer": "sans réponse",
    "delete_title": "Supprimer définitivement",
    "delete_why": "Toutes ces réponses seront retirées des résultats. Vous ne pourrez pas les rétablir.",
    "delete_sure": "Oui, supprimer toutes mes réponses",
    "delete": "Supprimer mes réponses",
    "delete_unsure": "Rien n’a été supprimé : cochez d’abord la case.",
    "deleted_title": "Vos réponses sont supprimées",
    "deleted": "Elles ne figurent plus dans aucun résultat ni téléchargement.",
    "deleted_file": "Elles disparaissent du fichier de la base de données sous 24 heures.",
    "deleted_database": "Des traces peuvent rester dans la base de données jusqu’à son prochain nettoyage.",
    "deleted_daily": "Les sauvegardes quotidiennes les contiennent pendant 14 jours, mais une restauration les "
    "supprime de nouveau ; les autres sauvegardes, tant qu’elles sont conservées.",
    "deleted_backups": "Les sauvegardes les contiennent tant qu’elles sont conservées.",
    "deleted_close": "Vous pouvez fermer cette page.",
    # join
    "join": "Participer",
    "join_enter": "Saisissez le code qui vous a été donné.",
    "join_go": "Continuer",
    "join_unknown": "Aucune enquête ouverte n’a ce code. Vérifiez-le : il compte 6 lettres et chiffres.",
    "too_many_guesses": "Trop de codes erronés ont été saisis. Patientez un instant, ou utilisez le lien au lieu du "
    "code.",
    "too_many_links": "Trop de liens déjà utilisés ont été reçus. Patientez un instant, puis recommencez.",
    # single-use codes
    "code_enter": "Saisissez le code que vous avez reçu. Il ne sert qu’une fois.",
    "code_given": "Voici votre code. Il ne sert qu’une fois.",
    "code_wrong": "Ce code n’existe pas dans cette enquête, ou il a déjà servi. Vérifiez-le : il a 10 lettres et "
    "chiffres. Si vous avez déjà commencé, continuez là où vous avez commencé ou avec votre lien personnel ; sinon, "
    "demandez un autre code.",
    # states
    "paused_title": "Une courte pause",
    "paused": "L’enquête est en pause. Revenez sur cette page un peu plus tard.",
    "closed_title": "Cette enquête est close",
    "closed": "Les réponses ne sont plus acceptées.",
    "binned_title": "Cette étude a été retirée",
    "binned": "Elle se trouve dans la corbeille et n’accepte plus de réponses. Au bout de {days} jours, toutes les "
    "réponses sont définitivement supprimées, sauf si l’étude est restaurée.",
    "full_title": "Cette enquête est complète",
    "full": "Le nombre de réponses souhaité est atteint.",
    "screened_title": "Merci de votre temps",
    "screened": "Cette enquête s’adresse à des personnes dans une autre situation ; nous n’avons donc plus de "
    "questions à vous poser. Vos réponses n’ont pas été conservées.",
    "quota_title": "Merci de votre intérêt",
    "quota": "Assez de personnes dans votre situation ont déjà répondu ; nous n’avons donc plus de questions à vous "
    "poser. Vos réponses n’ont pas été conservées.",
    "listed_title": "Ce lien a déjà été utilisé",
    "listed": "Quelqu’un a déjà commencé avec ce lien, et chaque personne ne compte qu’une fois. Si c’était vous, "
    "continuez dans le navigateur où vous avez commencé ; sinon, adressez-vous à la personne qui vous a envoyé le "
    "lien.",
    "draft_title": "Pas encore ouverte",
    "draft": "Cette enquête n’a pas encore été ouverte.",
    "trial": "Essai",
    "trial_why": "Les réponses données ici ne comptent pas et seront supprimées.",
    "safe": "Vos réponses sont bien enregistrées.",
    "try_again": "Réessayer",
    # errors
    "missing_title": "Il n’y a rien ici",
    "missing": "Ce lien est incomplet ou n’est plus valable. Demandez le lien complet à la personne qui vous l’a "
    "envoyé.",
    "refused_title": "Cela n’a pas été enregistré",
    "method_title": "Pas de cette façon",
    "sorry_title": "Veuillez réessayer dans un instant",
    "sorry": "Les réponses ne sont pas accessibles pour l’instant. Ce que vous avez déjà donné est bien enregistré.",
    "too_fast_title": "Un instant",
    "method": "Cette page ne peut pas être utilisée de cette façon.",
    "refused_field": "Cette page ne demande pas cela ; rouvrez-la et répondez de nouveau.",
    "refused_value": "L’une des réponses ne figure pas parmi les choix de cette page.",
    "refused_number": "Nombres entiers de {lowest} à {highest} seulement.",
    "refused_remark": "Le texte dépasse {most} caractères.",
    "refused_form": "Ce qui a été envoyé n’est pas un formulaire.",
    "refused_size": "Ce qui a été envoyé est trop volumineux.",
    "refused_slow": "L’envoi a pris trop de temps. Veuillez réessayer.",
    "refused_twice": "Un champ a été envoyé deux fois.",
    "refused_origin": "Ce formulaire ne peut être envoyé que depuis sa propre page.",
    "to_start": "À la première page",
}

MET_FR = ("pas du tout", "un peu", "à moitié", "en grande partie", "totalement")

SCALES_FR = {
    "expectation": ScaleWords(
        "Par rapport à ce que vous attendez, c’est aujourd’hui …",
        ("bien en dessous", "en dessous", "conforme", "au-dessus", "bien au-dessus"),
        "Par rapport à ce que vous attendez, en utilisant {solution}, c’est aujourd’hui …",
    ),
    "satisfaction": ScaleWords(
        "Dans quelle mesure en êtes-vous satisfait(e) aujourd’hui ?",
        ("pas du tout", "peu", "moyenne\u00adment", "très", "extrême\u00adment"),
        "Dans quelle mesure en êtes-vous satisfait(e) aujourd’hui, en utilisant {solution} ?",
    ),
    "pair": ScaleWords(
        "Dans quelle mesure est-ce atteint aujourd’hui ?",
        MET_FR,
        "Dans quelle mesure est-ce atteint aujourd’hui, en utilisant {solution} ?",
    ),
    "expected": ScaleWords("Dans quelle mesure vous attendez-vous à ce que ce soit atteint ?", MET_FR),
    "importance": ScaleWords(
        "À quel point est-ce important pour vous ?",
        (
            "pas du tout important",
            "peu important",
            "moyenne\u00adment important",
            "très important",
            "extrême\u00adment important",
        ),
    ),
}
