/** Metrics: labels, meanings, formulas, what they count, and what they need. */
export const METRIC_PHRASES = {
  "Meeting show rate": "Show-Rate",
  Show: "Show-Rate",
  "Of the meetings that took place or were missed by the prospect, the share that took place.":
    "Von den Terminen, die stattfanden oder zu denen der Interessent nicht erschien, der Anteil, der stattfand.",
  "handoffs held ÷ handoffs held or no-show": "wahrgenommene Übergaben ÷ wahrgenommene und nicht erschienene",
  meetings: "Termine",
  "First-slot show rate": "Show-Rate beim ersten Termin",
  "First slot": "1. Termin",
  "The share of meetings held at the time first agreed, before any rescheduling.":
    "Der Anteil der Termine, die zur zuerst vereinbarten Zeit stattfanden, vor jeder Verschiebung.",
  "first slot held ÷ handoffs held or no-show whose first slot was not cancelled early or by us":
    "erster Termin wahrgenommen ÷ wahrgenommene und nicht erschienene Übergaben, deren erster Termin weder früh noch von uns abgesagt wurde",
  "Acceptance rate": "Annahmequote",
  Accepted: "Angenommen",
  "The share of handoffs that the AE accepted in time (SAL).":
    "Der Anteil der Übergaben, die der AE rechtzeitig angenommen hat (SAL).",
  "accepted by the end of the second business day ÷ handoffs whose time to decide is over":
    "bis zum Ende des zweiten Werktags angenommen ÷ Übergaben, deren Entscheidungsfrist um ist",
  handoffs: "Übergaben",
  "Time to accept": "Zeit bis zur Annahme",
  "Accept time": "Annahmezeit",
  "Business hours until the AE accepted, of the handoffs accepted in time: half took less, half took longer.":
    "Geschäftsstunden, bis der AE annahm, von den rechtzeitig angenommenen Übergaben: Die Hälfte ging schneller, die Hälfte dauerte länger.",
  "median business hours from the meeting (or the handoff) to acceptance":
    "Median der Geschäftsstunden vom Termin (oder der Übergabe) bis zur Annahme",
  "accepted handoffs": "angenommene Übergaben",
  "Touches to meeting": "Kontakte bis zum Termin",
  Touches: "Kontakte",
  "How many of the SDR's own calls, e-mails and messages came before the first booking.":
    "Wie viele eigene Anrufe, E-Mails und Nachrichten des SDR vor der ersten Terminvereinbarung lagen.",
  "median of the SDR's outgoing activities with the prospect before the first booking":
    "Median der ausgehenden Aktivitäten des SDR mit dem Interessenten vor der ersten Terminvereinbarung",
  "Meeting → SQL": "Termin → SQL",
  "→ SQL": "→ SQL",
  "The share of meetings held that the AE called sales-qualified within 14 days.":
    "Der Anteil der wahrgenommenen Termine, die der AE binnen 14 Tagen als SQL eingestuft hat.",
  "SQL within 14 days of the meeting ÷ meetings held at least 14 days ago":
    "SQL binnen 14 Tagen nach dem Termin ÷ wahrgenommene Termine, die mindestens 14 Tage her sind",
  "meetings held": "wahrgenommene Termine",
  "SQL → opportunity": "SQL → Opportunity",
  "→ Opp.": "→ Opp.",
  "The share of SQLs that became an opportunity within 30 days.":
    "Der Anteil der SQLs, aus denen binnen 30 Tagen eine Opportunity wurde.",
  "opportunity within 30 days of the SQL ÷ SQLs at least 30 days old":
    "Opportunity binnen 30 Tagen nach dem SQL ÷ SQLs, die mindestens 30 Tage alt sind",
  SQLs: "SQLs",
  "Meeting → opportunity": "Termin → Opportunity",
  "Meeting → opp.": "Termin → Opp.",
  "The share of meetings held that became an opportunity within 44 days.":
    "Der Anteil der wahrgenommenen Termine, aus denen binnen 44 Tagen eine Opportunity wurde.",
  "opportunity within 44 days of the meeting ÷ meetings held at least 44 days ago":
    "Opportunity binnen 44 Tagen nach dem Termin ÷ wahrgenommene Termine, die mindestens 44 Tage her sind",
  "Opportunity → won": "Opportunity → gewonnen",
  "→ Won": "→ Gewonnen",
  "The share of opportunities that were won within 180 days.":
    "Der Anteil der Opportunities, die binnen 180 Tagen gewonnen wurden.",
  "won within 180 days ÷ opportunities at least 180 days old":
    "binnen 180 Tagen gewonnen ÷ Opportunities, die mindestens 180 Tage alt sind",
  opportunities: "Opportunities",
  "Days to SQL": "Tage bis zum SQL",
  "Days → SQL": "Tage → SQL",
  "Days from the meeting to the SQL, of the meetings that got there within 14 days.":
    "Tage vom Termin bis zum SQL, von den Terminen, die binnen 14 Tagen dorthin kamen.",
  "median days from meeting to SQL": "Median der Tage vom Termin bis zum SQL",
  "Days to opportunity": "Tage bis zur Opportunity",
  "Days → opp.": "Tage → Opp.",
  "Days from the SQL to the opportunity, of the SQLs that got there within 30 days.":
    "Tage vom SQL bis zur Opportunity, von den SQLs, die binnen 30 Tagen dorthin kamen.",
  "median days from SQL to opportunity": "Median der Tage vom SQL bis zur Opportunity",
  "Days to close": "Tage bis zum Abschluss",
  "Days → won": "Tage → gew.",
  "Days from the opportunity to the win, of the opportunities won within 180 days.":
    "Tage von der Opportunity bis zum Gewinn, von den binnen 180 Tagen gewonnenen.",
  "median days from opportunity to won": "Median der Tage von der Opportunity bis zum Gewinn",
  "opportunities won": "gewonnene Opportunities",
  "Handoff quality score": "Übergabequalität",
  Quality: "Qualität",
  "How the AEs rated the handoffs of meetings held, from 1 to 10; the last answer counts.":
    "Wie die AEs die Übergaben wahrgenommener Termine bewertet haben, von 1 bis 10; die letzte Antwort zählt.",
  "sum of ratings ÷ meetings held with a rating": "Summe der Bewertungen ÷ wahrgenommene Termine mit Bewertung",
  ratings: "Bewertungen",
  "Adjusted quality score": "Bereinigte Übergabequalität",
  Adjusted: "Bereinigt",
  "How the AEs rated an SDR's handoffs, with what each AE tends to give taken out, and drawn towards the average where ratings are few.":
    "Wie die AEs die Übergaben eines SDR bewertet haben; herausgerechnet ist, was jeder AE gewöhnlich gibt, und wo es wenige Bewertungen sind, ist der Wert zum Durchschnitt hingezogen.",
  "average rating + the SDR's own effect, beside the effects of the AEs who rated (crossed random effects, REML)":
    "mittlere Bewertung + eigener Effekt des SDR, neben den Effekten der bewertenden AEs (gekreuzte Zufallseffekte, REML)",
  "Feedback response rate": "Antwortquote",
  Feedback: "Antworten",
  "The share of meetings held for which the AE answered within two business days.":
    "Der Anteil der wahrgenommenen Termine, zu denen der AE binnen zwei Werktagen geantwortet hat.",
  "feedback by the deadline ÷ meetings held whose deadline is over":
    "Antwort in der Frist ÷ wahrgenommene Termine, deren Frist um ist",
  "Qualification accuracy": "Treffsicherheit der Qualifizierung",
  Accuracy: "Treffer",
  "The share of answers in which the AE found the prospect fully qualified.":
    "Der Anteil der Antworten, in denen der AE den Interessenten voll qualifiziert fand.",
  "answers “fully qualified” ÷ answers": "Antworten „voll qualifiziert“ ÷ Antworten",
  answers: "Antworten",
  "Partly qualified": "Teilweise qualifiziert",
  Partly: "Teilweise",
  "The share of answers in which the AE found the prospect only partly qualified.":
    "Der Anteil der Antworten, in denen der AE den Interessenten nur teilweise qualifiziert fand.",
  "answers “partly qualified” ÷ answers": "Antworten „teilweise qualifiziert“ ÷ Antworten",
  "Forecast accuracy": "Treffsicherheit der Vorhersage",
  Forecast: "Vorhersage",
  "How often the AE's “will advance” or “will not” came true within 44 days of the meeting.":
    "Wie oft das „geht weiter“ oder „geht nicht weiter“ des AE binnen 44 Tagen nach dem Termin eintraf.",
  "opportunity came, or did not, as said ÷ answers yes or no at least 44 days after the meeting":
    "Opportunity kam oder kam nicht, wie gesagt ÷ Antworten ja oder nein, mindestens 44 Tage nach dem Termin",
  "Documentation completeness": "Vollständigkeit der Dokumentation",
  Docs: "Doku",
  "The share of the brief's required fields that were filled when the meeting began.":
    "Der Anteil der Pflichtfelder des Briefings, die bei Beginn des Termins ausgefüllt waren.",
  "required fields filled ÷ required fields, of handoffs held or no-show":
    "ausgefüllte Pflichtfelder ÷ Pflichtfelder, von wahrgenommenen und nicht erschienenen Übergaben",
  "Weighted documentation": "Gewichtete Dokumentation",
  "Weighted docs": "Gew. Doku",
  "The share of the whole brief, each field by its weight, that was filled when the meeting began.":
    "Der Anteil des ganzen Briefings, jedes Feld mit seinem Gewicht, der bei Beginn des Termins ausgefüllt war.",
  "weights of fields filled ÷ weights of all fields, of handoffs held or no-show":
    "Gewichte ausgefüllter Felder ÷ Gewichte aller Felder, von wahrgenommenen und nicht erschienenen Übergaben",
  "Fully documented": "Vollständig dokumentiert",
  "Full briefs": "Voll. Briefings",
  "The share of handoffs whose brief had every required field filled when the meeting began.":
    "Der Anteil der Übergaben, in deren Briefing bei Beginn des Termins jedes Pflichtfeld ausgefüllt war.",
  "handoffs with every required field filled ÷ handoffs held or no-show":
    "Übergaben mit allen Pflichtfeldern ÷ wahrgenommene und nicht erschienene Übergaben",
  "Brief on time": "Briefing rechtzeitig",
  "On time": "Rechtzeitig",
  "The share of handoffs whose brief was complete a day before the meeting.":
    "Der Anteil der Übergaben, deren Briefing einen Tag vor dem Termin vollständig war.",
  "brief complete 24 hours before the meeting or earlier ÷ handoffs held or no-show":
    "Briefing 24 Stunden vor dem Termin oder früher vollständig ÷ wahrgenommene und nicht erschienene Übergaben",
  "Brief lead time": "Vorlauf des Briefings",
  "Lead time": "Vorlauf",
  "How many hours before the meeting the brief was complete, of the briefs that were.":
    "Wie viele Stunden vor dem Termin das Briefing vollständig war, von denen, die es waren.",
  "median hours from the complete brief to the meeting, of handoffs held or no-show":
    "Median der Stunden vom vollständigen Briefing bis zum Termin, von wahrgenommenen und nicht erschienenen Übergaben",
  "complete briefs": "vollständige Briefings",
  "Qualification compliance": "Qualifizierung erfüllt",
  MSQ: "MSQ",
  "The share of handoffs that met every criterion of minimum qualification (MSQ) when the meeting began.":
    "Der Anteil der Übergaben, die bei Beginn des Termins jedes Kriterium der Mindestqualifizierung (MSQ) erfüllten.",
  "handoffs with every qualification criterion met ÷ handoffs held or no-show; a criterion that is unknown is not met":
    "Übergaben mit allen Qualifizierungskriterien ÷ wahrgenommene und nicht erschienene Übergaben; ein unbekanntes Kriterium gilt als nicht erfüllt",
  "Handoff readiness": "Bereitschaft der Übergabe",
  Ready: "Bereit",
  "The share of handoffs that met every item of the readiness checklist when the meeting began.":
    "Der Anteil der Übergaben, die bei Beginn des Termins jeden Punkt der Bereitschafts-Checkliste erfüllten.",
  "handoffs with every readiness item met ÷ handoffs held or no-show; an item that is unknown is not met":
    "Übergaben mit allen Bereitschaftspunkten ÷ wahrgenommene und nicht erschienene Übergaben; ein unbekannter Punkt gilt als nicht erfüllt",
  "Meetings per conversation": "Termine je Gespräch",
  Booked: "Vereinbart",
  "Meetings booked for each lead the SDR had a conversation with.":
    "Vereinbarte Termine je Lead, mit dem der SDR ein Gespräch hatte.",
  "meetings booked ÷ conversations": "vereinbarte Termine ÷ Gespräche",
  conversations: "Gespräche",
  "Lead qualification rate": "Qualifizierungsquote der Leads",
  Qualified: "Qualifiziert",
  "The share of worked leads that were qualified within 30 days of the first touch.":
    "Der Anteil der bearbeiteten Leads, die binnen 30 Tagen nach dem ersten Kontakt qualifiziert wurden.",
  "qualified within 30 days ÷ leads first touched at least 30 days ago":
    "binnen 30 Tagen qualifiziert ÷ Leads, deren erster Kontakt mindestens 30 Tage her ist",
  leads: "Leads",
  "Speed to lead": "Zeit bis zum ersten Kontakt",
  Speed: "Tempo",
  "Hours from the lead's creation to the first touch, of the leads that were touched.":
    "Stunden vom Eingang des Leads bis zum ersten Kontakt, von den bearbeiteten Leads.",
  "median hours from lead created to first touch": "Median der Stunden vom Eingang des Leads bis zum ersten Kontakt",
  "leads touched": "bearbeitete Leads",
  "Speed to lead: until assigned": "Zeit bis zum ersten Kontakt: bis zur Zuteilung",
  "To assigned": "Bis Zuteilung",
  "The part of speed to lead before the SDR had the lead: hours from its creation to its assignment.":
    "Der Teil davon, bevor der SDR den Lead hatte: Stunden vom Eingang bis zur Zuteilung.",
  "median hours from lead created to lead assigned, of the leads touched":
    "Median der Stunden vom Eingang bis zur Zuteilung, von den bearbeiteten Leads",
  "Speed to lead: once assigned": "Zeit bis zum ersten Kontakt: ab der Zuteilung",
  "To touched": "Ab Zuteilung",
  "The part of speed to lead in the SDR's own hands: hours from the assignment to the first touch.":
    "Der Teil davon in der Hand des SDR: Stunden von der Zuteilung bis zum ersten Kontakt.",
  "median hours from lead assigned to first touch, of the leads touched":
    "Median der Stunden von der Zuteilung bis zum ersten Kontakt, von den bearbeiteten Leads",
  "Routing rule kept": "Zuteilungsregel befolgt",
  "Rule kept": "Regel befolgt",
  "The share of handoffs that went to an AE in the rotation of the territory that the rule names.":
    "Der Anteil der Übergaben, die an einen AE aus der Rotation des Gebiets gingen, das die Regel nennt.",
  "handoffs whose AE the rule names ÷ handoffs that a rule fits and that have an AE":
    "Übergaben, deren AE die Regel nennt ÷ Übergaben mit AE, für die eine Regel gilt",
  "handoffs with a rule": "Übergaben mit Regel",
  "Time to assign": "Zeit bis zur Zuteilung",
  "Assign time": "Zuteilung",
  "Hours from the booking until the AE was assigned: half took less, half took longer.":
    "Stunden von der Terminvereinbarung bis zur Zuteilung des AE: Die Hälfte ging schneller, die Hälfte dauerte länger.",
  "median hours from booking to assignment, of the handoffs assigned; assignments before the booking left out":
    "Median der Stunden von der Vereinbarung bis zur Zuteilung, von den zugeteilten Übergaben; Zuteilungen vor der Vereinbarung ausgelassen",
  "handoffs assigned": "zugeteilte Übergaben",
  "Pipeline created": "Neue Pipeline",
  Pipeline: "Pipeline",
  "The amounts of the opportunities that came into being.": "Die Beträge der entstandenen Opportunities.",
  "sum of amounts of opportunities": "Summe der Beträge der Opportunities",
  "Pipeline won": "Gewonnene Pipeline",
  Won: "Gewonnen",
  "The amounts of the opportunities that were won.": "Die Beträge der gewonnenen Opportunities.",
  "sum of amounts of opportunities won": "Summe der Beträge der gewonnenen Opportunities",
  "Pipeline velocity": "Tempo der Pipeline",
  Velocity: "Tempo",
  "What the opportunities bring in per day, as they are won.":
    "Was die Opportunities pro Tag einbringen, so wie sie gewonnen werden.",
  "opportunities × win rate × mean amount ÷ median days to close":
    "Opportunities × Gewinnquote × mittlerer Betrag ÷ Median der Tage bis zum Abschluss",
  // Datum und Frist
  meeting: "Termin",
  "first slot": "erster Termin",
  handoff: "Übergabe",
  "first booking": "erste Vereinbarung",
  "assignment, else first booking": "Zuteilung, sonst erste Vereinbarung",
  SQL: "SQL",
  opportunity: "Opportunity",
  win: "Gewinn",
  conversation: "Gespräch",
  "first touch": "erster Kontakt",
  "creation of the lead": "Eingang des Leads",
  day: "Tag",
  days: "Tage",
  "business day": "Werktag",
  "business days": "Werktage",
  // Was eine Kennzahl braucht
  "Meetings with what became of them: handoffs.meeting_status, or the AE's answer feedback.showed_up":
    "Termine mit ihrem Ausgang: handoffs.meeting_status oder die Antwort des AE feedback.showed_up",
  "Meetings that were held: handoffs.meeting_status, or the AE's answer feedback.showed_up":
    "Wahrgenommene Termine: handoffs.meeting_status oder die Antwort des AE feedback.showed_up",
  "When the AE called it sales-qualified: handoffs.sql_at, or a stage named under stages.sql with an export of stage_changes":
    "Wann der AE sie als SQL einstufte: handoffs.sql_at, oder eine Phase unter stages.sql mit einem Export von stage_changes",
  "An export of opportunities, and handoffs.opportunity_id that leads to them":
    "Ein Export der Opportunities und handoffs.opportunity_id, das zu ihnen führt",
  "Most opportunities exist before the meeting: name the stage that makes one under stages.opportunity, with an export of stage_changes":
    "Die meisten Opportunities gibt es schon vor dem Termin: Nennen Sie unter stages.opportunity die Phase, die eine ausmacht, mit einem Export von stage_changes",
  "When the AE accepted or rejected the handoff: handoffs.accepted_at, handoffs.rejected_at":
    "Wann der AE die Übergabe annahm oder ablehnte: handoffs.accepted_at, handoffs.rejected_at",
  "Routing rules that fit the accounts: an export of territories, or routing in the configuration":
    "Zuteilungsregeln, die zu den Firmen passen: ein Export von territories oder routing in der Konfiguration",
  "When meetings were booked and given to an AE: handoffs.booked_at, handoffs.assigned_at":
    "Wann Termine vereinbart und einem AE zugeteilt wurden: handoffs.booked_at, handoffs.assigned_at",
  "The AEs' answers: an export of feedback": "Die Antworten der AEs: ein Export von feedback",
  "The AEs' ratings: feedback.quality_score": "Die Bewertungen der AEs: feedback.quality_score",
  "The AEs' judgement: feedback.qualification_accuracy": "Das Urteil der AEs: feedback.qualification_accuracy",
  "The AEs' forecast: feedback.will_advance": "Die Vorhersage der AEs: feedback.will_advance",
  "The Handoff Brief: its fields in the export of handoffs, or handoffs.brief_text":
    "Das Briefing: seine Felder im Export von handoffs, oder handoffs.brief_text",
  "When the brief was written: handoffs.brief_updated_at, an export of field_changes, or exports made before the meetings":
    "Wann das Briefing geschrieben wurde: handoffs.brief_updated_at, ein Export von field_changes oder Exporte aus der Zeit vor den Terminen",
  "What the brief said before the meetings: handoffs.brief_updated_at, an export of field_changes, or exports made before the meetings":
    "Was das Briefing vor den Terminen sagte: handoffs.brief_updated_at, ein Export von field_changes oder Exporte aus der Zeit vor den Terminen",
  "What every qualification criterion is judged by, for at least some handoffs: accounts (employees, industry, annual_revenue and a rate to USD, country), contacts (title, department, is_budget_owner), the brief, and of handoffs decision_involvement, active_evaluation, decision_by, budget_cycle, duration_minutes, invite_accepted_at and invite_stakeholders; or other rules under qualification":
    "Woran jedes Qualifizierungskriterium gemessen wird, für wenigstens einige Übergaben: accounts (employees, industry, annual_revenue und ein Kurs zu USD, country), contacts (title, department, is_budget_owner), das Briefing, und von handoffs decision_involvement, active_evaluation, decision_by, budget_cycle, duration_minutes, invite_accepted_at und invite_stakeholders; oder andere Regeln unter qualification",
  "What every readiness criterion is judged by, for at least some handoffs: accounts, contacts, opportunities, the brief, handoffs.invite_accepted_at and routing rules (an export of territories); or other rules under readiness":
    "Woran jeder Bereitschaftspunkt gemessen wird, für wenigstens einige Übergaben: accounts, contacts, opportunities, das Briefing, handoffs.invite_accepted_at und Zuteilungsregeln (ein Export von territories); oder andere Regeln unter readiness",
  "The SDRs' calls and e-mails: an export of activities with actor_id and contact_id":
    "Die Anrufe und E-Mails der SDRs: ein Export von activities mit actor_id und contact_id",
  "An export of opportunities with created_at": "Ein Export von opportunities mit created_at",
  "How opportunities ended: opportunities.is_won and opportunities.closed_at":
    "Wie Opportunities endeten: opportunities.is_won und opportunities.closed_at",
  "Won opportunities: opportunities.is_won and opportunities.closed_at":
    "Gewonnene Opportunities: opportunities.is_won und opportunities.closed_at",
  "What opportunities are worth: opportunities.amount": "Was Opportunities wert sind: opportunities.amount",
  "When an SDR first spoke with the lead: leads.conversation_at":
    "Wann ein SDR zuerst mit dem Lead sprach: leads.conversation_at",
  "Which lead a meeting came from: handoffs.lead_id": "Aus welchem Lead ein Termin entstand: handoffs.lead_id",
  "When a lead was first worked: leads.first_touch_at": "Wann ein Lead zuerst bearbeitet wurde: leads.first_touch_at",
  "When a lead was qualified: leads.qualified_at": "Wann ein Lead qualifiziert wurde: leads.qualified_at",
  "When a lead came in: leads.created_at": "Wann ein Lead einging: leads.created_at",
  "When a lead was given to its SDR: leads.assigned_at": "Wann ein Lead seinem SDR zugeteilt wurde: leads.assigned_at",
  // What a member of a rate is called that counts, and one that does not.
  held: "wahrgenommen",
  "no-show": "nicht erschienen",
  "first slot held": "erster Termin wahrgenommen",
  "first slot not held": "erster Termin nicht wahrgenommen",
  "accepted in time": "rechtzeitig angenommen",
  "not accepted in time": "nicht rechtzeitig angenommen",
  "SQL in time": "rechtzeitig SQL",
  "no SQL in time": "nicht rechtzeitig SQL",
  "opportunity in time": "rechtzeitig Opportunity",
  "no opportunity in time": "nicht rechtzeitig Opportunity",
  "won in time": "rechtzeitig gewonnen",
  "not won in time": "nicht rechtzeitig gewonnen",
  "every required field filled": "jedes Pflichtfeld ausgefüllt",
  "a required field missing": "ein Pflichtfeld fehlt",
  "complete a day before": "einen Tag vorher vollständig",
  "not complete a day before": "einen Tag vorher nicht vollständig",
  "every criterion met": "jedes Kriterium erfüllt",
  "a criterion unmet or unknown": "ein Kriterium unerfüllt oder unbekannt",
  "every item met": "jeder Punkt erfüllt",
  "an item unmet or unknown": "ein Punkt unerfüllt oder unbekannt",
  "answered in time": "rechtzeitig beantwortet",
  "not answered in time": "nicht rechtzeitig beantwortet",
  "fully qualified": "voll qualifiziert",
  "not fully qualified": "nicht voll qualifiziert",
  "partly qualified": "teilweise qualifiziert",
  "fully or not qualified": "voll oder nicht qualifiziert",
  "came as said": "kam wie gesagt",
  "came otherwise": "kam anders",
  "qualified in time": "rechtzeitig qualifiziert",
  "not qualified in time": "nicht rechtzeitig qualifiziert",
  "rule kept": "Regel eingehalten",
  "rule not kept": "Regel nicht eingehalten",
};
