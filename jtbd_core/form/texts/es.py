"""The texts of the form in Spanish."""

from jtbd_core.form.texts.table import ScaleWords, TextTable

TEXTS_ES: TextTable = {
    "language": "Idioma",
    # introduction
    "purpose": "Ayúdenos a descubrir dónde están las dificultades: {job}.",
    "minutes": "Aproximadamente {minutes} min. Puede parar en cualquier momento: lo que haya valorado cuenta.",
    "who_sees": "No se guarda ningún nombre ni correo electrónico. Los resultados muestran grupos, nunca a una sola "
    "persona. Puede ver, cambiar o borrar sus respuestas.",
    "panel_told": "Su enlace lleva el identificador con el que su panel le conoce. Se anota aparte de sus respuestas, "
    "junto con si ha terminado, para que su panel pueda agradecérselo. Nada une ambas cosas.",
    "start": "Empezar",
    # about you
    "about": "Sobre usted",
    "about_why": "Omita lo que no desee contestar.",
    "rather_not": "prefiero no decirlo",
    "solution": "¿Qué utiliza hoy para esto?",
    "solution_most": "Si utiliza varias cosas, elija la que más utiliza.",
    "something_else": "otra cosa",
    "own_solution": "¿Qué utiliza?",
    "gate_why": "Lo que lleva la marca «necesario» decide si esta encuesta es para usted. Una vez enviado, no se "
    "puede cambiar.",
    "gate_needed": "necesario",
    "gate_missing": "Responda, por favor, a lo que lleva la marca «necesario».",
    "gate_fixed": "Esta respuesta ya no se puede cambiar.",
    # cards
    "job_step": "Mientras lo hace",
    "functional": "Lo que se consigue",
    "emotional": "Cómo se siente usted",
    "social": "Cómo le ven los demás",
    "part": "parte {part} de {parts}",
    "progress": "{done} de {all}",
    "progress_of": "afirmaciones valoradas",
    "left": "aún {minutes} min aprox.",
    "not_applicable": "no se aplica a mi caso",
    "clear": "borrar",
    "clear_what": "mi respuesta",
    "continue": "Continuar",
    "enough": "Es suficiente por ahora",
    "back": "Atrás",
    "save": "Guardar",
    # saving
    "saving": "guardando …",
    "saved": "guardado ✓",
    "kept": "guardado aquí, se enviará",
    "held": "en pausa: guardado, se enviará",
    "too_late": "encuesta cerrada: no se ha aceptado",
    "not_taken": "esta respuesta no se ha aceptado",
    "stay": "Ahora no hay conexión. Sus respuestas están guardadas en este dispositivo: continúe cuando vuelva la red.",
    "wait": "La encuesta está en pausa. Sus respuestas están guardadas en este dispositivo: siga cuando se reanude.",
    "unsent": "Algunas respuestas aún no se han enviado. Pulse de nuevo para salir de todos modos: se quedan en este "
    "dispositivo hasta que se abra en él su enlace personal.",
    # waiting for the facilitator
    "awaited_title": "Enseguida continuamos",
    "awaited": "La siguiente parte se abrirá en un momento para todos a la vez. Esta página avanza sola.",
    "awaited_look": "Ver ahora",
    # thanks
    "thanks": "Muchas gracias",
    "thanks_all": {
        "one": "Ha valorado la única afirmación.",
        "other": "Ha valorado las {all} afirmaciones.",
    },
    "thanks_some": {
        "one": "Ha valorado {done} de {all} afirmación.",
        "other": "Ha valorado {done} de {all} afirmaciones.",
    },
    "all_counts": "Todo lo que ha valorado cuenta.",
    "close": "Puede cerrar esta página.",
    "rate_rest": "Valorar el resto",
    "missed": "¿Qué se nos ha olvidado?",
    "missed_hint": "Algo que desea y que no estaba en la lista. Por favor, no mencione nombres.",
    "send": "Enviar",
    "sent": "Guardado. Todavía puede cambiarlo.",
    "receipt": "Código de recibo",
    "receipt_why": "Anótelo: con este código puede ver o borrar sus respuestas en cualquier momento, incluso cuando la "
    "encuesta esté cerrada.",
    "see_answers": "Ver o borrar mis respuestas",
    "link": "Enlace personal",
    "link_why": "Abre sus respuestas en otro dispositivo mientras la encuesta esté abierta. No lo comparta.",
    "change": "Cambiar mis respuestas",
    "someone_else": "Otra persona responde en este dispositivo",
    "panel_back": "Volver a su panel",
    "panel_rest": "Su panel sabrá que ha terminado cuando haya llegado hasta el final.",
    # after the reveal
    "differ": "En qué se diferencia más del grupo",
    "differ_why": "Sus respuestas junto al promedio de todos. Solo se muestran las afirmaciones que han valorado al "
    "menos otras {fewest} personas.",
    "differ_none": "Lo ve de forma parecida al grupo, o muy pocas personas más han valorado las mismas afirmaciones.",
    "differ_soon": "Cuando se revelen los resultados, verá aquí en qué se diferencia más del grupo. Vuelva a abrir "
    "entonces esta página.",
    "differ_you": "Usted",
    "differ_group": "El grupo",
    "importance_more": "Más importante para usted que para el grupo.",
    "importance_less": "Menos importante para usted que para el grupo.",
    "experience_more": "Hoy es mejor para usted que para el grupo.",
    "experience_less": "Hoy es peor para usted que para el grupo.",
    "pair_more": "En comparación con lo esperado, mejor para usted que para el grupo.",
    "pair_less": "En comparación con lo esperado, peor para usted que para el grupo.",
    "pair_above": "{points} por encima de lo esperado",
    "pair_below": "{points} por debajo de lo esperado",
    "pair_even": "como se esperaba",
    # receipt
    "receipt_title": "Ver o borrar sus respuestas",
    "kept_anonymise": "Estas respuestas se conservan hasta el {day}. Después se anonimizan de forma definitiva y "
    "este código ya no abre nada.",
    "kept_delete": "Estas respuestas se conservan hasta el {day} y después se eliminan de forma definitiva: este "
    "código ya no abre nada.",
    "receipt_enter": "Escriba el código de recibo que obtuvo al final.",
    "receipt_show": "Ver mis respuestas",
    "receipt_unknown": "No hay respuestas con este código. Compruebe que esté bien escrito: tiene 16 letras y cifras. "
    "Las respuestas borradas no se pueden recuperar.",
    "your_answers": "Sus respuestas",
    "your_remark": "Lo que se nos ha olvidado",
    "no_answer": "sin respuesta",
    "delete_title": "Borrar para siempre",
    "delete_why": "Todas estas respuestas se eliminan de los resultados. No podrá recuperarlas.",
    "delete_sure": "Sí, borrar todas mis respuestas",
    "delete": "Borrar mis respuestas",
    "delete_unsure": "No se ha borrado nada: marque primero la casilla.",
    "deleted_title": "Sus respuestas se han borrado",
    "deleted": "Ya no figuran en ningún resultado ni descarga.",
    "deleted_file": "Desaparecen del archivo de la base de datos en un plazo de 24 horas.",
    "deleted_database": "Pueden quedar rastros en la base de datos hasta su próxima limpieza.",
    "deleted_daily": "Las copias de seguridad diarias las contienen durante 14 días, pero al restaurarlas se "
    "borran de nuevo; otras copias, mientras se conserven.",
    "deleted_backups": "Las copias de seguridad las contienen mientras se conserven.",
    "deleted_close": "Puede cerrar esta página.",
    # join
    "join": "Participar",
    "join_enter": "Escriba el código que le han dado.",
    "join_go": "Continuar",
    "join_unknown": "Ninguna encuesta abierta tiene este código. Revíselo: tiene 6 letras y cifras.",
    "too_many_guesses": "Se han recibido demasiados códigos incorrectos. Espere un momento o utilice el enlace en vez "
    "del código.",
    "too_many_links": "Se han recibido demasiados enlaces ya utilizados. Espere un momento y vuelva a empezar.",
    # single-use codes
    "code_enter": "Escriba el código que recibió. Sirve una sola vez.",
    "code_given": "Este es su código. Sirve una sola vez.",
    "code_wrong": "Esta encuesta no tiene ese código, o ya se ha utilizado. Compruébelo: tiene 10 letras y cifras. Si "
    "ya ha empezado, siga donde empezó o con su enlace personal; si no, pida otro código.",
    # states
    "paused_title": "Una breve pausa",
    "paused": "La encuesta está en pausa. Vuelva a esta página un poco más tarde.",
    "closed_title": "Esta encuesta está cerrada",
    "closed": "Ya no se admiten respuestas.",
    "binned_title": "Este estudio se ha retirado",
    "binned": "Está en la papelera y no se admiten respuestas. Pasados {days} días, todas las respuestas se borran "
    "definitivamente, salvo que el estudio se restaure.",
    "full_title": "Esta encuesta está completa",
    "full": "Ya han respondido tantas personas como se pedía.",
    "screened_title": "Gracias por su tiempo",
    "screened": "Esta encuesta es para personas en otra situación, así que no hay más preguntas para usted. Lo que "
    "respondió no se ha guardado.",
    "quota_title": "Gracias por su interés",
    "quota": "Ya han respondido bastantes personas en su situación, así que no hay más preguntas para usted. Lo que "
    "respondió no se ha guardado.",
    "listed_title": "Este enlace ya se ha utilizado",
    "listed": "Alguien ya ha empezado con este enlace, y cada persona cuenta una vez. Si fue usted, siga en el "
    "navegador donde empezó; si no, diríjase a quien le envió el enlace.",
    "draft_title": "Todavía no está abierta",
    "draft": "Esta encuesta aún no se ha abierto.",
    "trial": "Prueba",
    "trial_why": "Las respuestas que dé aquí no cuentan y se borrarán.",
    "safe": "Sus respuestas están a salvo.",
    "try_again": "Reintentar",
    # errors
    "missing_title": "Aquí no hay nada",
    "missing": "Este enlace está incompleto o ya no es válido. Pida el enlace completo a quien se lo envió.",
    "refused_title": "No se ha guardado",
    "method_title": "Así no es posible",
    "sorry_title": "Inténtelo de nuevo en un momento",
    "sorry": "Ahora no se puede acceder a las respuestas. Lo que ha contestado hasta ahora está a salvo.",
    "too_fast_title": "Un momento",
    "method": "Esta página no se puede utilizar de esa manera.",
    "refused_field": "Esta página no pregunta eso; ábrala de nuevo y vuelva a contestar.",
    "refused_value": "Una de las respuestas no está entre las opciones de esta página.",
    "refused_number": "Solo números enteros de {lowest} a {highest}.",
    "refused_remark": "El texto supera los {most} caracteres.",
    "refused_form": "Lo que se ha enviado no es un formulario.",
    "refused_size": "Lo que se ha enviado es demasiado grande.",
    "refused_slow": "El envío ha tardado demasiado. Por favor, inténtelo de nuevo.",
    "refused_twice": "Un campo se ha enviado dos veces.",
    "refused_origin": "Este formulario solo se puede enviar desde su propia página.",
    "to_start": "A la primera página",
}

MET_ES = ("nada", "un poco", "a medias", "en gran parte", "del todo")

SCALES_ES = {
    "expectation": ScaleWords(
        "En comparación con lo que espera, esto hoy …",
        ("queda muy por debajo", "queda por debajo", "lo cumple", "lo supera", "lo supera con creces"),
        "En comparación con lo que espera, utilizando {solution}, esto hoy …",
    ),
    "satisfaction": ScaleWords(
        "¿En qué medida le satisface esto hoy?",
        ("nada", "un poco", "moderada\u00admente", "mucho", "muchí\u00adsimo"),
        "¿En qué medida le satisface esto hoy, utilizando {solution}?",
    ),
    "pair": ScaleWords(
        "¿En qué medida se cumple esto hoy?",
        MET_ES,
        "¿En qué medida se cumple esto hoy, utilizando {solution}?",
    ),
    "expected": ScaleWords("¿En qué medida espera que esto se cumpla?", MET_ES),
    "importance": ScaleWords(
        "¿Qué importancia tiene esto para usted?",
        (
            "nada importante",
            "poco importante",
            "mediana\u00admente importante",
            "muy importante",
            "suma\u00admente importante",
        ),
    ),
}
