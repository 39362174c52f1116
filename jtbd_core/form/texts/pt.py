"""The texts of the form in Portuguese."""

from jtbd_core.form.texts.table import ScaleWords, TextTable

TEXTS_PT: TextTable = {
    "language": "Idioma",
    # introduction
    "purpose": "Ajude-nos a descobrir onde estão as dificuldades: {job}.",
    "minutes": "Cerca de {minutes} min. Pode parar a qualquer momento: o que já avaliou conta.",
    "who_sees": "Nenhum nome ou e-mail é guardado. Os resultados mostram grupos, nunca uma só pessoa. É possível ver, "
    "alterar ou apagar as suas respostas.",
    "panel_told": "Seu link traz o identificador pelo qual seu painel conhece você. Ele é anotado à parte das suas "
    "respostas, com a informação de que você terminou ou não, para que o painel possa agradecer. Nada liga uma coisa "
    "à outra.",
    "start": "Começar",
    # about you
    "about": "Sobre você",
    "about_why": "Deixe em branco o que não quiser responder.",
    "rather_not": "prefiro não responder",
    "solution": "O que você usa hoje para isso?",
    "solution_most": "Se você usa várias coisas, escolha a que mais usa.",
    "something_else": "outra coisa",
    "own_solution": "O que você usa?",
    "gate_why": "O que está marcado como “necessário” decide se esta pesquisa é para você. Depois de enviado, não "
    "pode ser mudado.",
    "gate_needed": "necessário",
    "gate_missing": "Responda ao que está marcado como “necessário”, por favor.",
    "gate_fixed": "Esta resposta não pode mais ser mudada.",
    # cards
    "job_step": "Enquanto o faz",
    "functional": "O que resulta disso",
    "emotional": "Como você se sente",
    "social": "Como os outros veem você",
    "part": "parte {part} de {parts}",
    "progress": "{done} de {all}",
    "progress_of": "afirmações avaliadas",
    "left": "ainda cerca de {minutes} min",
    "not_applicable": "não se aplica a mim",
    "clear": "apagar",
    "clear_what": "a minha resposta",
    "continue": "Continuar",
    "enough": "Por agora é suficiente",
    "back": "Voltar",
    "save": "Salvar",
    # saving
    "saving": "salvando …",
    "saved": "salvo ✓",
    "kept": "salvo neste aparelho, será enviado",
    "held": "em pausa: salvo, será enviado",
    "too_late": "pesquisa encerrada: não foi aceita",
    "not_taken": "esta resposta não foi aceita",
    "stay": "Sem conexão no momento. As suas respostas estão salvas neste aparelho: continue quando a rede voltar.",
    "wait": "A pesquisa está em pausa. As suas respostas estão salvas neste aparelho: continue quando ela recomeçar.",
    "unsent": "Algumas respostas ainda não foram enviadas. Toque de novo para sair mesmo assim: elas ficam neste "
    "aparelho até que o seu link pessoal seja aberto nele.",
    # waiting for the facilitator
    "awaited_title": "Já continuamos",
    "awaited": "A próxima parte será aberta em instantes para todos ao mesmo tempo. Esta página avança sozinha.",
    "awaited_look": "Ver agora",
    # thanks
    "thanks": "Muito obrigado",
    "thanks_all": {
        "one": "Você avaliou a única afirmação.",
        "other": "Você avaliou todas as {all} afirmações.",
    },
    "thanks_some": {
        "one": "Você avaliou {done} de {all} afirmação.",
        "other": "Você avaliou {done} de {all} afirmações.",
    },
    "all_counts": "Tudo o que avaliou conta.",
    "close": "Você pode fechar esta página.",
    "rate_rest": "Avaliar o restante",
    "missed": "O que esquecemos?",
    "missed_hint": "Algo que você deseja e que não estava na lista. Por favor, não cite nomes.",
    "send": "Enviar",
    "sent": "Salvo. Ainda é possível alterar.",
    "receipt": "Código de recibo",
    "receipt_why": "Anote: com este código você pode ver ou apagar as suas respostas a qualquer momento, mesmo depois "
    "de a pesquisa ser encerrada.",
    "see_answers": "Ver ou apagar minhas respostas",
    "link": "Link pessoal",
    "link_why": "Abre as suas respostas em outro aparelho enquanto a pesquisa estiver aberta. Não o compartilhe.",
    "change": "Alterar minhas respostas",
    "someone_else": "Outra pessoa responde neste aparelho",
    "panel_back": "Voltar ao seu painel",
    "panel_rest": "Seu painel saberá que você terminou quando tiver ido até o fim.",
    # after the reveal
    "differ": "Em que você mais difere do grupo",
    "differ_why": "Suas respostas ao lado da média de todos. Só aparecem as afirmações que pelo menos {fewest} outras "
    "pessoas avaliaram.",
    "differ_none": "Você vê as coisas de modo parecido com o grupo, ou poucas outras pessoas avaliaram as mesmas "
    "afirmações.",
    "differ_soon": "Quando os resultados forem revelados, você verá aqui em que mais difere do grupo. Abra então esta "
    "página de novo.",
    "differ_you": "Você",
    "differ_group": "O grupo",
    "importance_more": "Mais importante para você do que para o grupo.",
    "importance_less": "Menos importante para você do que para o grupo.",
    "experience_more": "Hoje melhor para você do que para o grupo.",
    "experience_less": "Hoje pior para você do que para o grupo.",
    "pair_more": "Em comparação com o esperado, melhor para você do que para o grupo.",
    "pair_less": "Em comparação com o esperado, pior para você do que para o grupo.",
    "pair_above": "{points} acima do esperado",
    "pair_below": "{points} abaixo do esperado",
    "pair_even": "como esperado",
    # receipt
    "receipt_title": "Ver ou apagar as suas respostas",
    "kept_anonymise": "Estas respostas são guardadas até {day}. Depois são anonimizadas de vez, e este código já não "
    "abre nada.",
    "kept_delete": "Estas respostas são guardadas até {day} e depois apagadas de vez: este código já não abre nada.",
    "receipt_enter": "Digite o código de recibo que recebeu no final.",
    "receipt_show": "Ver minhas respostas",
    "receipt_unknown": "Não há respostas com este código. Confira se está bem escrito: ele tem 16 letras e algarismos. "
    "Respostas apagadas não podem ser recuperadas.",
    "your_answers": "As suas respostas",
    "your_remark": "O que esquecemos",
    "no_answer": "sem resposta",
    "delete_title": "Apagar para sempre",
    "delete_why": "Todas estas respostas serão retiradas dos resultados. Você não poderá recuperá-las.",
    "delete_sure": "Sim, apagar todas as minhas respostas",
    "delete": "Apagar minhas respostas",
    "delete_unsure": "Nada foi apagado: marque primeiro a caixa.",
    "deleted_title": "As suas respostas foram apagadas",
    "deleted": "Elas não aparecem mais em nenhum resultado nem download.",
    "deleted_file": "Elas saem do arquivo do banco de dados em até 24 horas.",
    "deleted_database": "Podem ficar vestígios no banco de dados até a próxima limpeza.",
    "deleted_daily": "As cópias de segurança diárias as guardam por 14 dias, mas uma restauração as apaga de "
    "novo; outras cópias, enquanto forem guardadas.",
    "deleted_backups": "As cópias de segurança as guardam enquanto forem mantidas.",
    "deleted_close": "Você pode fechar esta página.",
    # join
    "join": "Participar",
    "join_enter": "Digite o código que você recebeu.",
    "join_go": "Continuar",
    "join_unknown": "Nenhuma pesquisa aberta tem este código. Confira: ele tem 6 letras e algarismos.",
    "too_many_guesses": "Chegaram códigos errados demais. Aguarde um momento ou use o link em vez do código.",
    "too_many_links": "Chegaram links já usados demais. Aguarde um momento e comece de novo.",
    # single-use codes
    "code_enter": "Digite o código que você recebeu. Ele vale uma vez.",
    "code_given": "Este é o seu código. Ele vale uma vez.",
    "code_wrong": "Esta pesquisa não tem esse código, ou ele já foi usado. Confira: ele tem 10 letras e algarismos. Se "
    "você já começou, continue onde começou ou com seu link pessoal; senão, peça outro código.",
    # states
    "paused_title": "Uma breve pausa",
    "paused": "A pesquisa está em pausa. Volte a esta página um pouco mais tarde.",
    "closed_title": "Esta pesquisa está encerrada",
    "closed": "Não são mais aceitas respostas.",
    "binned_title": "Este estudo foi retirado",
    "binned": "Ele está na lixeira e não são aceitas respostas. Depois de {days} dias, todas as respostas são apagadas "
    "definitivamente, a menos que o estudo seja restaurado.",
    "full_title": "Esta pesquisa está completa",
    "full": "Já responderam tantas pessoas quantas eram necessárias.",
    "screened_title": "Obrigado pelo seu tempo",
    "screened": "Esta pesquisa é para pessoas em outra situação, por isso não há mais perguntas para você. O que você "
    "respondeu não foi guardado.",
    "quota_title": "Obrigado pelo seu interesse",
    "quota": "Já responderam pessoas suficientes na sua situação, por isso não há mais perguntas para você. O que "
    "você respondeu não foi guardado.",
    "listed_title": "Este link já foi usado",
    "listed": "Alguém já começou com este link, e cada pessoa conta uma vez. Se foi você, continue no navegador em "
    "que começou; senão, fale com quem lhe enviou o link.",
    "draft_title": "Ainda não foi aberta",
    "draft": "Esta pesquisa ainda não foi aberta.",
    "trial": "Teste",
    "trial_why": "As respostas dadas aqui não contam e serão apagadas.",
    "safe": "As suas respostas estão seguras.",
    "try_again": "Tentar de novo",
    # errors
    "missing_title": "Não há nada aqui",
    "missing": "Este link está incompleto ou não é mais válido. Peça o link completo a quem o enviou.",
    "refused_title": "Não foi salvo",
    "method_title": "Assim não é possível",
    "sorry_title": "Tente de novo em um momento",
    "sorry": "As respostas estão inacessíveis no momento. O que você já respondeu está seguro.",
    "too_fast_title": "Um momento",
    "method": "Esta página não pode ser usada dessa maneira.",
    "refused_field": "Esta página não pergunta isso; abra-a de novo e responda outra vez.",
    "refused_value": "Uma das respostas não está entre as opções desta página.",
    "refused_number": "Só números inteiros de {lowest} a {highest}.",
    "refused_remark": "O texto tem mais de {most} caracteres.",
    "refused_form": "O que foi enviado não é um formulário.",
    "refused_size": "O que foi enviado é grande demais.",
    "refused_slow": "O envio demorou demasiado. Por favor, tente novamente.",
    "refused_twice": "Um campo foi enviado duas vezes.",
    "refused_origin": "Este formulário só pode ser enviado a partir da sua própria página.",
    "to_start": "À primeira página",
}

MET_PT = ("nada", "um pouco", "pela metade", "em grande parte", "totalmente")

SCALES_PT = {
    "expectation": ScaleWords(
        "Em comparação com o que você espera, hoje isso …",
        ("fica muito abaixo", "fica abaixo", "atende", "supera", "supera em muito"),
        "Em comparação com o que você espera, usando {solution}, hoje isso …",
    ),
    "satisfaction": ScaleWords(
        "Em que medida isso satisfaz você hoje?",
        ("nada", "um pouco", "moderada\u00admente", "muito", "muití\u00adssimo"),
        "Em que medida isso satisfaz você hoje, usando {solution}?",
    ),
    "pair": ScaleWords(
        "Em que medida isso é atendido hoje?",
        MET_PT,
        "Em que medida isso é atendido hoje, usando {solution}?",
    ),
    "expected": ScaleWords("Em que medida você espera que isso seja atendido?", MET_PT),
    "importance": ScaleWords(
        "Qual é a importância disso para você?",
        (
            "nada importante",
            "pouco importante",
            "moderada\u00admente importante",
            "muito importante",
            "muití\u00adssimo importante",
        ),
    ),
}
