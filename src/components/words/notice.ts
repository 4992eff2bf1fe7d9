/** The catalogue's part for the notice: what is measured, why, who sees it, how long. Texts that a works council can read. */
export const NOTICE_WORDS = {
  notice_lead: "What this site measures, why, who sees it, and how long it is kept.",
  notice_company: "At {company}, with the settings of the last build. Whoever reads one of these pages may read this one.",
  notice_what: "What is measured",
  notice_what_1:
    "Handoffs: meetings that SDRs book for AEs. From the company’s own exports (CRM, sales engagement, call recordings’ lists, answers of AEs) it is worked out how far a handoff came, what its brief said when the meeting began, and what the AE answered about it.",
  notice_what_2:
    "Of people: SDRs’ and AEs’ numbers along the way of a handoff, each with what counts, how sure it is, and the records behind it. The glossary says what each number means.",
  notice_what_3:
    "Not measured: time at the keyboard, mouse or screen, location, mood, the sound or the words of calls, private messages. No machine listens or reads along, and nothing is judged from a text but whether a field of the brief is filled, how specific it is, and which subjects an AE’s comment names.",
  notice_why: "Why",
  notice_why_1:
    "So that a buyer need not tell their story twice and an AE does not begin at zero; and so that what is to be mended (a brief’s field, a rule of routing, a source of leads) is found where it lies.",
  notice_why_2:
    "For coaching: one behaviour at a time, chosen with the person. Not for pay, warnings or dismissal: the numbers are of few meetings, carry wide intervals, and depend on leads and counterparts that nobody chooses.",
  notice_why_3:
    "No rank: people are listed by name, a difference is only named where chance alone would rarely make it, and no decision about a person is taken by a machine.",
  notice_who: "Who sees it",
  notice_who_hint:
    "Decided by which files lie where a person can fetch them, not by what a page draws. Names, numbers and comments of others are in no file of theirs.",
  notice_reader: "Reader",
  notice_sees: "Sees",
  notice_sdr: "SDR",
  notice_sdr_sees:
    "own handoffs, own numbers, and AEs’ comments on own handoffs; colleagues only as sums over at least {n} people",
  notice_ae: "AE",
  notice_ae_sees: "own coming and past handoffs with their briefs, and which answers are still owed",
  notice_team: "Manager of SDRs",
  notice_team_sees: "the own team’s SDRs by name, their 1:1 sheets, and AEs’ answers about them; other teams only as sums",
  notice_ae_team: "Manager of AEs",
  notice_ae_team_sees: "the own AEs’ coming and past handoffs, their answers and decisions still to come",
  notice_exec: "Leadership",
  notice_exec_sees: "company, teams and segments; no single person",
  notice_exec_people: "company, teams, segments, and people by name",
  notice_revops: "RevOps",
  notice_revops_sees: "everything, to keep the data in order; how AEs rate is shown to RevOps alone",
  notice_team_only: "Numbers about single people are switched off, for everybody.",
  notice_small: "A number about others rests on at least {n} people, and cannot be had by subtracting either.",
  notice_contacts_off: "E-mail addresses and telephone numbers of contacts are on no page.",
  notice_contacts_on: "E-mail address and telephone number of a contact are shown to the AE of that handoff, and to nobody else.",
  notice_exemplars_none: "No brief is shown to others as an example.",
  notice_exemplars_some:
    "Excerpts of briefs are shown to others as examples, without names and contact data, where their authors agreed.",
  notice_long: "How long",
  notice_long_1:
    "The site is made anew from the exports with each build and holds what these hold: a record that leaves the exports, or is deleted in the CRM, leaves the site with the next build.",
  notice_retention:
    "People, prospects and texts are held for {n} full months and the running one. Whoever nothing has touched for longer is counted on, under a name such as “Former contact 3f2a1b”; what was written before is no longer held.",
  notice_retention_off: "People and texts are held as long as the exports hold them.",
  notice_pseudonyms: "All names, ids and addresses on this site are made up, and stand for others.",
  notice_long_2: "Nothing is sent anywhere, and no page asks another server for anything.",
  notice_rights: "What you can ask for",
  notice_rights_1: "All that is held on you, as a file; who has access to what, as a table.",
  notice_rights_2:
    "To have a record corrected: “Is this wrong?” beside it, or your manager. A disputed record is marked wherever it counts.",
  notice_rights_3:
    "To be left out, as a prospect or after leaving the company: names, words and what was said about you go, and stay out of every later build.",
  notice_rights_ask: "Ask whoever runs this site, RevOps as a rule.",
} as const;
