/**
 * The words by which people head the parts of a brief that stands in one note, English and German. Compared without case,
 * punctuation and decoration. `name@account` holds below the headings of section `account` only; `focus discovery on…` needs no
 * colon. A field's label is always one of its headings; the configuration adds more (`brief[].headings`).
 */
export const FIELD_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  company: words("company, company name, account name, firm, organisation, organization, name@account, account@account, unternehmen, firma, firmenname, unternehmensname, kunde, prospect company"),
  industry: words("industry, sector, vertical, line of business, branche, industrie, sektor"),
  size: words("size, company size, employees, employee count, number of employees, headcount, staff, größe, groesse, unternehmensgröße, unternehmensgroesse, firmengröße, firmengroesse, mitarbeiter, mitarbeiterzahl, anzahl mitarbeiter"),
  annual_revenue: words("revenue, annual revenue, turnover, arr@account, umsatz, jahresumsatz"),
  location: words("location, hq, headquarters, hq location, primary hq location, city@account, country@account, based in, standort, sitz, hauptsitz, ort"),
  website: words("website, web site, web, url@account, homepage, domain, webseite, internetseite"),
  company_fit: words("fit, icp fit, why they fit, account fit, firmographic fit, passung"),
  contact_name: words("name, full name, contact name, primary contact name, contact person, name des ansprechpartners, ansprechperson, vor und nachname"),
  contact_title: words("title, job title, role@contact, position, contact title, position@contact, funktion, rolle@contact, titel, jobtitel"),
  contact_department: words("department, dept, abteilung, bereich"),
  contact_email: words("email, e mail, email address, mail, e mail adresse"),
  contact_phone: words("phone, phone number, telephone, tel, mobile, cell, direct dial, telefon, telefonnummer, mobil, handy"),
  contact_linkedin: words("linkedin, linked in, linkedin url, linkedin profile, linkedin profil"),
  pain_primary: words("primary pain, primary pain point, main pain, main pain point, pain 1, pain point 1, pain #1, biggest pain, hauptschmerz, hauptproblem, wichtigster schmerzpunkt, schmerzpunkt 1"),
  pain_secondary: words("second pain, secondary pain, secondary pain point, pain 2, pain point 2, zweiter schmerzpunkt, schmerzpunkt 2"),
  pain_tertiary: words("third pain, tertiary pain, tertiary pain point, pain 3, pain point 3, dritter schmerzpunkt, schmerzpunkt 3"),
  business_impact: words("impact, business impact, cost of the problem, cost of inaction, impact on business, auswirkung, auswirkungen, geschäftliche auswirkung, geschäftliche auswirkungen, folgen"),
  current_solution: words("current solution, current setup, current set up, current state, current tool, current tools, current stack, current process, today, what they use today, incumbent, existing solution, existing tools, status quo, tech stack, stack, aktuelle lösung, aktuelle loesung, derzeitige lösung, bestehende lösung, bisherige lösung, heutige lösung, ist situation, ist zustand, aktuell im einsatz"),
  limitations: words("limitations, limitation, gaps, solution gaps, shortcomings, why it is not working, why it isn't working, what is not working, why current approach isn't working, issues with current solution, einschränkungen, einschraenkungen, grenzen, schwächen, schwaechen, lücken, was fehlt heute, warum das nicht reicht"),
  timeline: words("timeline, time line, timing, timeframe, time frame, decision timeline, decision date, decision by, purchase timeline, when do they need to decide, zeitplan, zeitrahmen, zeithorizont, zeitlinie, entscheidung bis, entscheidungszeitraum, zeitachse"),
  timeline_reason: words("why then, why now, compelling event, reason@qualification, timeline reason, reason for timeline, trigger, grund@qualification, warum jetzt, anlass, auslöser"),
  budget: words("budget, budget range, budget process, budget status, money, funding, pricing expectations, budgetrahmen, budgetprozess, budgetstatus"),
  competitive_context: words("competitive context, competition, competitors, competitor, other vendors, vendors in evaluation, alternatives, competitive landscape, competitive intel, also looking at, wettbewerb, wettbewerber, konkurrenz, mitbewerber, andere anbieter, alternativen"),
  champion: words("champion, internal champion, sponsor, internal sponsor, coach, fürsprecher, fuersprecher, fürsprecherin, unterstützer, interner fürsprecher, befürworter"),
  champion_commitment: words("champion commitment, champion's commitment, champion will, commitment@stakeholders, zusage des fürsprechers, zusage des champions"),
  economic_buyer: words("economic buyer, decision maker, decision makers, final decision maker, budget owner, budget holder, buyer, eb, signs off, entscheider, entscheiderin, entscheidungsträger, budgetverantwortlicher, budgetverantwortliche, wirtschaftlicher entscheider, wirtschaftlicher käufer"),
  technical_buyer: words("technical buyer, technical decision maker, tech buyer, technical evaluator, it contact, technischer entscheider, technischer käufer, technischer ansprechpartner, technische prüfung"),
  end_users: words("end users, end user, users, user group, who will use it, endnutzer, endanwender, anwender, nutzer, benutzer"),
  committee_size: words("committee size, buying committee size, size of the buying committee, buying committee, people on the committee, größe des buying centers, buying center"),
  political_landscape: words("political landscape, politics, internal politics, power map, who is for who is against, politische lage, interne politik"),
  access_status: words("access status, access, stakeholder access, status@stakeholders, access to power, zugang, zugangsstatus, zugang zu entscheidern, wer nimmt teil@stakeholders"),
  first_contact: words("first contact, first touch, initial contact, first outreach, how we met, erstkontakt, erster kontakt"),
  key_moments: words("key moments, key moment, history, highlights, engagement highlights, interaction history, notable moments, schlüsselmomente, schluesselmomente, wichtige momente, wichtige ereignisse, verlauf, historie"),
  prospect_attendees: words("attendees prospect, attendees (prospect), prospect attendees, attendees their side, attendees (their side), their attendees, attendees client, attendees customer, attendees, participants, invitees, teilnehmer, teilnehmer kunde, teilnehmer (kunde), teilnehmende, teilnehmer interessent, teilnehmer auf kundenseite"),
  our_attendees: words("attendees our side, attendees (our side), our attendees, attendees (us), attendees us, our side, from our side, teilnehmer unsere seite, teilnehmer (unsere seite), teilnehmer (wir), unsere teilnehmer, von unserer seite, unsererseits"),
  meeting_link: words("meeting link, zoom link, zoom, teams link, call link, link@meeting, video link, url@meeting, join link, meeting url, besprechungslink, link zum termin, einwahl"),
  next_steps: words("next steps, next step, next steps committed, action items, to dos, agreed next steps, follow up, follow ups, next actions, prep, nächste schritte, naechste schritte, nächster schritt, weiteres vorgehen, vereinbarte nächste schritte, vereinbart"),
  focus_area: words("focus for the ae, focus, focus area, focus discovery on…, discovery focus, focus on…, focus of discovery, recommended focus, schwerpunkt, schwerpunkt für den ae, fokus, discovery fokus, gesprächsschwerpunkt, fokus der discovery"),
  personality: words("personality, style, communication style, personality style, buyer personality, persönlichkeit, persoenlichkeit, typ, kommunikationsstil, stil"),
  hot_buttons: words("hot buttons, hot button, what gets them excited, motivators, triggers@recommendations, cares about, hot topics, reizthemen, reizpunkte, hot topics, was ihn bewegt, was sie bewegt, worauf sie anspringen"),
  objections: words("objections, objections to anticipate, objection, concerns, known concerns, hesitations, pushback, einwände, einwaende, bedenken, mögliche einwände, zu erwartende einwände"),
  case_study: words("case study, relevant case study, case studies, reference, reference customer, similar customer, fallstudie, referenz, referenzkunde, passende fallstudie, kundenreferenz"),
  talking_points: words("talking points, key talking points, talk track, gesprächspunkte, gespraechspunkte, gesprächsthemen, themen für das gespräch"),
  usage_summary: words("product usage, usage, usage summary, product usage summary, adoption, produktnutzung, nutzung"),
  use_cases_observed: words("use cases, use cases observed, use case, observed use cases, anwendungsfälle, anwendungsfall, beobachtete anwendungsfälle"),
  regional_context: words("regional context, territory context, local context, market context, region@account, regionaler kontext, regionale besonderheiten, gebietskontext"),
  related_accounts: words("related accounts, accounts in the territory, sister companies, verwandte kunden, verbundene unternehmen, kunden in der region"),
  // Facts of the meeting that other exports tell better; what the note says of them is kept beside.
  meeting_time: words("date time, date/time, date, when, meeting date, meeting time, date and time, scheduled for, termin, datum, datum uhrzeit, datum und uhrzeit, wann"),
  duration: words("duration, length, meeting length, dauer, länge@meeting"),
  touchpoints: words("total touchpoints, touchpoints, touch points, number of touchpoints, touches, kontaktpunkte, kontaktpunkte gesamt, anzahl kontakte, anzahl kontaktpunkte"),
}; // prettier-ignore

/** Headings over several pains; their items are the first, second and third. */
export const PAIN_HEADINGS = words("pain points, pains, pain, pain point, key pains, challenges, challenge, problems, problem, business need, needs, need, schmerzpunkte, schmerzpunkt, schmerzen, herausforderungen, herausforderung, probleme, bedarf, pain points und herausforderungen"); // prettier-ignore

/** Headings of whole sections: what stands below means what it means there. */
export const SECTION_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  account: words("account overview, account, account info, account information, account details, company overview, company info, company information, company details, company profile, company, unternehmensüberblick, unternehmensprofil, unternehmen, firma, firmenprofil, über das unternehmen"),
  contact: words("primary contact, contact, contact info, contact information, contact details, main contact, point of contact, poc, contacts, ansprechpartner, ansprechpartnerin, hauptansprechpartner, kontakt, kontaktdaten, primärer kontakt"),
  qualification: words("qualification summary, qualification, qualification notes, bant, meddic, meddpicc, discovery notes, discovery summary, msq, qualifizierung, qualifikation, zusammenfassung der qualifizierung"),
  stakeholders: words("stakeholder mapping, stakeholder map, stakeholders, key stakeholders, people, org chart, buying team, stakeholder übersicht, beteiligte"),
  engagement: words("engagement history, engagement, engagement summary, outreach history, activity, activity history, kontakthistorie, bisheriger kontakt, bisherige kontakte, kontaktverlauf"),
  meeting: words("meeting details, meeting, meeting info, meeting information, call details, meeting logistics, termindetails, besprechung, details zum termin, meetingdetails"),
  recommendations: words("ae recommendations, recommendations, recommendations for ae, recommendations for the ae, for the ae, tips for the ae, notes for ae, advice for the ae, empfehlungen, empfehlungen für den ae, hinweise für den ae, tipps für den ae"),
}; // prettier-ignore

/** What the brief itself is called, at its top. */
export const TITLE_HEADINGS = words("sdr to ae handoff brief, sdr ae handoff brief, sdr to ae handoff, sdr ae handoff, handoff brief, handoff notes, handoff, hand off brief, handover notes, handover brief, sdr handoff, sdr notes, meeting handoff, übergabe, übergabe an ae, übergabebrief, übergabeprotokoll, sdr übergabe"); // prettier-ignore

/** Words around a heading that change nothing about it: "Their main pain points", "Budget details". */
export const HEADING_FILLERS = words("the, their, our, main, key, known, estimated, confirmed, approx, approximate, expected, prospect, customer, client, current, overall, agreed, proposed, details, info, notes, note, summary, overview, if known, so far, currently, die, der, das, ihr, ihre, unser, unsere, wichtigste, wichtige, bekannte, geschätztes, aktueller, aktuelles, voraussichtlicher, details zum, notizen"); // prettier-ignore

/** The template's own bracketed hints. One that still stands there was never filled in. */
export const TEMPLATE_HINTS = words("company name, industry, employee count, $revenue, primary hq location, url, full name, job title, department, email, phone, primary pain point and business impact, secondary pain point, tertiary pain point if discussed, what they use today / manual process, why current approach isn't working, when they need to make decision and why, confirmed/estimated budget range or process, other vendors in evaluation if known, name; title, roles/teams, which stakeholders agreed to meet, date; channel, date, number of emails; calls; linkedin, what happened - response; objection; insight, key conversation or breakthrough, scheduled meeting date and time, names and titles, ae name; sdr joining or not, zoom/teams/google meet url, what prospect agreed to prepare, specific area based on sdr learning, analytical/relationship/results-driven style, what gets them excited or concerned, known concerns or hesitations, similar customer to reference"); // prettier-ignore

/** A list with commas; a semicolon stands for a comma inside an entry. */
function words(list: string): readonly string[] {
  return list.split(", ").map((entry) => entry.replaceAll(";", ","));
}
