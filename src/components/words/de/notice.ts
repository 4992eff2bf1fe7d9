import type {NOTICE_WORDS as ENGLISH} from "../notice.js";

export const NOTICE_WORDS: Record<keyof typeof ENGLISH, string> = {
  notice_lead: "Was diese Website misst, warum, wer es sieht und wie lange es aufbewahrt wird.",
  notice_company:
    "Bei {company}, mit den Einstellungen des letzten Baus. Wer eine dieser Seiten lesen darf, darf auch diese lesen.",
  notice_what: "Was gemessen wird",
  notice_what_1:
    "Übergaben: Termine, die SDRs für AEs vereinbaren. Aus den eigenen Exporten des Unternehmens (CRM, Vertriebswerkzeuge, Anruflisten, Antworten von AEs) wird ermittelt, wie weit eine Übergabe kam, was ihr Briefing bei Beginn des Termins sagte und was der AE dazu geantwortet hat.",
  notice_what_2:
    "Von Personen: die Zahlen von SDRs und AEs entlang des Wegs einer Übergabe, jede mit dem, was zählt, wie sicher sie ist und welche Datensätze dahinterstehen. Das Glossar sagt, was jede Zahl bedeutet.",
  notice_what_3:
    "Nicht gemessen: Zeit an Tastatur, Maus oder Bildschirm, Aufenthaltsort, Stimmung, Ton oder Wortlaut von Anrufen, private Nachrichten. Keine Maschine hört oder liest mit, und aus einem Text wird nur beurteilt, ob ein Feld des Briefings ausgefüllt und wie genau es ist und welche Themen der Kommentar eines AE nennt.",
  notice_why: "Warum",
  notice_why_1:
    "Damit Interessenten ihre Geschichte nicht zweimal erzählen müssen und ein AE nicht bei null beginnt; und damit das, was zu verbessern ist (ein Feld im Briefing, eine Zuteilungsregel, eine Quelle von Leads), dort gefunden wird, wo es liegt.",
  notice_why_2:
    "Fürs Coaching: eine Gewohnheit zurzeit, mit der Person gewählt. Nicht für Gehalt, Abmahnung oder Kündigung: Die Zahlen beruhen auf wenigen Terminen, haben weite Intervalle und hängen von Leads und Gegenübern ab, die sich niemand aussucht.",
  notice_why_3:
    "Kein Rang: Personen stehen nach Namen, ein Unterschied wird nur genannt, wo Zufall allein ihn selten hervorbrächte, und über keine Person entscheidet eine Maschine.",
  notice_who: "Wer es sieht",
  notice_who_hint:
    "Entschieden wird durch die Dateien, die dort liegen, wo eine Person sie abrufen kann, nicht dadurch, was eine Seite zeichnet. Namen, Zahlen und Kommentare anderer stehen in keiner ihrer Dateien.",
  notice_reader: "Wer liest",
  notice_sees: "Sieht",
  notice_sdr: "SDR",
  notice_sdr_sees:
    "eigene Übergaben, eigene Zahlen und Kommentare von AEs zu eigenen Übergaben; die anderen nur als Summen über mindestens {n} Personen",
  notice_ae: "AE",
  notice_ae_sees: "eigene anstehende und vergangene Übergaben mit ihren Briefings, und welche Antworten noch ausstehen",
  notice_team: "Führungskraft von SDRs",
  notice_team_sees:
    "die SDRs des eigenen Teams mit Namen, ihre Gesprächsblätter und Antworten von AEs über sie; andere Teams nur als Summen",
  notice_ae_team: "Führungskraft von AEs",
  notice_ae_team_sees: "anstehende und vergangene Übergaben der eigenen AEs, ihre ausstehenden Antworten und Entscheidungen",
  notice_exec: "Leitung",
  notice_exec_sees: "Unternehmen, Teams und Segmente; keine einzelne Person",
  notice_exec_people: "Unternehmen, Teams, Segmente und Personen mit Namen",
  notice_revops: "RevOps",
  notice_revops_sees: "alles, um die Daten in Ordnung zu halten; wie AEs bewerten, sieht nur RevOps",
  notice_team_only: "Zahlen zu einzelnen Personen sind abgeschaltet, für alle.",
  notice_small: "Eine Zahl über andere beruht auf mindestens {n} Personen und lässt sich auch nicht durch Abziehen gewinnen.",
  notice_contacts_off: "E-Mail-Adressen und Telefonnummern von Kontakten stehen auf keiner Seite.",
  notice_contacts_on: "E-Mail-Adresse und Telefonnummer eines Kontakts sieht der AE dieser Übergabe, und sonst niemand.",
  notice_exemplars_none: "Kein Briefing wird anderen als Beispiel gezeigt.",
  notice_exemplars_some:
    "Auszüge aus Briefings werden anderen als Beispiele gezeigt, ohne Namen und Kontaktdaten, wo ihre Verfasser zugestimmt haben.",
  notice_long: "Wie lange",
  notice_long_1:
    "Die Website entsteht mit jedem Bau neu aus den Exporten und enthält, was diese enthalten: Ein Datensatz, der die Exporte verlässt oder im CRM gelöscht wird, verlässt die Website mit dem nächsten Bau.",
  notice_retention:
    "Personen, Interessenten und Texte bleiben {n} volle Monate und den laufenden gespeichert. Wer länger von nichts berührt wurde, zählt weiter, unter einem Namen wie „Former contact 3f2a1b“; was davor geschrieben wurde, ist nicht mehr gespeichert.",
  notice_retention_off: "Personen und Texte bleiben gespeichert, solange die Exporte sie enthalten.",
  notice_pseudonyms: "Alle Namen, Ids und Adressen auf dieser Website sind erfunden und stehen für andere.",
  notice_long_2: "Nichts wird irgendwohin gesendet, und keine Seite fragt einen anderen Server.",
  notice_rights: "Was Sie verlangen können",
  notice_rights_1: "Alles, was über Sie gespeichert ist, als Datei; wer worauf Zugriff hat, als Tabelle.",
  notice_rights_2:
    "Dass ein Datensatz berichtigt wird: „Stimmt das nicht?“ daneben, oder über Ihre Führungskraft. Ein angefochtener Datensatz ist markiert, wo er zählt.",
  notice_rights_3:
    "Dass Sie ausgelassen werden, als Interessent oder nach dem Ausscheiden: Name, Worte und was über Sie gesagt wurde, verschwinden und bleiben aus jedem späteren Bau heraus.",
  notice_rights_ask: "Fragen Sie, wer diese Website betreibt, in der Regel RevOps.",
};
