"""The texts of the form in German."""

from jtbd_core.form.texts.table import ScaleWords, TextTable

TEXTS_DE: TextTable = {
    "language": "Sprache",
    # introduction
    "purpose": "Helfen Sie uns herauszufinden, wo es hier schwierig ist: {job}.",
    "minutes": "Etwa {minutes} Min. Sie können jederzeit aufhören: Was Sie bewertet haben, zählt.",
    "who_sees": "Weder Name noch E-Mail wird gespeichert. Ergebnisse zeigen Gruppen, nie einzelne Personen. Sie können "
    "Ihre Antworten ansehen, ändern und löschen.",
    "panel_told": "Ihr Link enthält die Kennung, unter der Ihr Panel Sie kennt. Sie wird getrennt von Ihren Antworten "
    "vermerkt, mit der Angabe, ob Sie fertig sind, damit Ihr Panel sich bedanken kann. Nichts verbindet beides.",
    "start": "Los geht’s",
    # about you
    "about": "Über Sie",
    "about_why": "Lassen Sie aus, was Sie nicht beantworten möchten.",
    "rather_not": "keine Angabe",
    "solution": "Was verwenden Sie dafür heute?",
    "solution_most": "Wenn Sie mehreres verwenden, wählen Sie, was Sie am meisten verwenden.",
    "something_else": "etwas anderes",
    "own_solution": "Was verwenden Sie?",
    "gate_why": "Was mit „nötig“ gekennzeichnet ist, entscheidet, ob diese Befragung für Sie ist. Einmal gesendet, "
    "lässt es sich nicht mehr ändern.",
    "gate_needed": "nötig",
    "gate_missing": "Bitte beantworten Sie, was mit „nötig“ gekennzeichnet ist.",
    "gate_fixed": "Diese Antwort lässt sich nicht mehr ändern.",
    # cards
    "job_step": "Während Sie dabei sind",
    "functional": "Was dabei herauskommt",
    "emotional": "Wie Sie sich dabei fühlen",
    "social": "Wie andere Sie sehen",
    "part": "Teil {part} von {parts}",
    "progress": "{done} von {all}",
    "progress_of": "Aussagen bewertet",
    "left": "noch etwa {minutes} Min.",
    "not_applicable": "trifft auf mich nicht zu",
    "clear": "löschen",
    "clear_what": "(meine Antwort)",
    "continue": "Weiter",
    "enough": "Das reicht für jetzt",
    "back": "Zurück",
    "save": "Speichern",
    # saving
    "saving": "wird gespeichert …",
    "saved": "gespeichert ✓",
    "kept": "auf dem Gerät, wird noch gesendet",
    "held": "Pause: gemerkt, wird noch gesendet",
    "too_late": "beendet: nicht angenommen",
    "not_taken": "Antwort wurde nicht angenommen",
    "stay": "Gerade keine Verbindung. Ihre Antworten sind auf diesem Gerät gespeichert: Machen Sie weiter, sobald das "
    "Netz wieder da ist.",
    "wait": "Die Befragung macht Pause. Ihre Antworten sind auf diesem Gerät gespeichert: Machen Sie weiter, wenn es "
    "weitergeht.",
    "unsent": "Einige Antworten sind noch nicht gesendet. Tippen Sie noch einmal, um die Seite trotzdem zu verlassen: "
    "Sie bleiben auf diesem Gerät, bis hier Ihr persönlicher Link geöffnet wird.",
    # waiting for the facilitator
    "awaited_title": "Gleich geht es weiter",
    "awaited": "Der nächste Teil wird gleich für alle gemeinsam geöffnet. Diese Seite geht von selbst weiter.",
    "awaited_look": "Jetzt nachsehen",
    # thanks
    "thanks": "Vielen Dank",
    "thanks_all": {
        "one": "Sie haben die eine Aussage bewertet.",
        "other": "Sie haben alle {all} Aussagen bewertet.",
    },
    "thanks_some": {
        "one": "Sie haben {done} von {all} Aussage bewertet.",
        "other": "Sie haben {done} von {all} Aussagen bewertet.",
    },
    "all_counts": "Alles, was Sie bewertet haben, zählt.",
    "close": "Sie können diese Seite schließen.",
    "rate_rest": "Den Rest bewerten",
    "missed": "Was haben wir übersehen?",
    "missed_hint": "Etwas, das Sie sich wünschen und das nicht auf der Liste stand. Bitte nennen Sie keine Namen.",
    "send": "Senden",
    "sent": "Gespeichert. Sie können es noch ändern.",
    "receipt": "Quittungscode",
    "receipt_why": "Bitte notieren: Mit diesem Code können Sie Ihre Antworten jederzeit ansehen oder löschen, auch "
    "wenn die Befragung beendet ist.",
    "see_answers": "Antworten ansehen oder löschen",
    "link": "Persönlicher Link",
    "link_why": "Öffnet Ihre Antworten auf einem anderen Gerät, solange die Befragung läuft. Geben Sie ihn nicht "
    "weiter.",
    "change": "Antworten ändern",
    "someone_else": "Jemand anderes antwortet auf diesem Gerät",
    "panel_back": "Zurück zu Ihrem Panel",
    "panel_rest": "Ihr Panel erfährt, dass Sie fertig sind, sobald Sie bis zum Ende weitergegangen sind.",
    # after the reveal
    "differ": "Worin Sie am meisten von der Gruppe abweichen",
    "differ_why": "Ihre Antworten neben dem Durchschnitt aller. Gezeigt werden nur Aussagen, die mindestens {fewest} "
    "andere bewertet haben.",
    "differ_none": "Sie sehen es ähnlich wie die Gruppe, oder zu wenige andere haben dieselben Aussagen bewertet.",
    "differ_soon": "Sobald die Moderation die Ergebnisse aufdeckt, sehen Sie hier, worin Sie am meisten von der "
    "Gruppe abweichen. Öffnen Sie dann diese Seite noch einmal.",
    "differ_you": "Sie",
    "differ_group": "Die Gruppe",
    "importance_more": "Ihnen wichtiger als der Gruppe.",
    "importance_less": "Ihnen weniger wichtig als der Gruppe.",
    "experience_more": "Für Sie heute besser als für die Gruppe.",
    "experience_less": "Für Sie heute schlechter als für die Gruppe.",
    "pair_more": "Gemessen an den Erwartungen für Sie besser als für die Gruppe.",
    "pair_less": "Gemessen an den Erwartungen für Sie schlechter als für die Gruppe.",
    "pair_above": "{points} über der Erwartung",
    "pair_below": "{points} unter der Erwartung",
    "pair_even": "wie erwartet",
    # receipt
    "receipt_title": "Antworten ansehen oder löschen",
    "kept_anonymise": "Diese Antworten werden bis zum {day} aufbewahrt. Danach werden sie endgültig anonymisiert: "
    "Dieser Code öffnet dann nichts mehr.",
    "kept_delete": "Diese Antworten werden bis zum {day} aufbewahrt und danach endgültig gelöscht: Dieser Code "
    "öffnet dann nichts mehr.",
    "receipt_enter": "Geben Sie den Quittungscode ein, den Sie am Ende erhalten haben.",
    "receipt_show": "Antworten zeigen",
    "receipt_unknown": "Unter diesem Code gibt es keine Antworten. Prüfen Sie bitte, ob er richtig geschrieben ist: Er "
    "hat 16 Buchstaben und Ziffern. Gelöschte Antworten sind endgültig gelöscht.",
    "your_answers": "Ihre Antworten",
    "your_remark": "Was wir übersehen haben",
    "no_answer": "keine Antwort",
    "delete_title": "Endgültig löschen",
    "delete_why": "Alle diese Antworten werden aus den Ergebnissen entfernt. Sie können sie nicht zurückholen.",
    "delete_sure": "Ja, alle meine Antworten löschen",
    "delete": "Antworten löschen",
    "delete_unsure": "Es wurde nichts gelöscht: Setzen Sie zuerst das Häkchen.",
    "deleted_title": "Ihre Antworten sind gelöscht",
    "deleted": "Sie stehen in keinem Ergebnis und keinem Download mehr.",
    "deleted_file": "Aus der Datei der Datenbank verschwinden sie innerhalb von 24 Stunden.",
    "deleted_database": "Spuren können in der Datenbank bleiben, bis diese bereinigt wird.",
    "deleted_daily": "Tägliche Sicherungen enthalten sie noch 14 Tage, doch werden sie bei einer "
    "Wiederherstellung erneut gelöscht; andere Sicherungen, solange der Betreiber sie aufbewahrt.",
    "deleted_backups": "Sicherungen enthalten sie, solange der Betreiber diese aufbewahrt.",
    "deleted_close": "Sie können diese Seite schließen.",
    # join
    "join": "Teilnehmen",
    "join_enter": "Geben Sie den Code ein, den Sie erhalten haben.",
    "join_go": "Weiter",
    "join_unknown": "Keine laufende Befragung hat diesen Code. Prüfen Sie ihn bitte: Er hat 6 Buchstaben und Ziffern.",
    "too_many_guesses": "Es kamen zu viele falsche Codes an. Warten Sie einen Moment, oder nehmen Sie den Link statt "
    "des Codes.",
    "too_many_links": "Es kamen zu viele Links an, die schon verwendet waren. Warten Sie einen Moment, und beginnen "
    "Sie dann noch einmal.",
    # single-use codes
    "code_enter": "Geben Sie den Code ein, den Sie erhalten haben. Er gilt einmal.",
    "code_given": "Das ist Ihr Code. Er gilt einmal.",
    "code_wrong": "Diesen Code gibt es in dieser Befragung nicht, oder er wurde schon verwendet. Sehen Sie noch einmal "
    "nach: Er hat 10 Buchstaben und Ziffern. Haben Sie schon begonnen, machen Sie dort weiter, wo Sie begonnen haben, "
    "oder mit Ihrem persönlichen Link; sonst bitten Sie um einen anderen Code.",
    # states
    "paused_title": "Eine kurze Pause",
    "paused": "Die Befragung macht Pause. Kommen Sie etwas später auf diese Seite zurück.",
    "closed_title": "Diese Befragung ist beendet",
    "closed": "Es werden keine Antworten mehr angenommen.",
    "binned_title": "Diese Studie wurde zurückgezogen",
    "binned": "Sie liegt im Papierkorb, und es werden keine Antworten angenommen. Nach {days} Tagen werden alle "
    "Antworten endgültig gelöscht, wenn die Studie nicht wiederhergestellt wird.",
    "full_title": "Diese Befragung ist voll",
    "full": "Es haben so viele Personen geantwortet wie gewünscht.",
    "screened_title": "Danke für Ihre Zeit",
    "screened": "Diese Befragung richtet sich an Menschen in einer anderen Lage, deshalb gibt es keine weiteren "
    "Fragen an Sie. Was Sie geantwortet haben, wurde nicht gespeichert.",
    "quota_title": "Danke für Ihr Interesse",
    "quota": "Aus Ihrer Lage haben schon genug Menschen geantwortet, deshalb gibt es keine weiteren Fragen an Sie. "
    "Was Sie geantwortet haben, wurde nicht gespeichert.",
    "listed_title": "Dieser Link wurde schon verwendet",
    "listed": "Mit diesem Link hat schon jemand begonnen, und jede Person zählt einmal. Waren Sie es selbst, machen "
    "Sie in dem Browser weiter, in dem Sie begonnen haben; sonst wenden Sie sich an die Person, die Ihnen den Link "
    "geschickt hat.",
    "draft_title": "Noch nicht eröffnet",
    "draft": "Diese Befragung hat noch nicht begonnen.",
    "trial": "Probelauf",
    "trial_why": "Antworten, die Sie hier geben, zählen nicht und werden gelöscht.",
    "safe": "Ihre Antworten sind sicher gespeichert.",
    "try_again": "Erneut versuchen",
    # errors
    "missing_title": "Hier ist nichts",
    "missing": "Dieser Link ist unvollständig oder nicht mehr gültig. Bitten Sie um den vollständigen Link.",
    "refused_title": "Das wurde nicht gespeichert",
    "method_title": "So geht es nicht",
    "sorry_title": "Bitte versuchen Sie es gleich noch einmal",
    "sorry": "Die Antworten sind gerade nicht erreichbar. Was Sie bisher angegeben haben, ist sicher gespeichert.",
    "too_fast_title": "Einen Moment bitte",
    "method": "Diese Seite lässt sich so nicht verwenden.",
    "refused_field": "Danach fragt diese Seite nicht; öffnen Sie sie neu und antworten Sie noch einmal.",
    "refused_value": "Eine der Antworten steht auf dieser Seite nicht zur Wahl.",
    "refused_number": "Nur ganze Zahlen von {lowest} bis {highest}.",
    "refused_remark": "Der Text ist länger als {most} Zeichen.",
    "refused_form": "Was gesendet wurde, ist kein Formular.",
    "refused_size": "Was gesendet wurde, ist zu groß.",
    "refused_slow": "Was gesendet wurde, kam zu langsam an. Bitte noch einmal senden.",
    "refused_twice": "Ein Feld wurde zweimal gesendet.",
    "refused_origin": "Dieses Formular kann nur von seiner eigenen Seite gesendet werden.",
    "to_start": "Zur ersten Seite",
}

MET_DE = ("gar nicht", "wenig", "zur Hälfte", "weitgehend", "voll\u00adständig")

SCALES_DE = {
    "expectation": ScaleWords(
        "Verglichen mit dem, was Sie erwarten, liegt das heute …",
        ("weit darunter", "darunter", "gleichauf", "darüber", "weit darüber"),
        "Verglichen mit dem, was Sie erwarten, liegt das heute bei Nutzung von {solution} …",
    ),
    "satisfaction": ScaleWords(
        "Wie zufrieden sind Sie heute damit?",
        ("gar nicht", "wenig", "einiger\u00admaßen", "sehr", "äußerst"),
        "Wie zufrieden sind Sie heute damit, bei Nutzung von {solution}?",
    ),
    "pair": ScaleWords(
        "In welchem Maß wird das heute erfüllt?",
        MET_DE,
        "In welchem Maß wird das heute bei Nutzung von {solution} erfüllt?",
    ),
    "expected": ScaleWords("In welchem Maß erwarten Sie, dass das erfüllt wird?", MET_DE),
    "importance": ScaleWords(
        "Wie wichtig ist Ihnen das?",
        ("gar nicht wichtig", "wenig wichtig", "einiger\u00admaßen wichtig", "sehr wichtig", "äußerst wichtig"),
    ),
}
