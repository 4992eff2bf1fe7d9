/** Spellings of closed vocabularies that any system may use, by column: normalised spelling (lower case, no `_` or `-`): canonical value. */
export const COMMON_VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  boolean: {
    true: "true", yes: "true", y: "true", "1": "true", t: "true", x: "true", checked: "true", on: "true", wahr: "true", ja: "true", oui: "true", vrai: "true",
    "sí": "true", si: "true", verdadero: "true",
    false: "false", no: "false", n: "false", "0": "false", f: "false", unchecked: "false", off: "false", falsch: "false", nein: "false", non: "false",
    faux: "false", falso: "false",
  },
  role: {
    "sales development representative": "sdr", "sales development rep": "sdr", bdr: "sdr", "business development representative": "sdr", sdrs: "sdr",
    "account executive": "ae", "sales executive": "ae", "sales manager": "manager", "sdr manager": "manager", "team lead": "manager", executive: "exec", vp: "exec", director: "exec",
    "decision maker": "economic_buyer", "economic decision maker": "economic_buyer", "executive sponsor": "champion", "business user": "end_user", evaluator: "technical_buyer",
    influencer: "other", "technical evaluator": "technical_buyer", "economic buyer": "economic_buyer", user: "end_user",
  },
  meeting_status: {
    completed: "held", complete: "held", done: "held", attended: "held", "no show": "no_show", noshow: "no_show", "did not show": "no_show",
    cancelled: "canceled", cancel: "canceled", reschedule: "rescheduled", planned: "scheduled", "not started": "scheduled", booked: "scheduled", upcoming: "scheduled",
  },
  canceled_by: {buyer: "prospect", customer: "prospect", ours: "us", ae: "us", sdr: "us", internal: "us"},
  no_show_by: {buyer: "prospect", customer: "prospect", ours: "us", ae: "us", sdr: "us", internal: "us"},
  sdr_attended: {y: "yes", true: "yes", n: "no", false: "no", "intro only": "intro", introduction: "intro"},
  channel: {"e mail": "email", mail: "email", phone: "call", "phone call": "call", linkedin: "linkedin", "linkedin message": "linkedin", "linked in": "linkedin", event: "meeting"},
  direction: {inbound: "in", incoming: "in", "incoming email": "in", outbound: "out", outgoing: "out", email: "out", "forwarded email": "in"},
  showed_up: {y: "yes", true: "yes", n: "no", false: "no", "no show": "no", "yes, they did": "yes", reschedule: "rescheduled", "asked to reschedule": "rescheduled"},
  qualification_accuracy: {
    "fully qualified": "full", fully: "full", "partially qualified": "partial", partially: "partial", partly: "partial", "partly qualified": "partial",
    "not qualified": "not", unqualified: "not", none: "not", no: "not",
  },
  most_valuable_context: {
    pain: "pain_points", pains: "pain_points", "pain point": "pain_points", stakeholders: "stakeholder_map", "stakeholder mapping": "stakeholder_map",
    "competitive intelligence": "competitive_intel", competition: "competitive_intel", competitors: "competitive_intel", "competitive context": "competitive_intel",
    "timeline information": "timeline", "timeline info": "timeline",
  },
  will_advance: {y: "yes", n: "no", true: "yes", false: "no", "not sure": "maybe", unsure: "maybe", possibly: "maybe"},
  status: {complete: "done", completed: "done", closed: "done", active: "open", dropped: "dismissed"},
};
