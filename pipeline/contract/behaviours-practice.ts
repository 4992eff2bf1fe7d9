/**
 * How each behaviour is practised: one thing to do in the next calls, said in a sentence. From the seed's good-versus-poor guidance
 * (specific pains, who decides, why now, how prospects responded; never basic contact data and a time alone). What is not
 * named here is practised by asking the template's question.
 */
export const PRACTICES: Readonly<Record<string, string>> = {
  company: "Copy the company's full name from its website before you book, and check that the CRM has it once.",
  industry: "Say in one phrase what the company sells and to whom, and pick the industry from that.",
  size: "Look the number of employees up before the call and have the contact confirm it.",
  contact_title: "Ask what the contact answers for and to whom they report, and write the title down as they say it.",
  pain_primary:
    "Before you end the call, say the pain back in one sentence with a number in it, and write down what they corrected.",
  pain_secondary: "After the first pain ask what else gets in the way, and note how often it happens.",
  business_impact: "Ask what the problem costs in hours, money or deals, and write the figure beside the pain.",
  current_solution: "Ask them to walk you through the last time they did it: which tool, who, how long.",
  limitations: "Ask when today's tool or way of working last let them down, and write that example rather than the complaint.",
  timeline: "Ask by when it has to be decided and what happens if it slips; write the date and the reason.",
  timeline_reason: "After every date ask what makes it that date.",
  budget: "Ask how the last purchase of this kind was paid for, by whom, and what it took to get the money.",
  competitive_context: "Ask who else they are talking with, and what they like there.",
  champion: "Ask who would push this when you are not in the room; write name, title and what they win by it.",
  champion_commitment: "Ask the champion for one thing to do before the meeting, and note whether it was done.",
  economic_buyer: "Ask who signed the last purchase of this size, and when the AE can meet them; write name and title.",
  technical_buyer: "Ask who checks whether it fits their systems, and whether that person joins.",
  end_users: "Ask whose day would change, and how many of them there are.",
  access_status: "Ask which colleagues have agreed to meet us, by name.",
  first_contact: "Write date and channel of the first touch as you make it, not when you book.",
  key_moments: "Note after each call one thing they objected to and one that excited them, with the date.",
  next_steps: "Close the call with one thing that the prospect brings to the meeting, and send it in writing.",
  focus_area: "Write the one question that the AE should open with, and why you think so.",
  personality: "Note one thing about how the contact likes to talk: figures first, or the story first.",
  hot_buttons: "Note the moment when the contact spoke fastest, and about what.",
  objections: "Ask what might make them say no, and write it in their words.",
  case_study: "Name the one customer of ours who is most like them.",
  talking_points: "Write three points, each with what the prospect said about it.",
};

/** The same for the behaviours that are no field. */
export const OTHER_PRACTICES = {
  specificity: "Read the pain aloud: if it could stand in any other company's brief, add the number, the system or the name.",
  copied_texts: "Write the pain from your call notes, not from the last brief; begin with what the prospect said first.",
  placeholders: "Where you do not know, ask once more, or write “asked, not told” and what they said instead.",
  brief_lead_time: "Block half an hour on the day after each booking and finish the brief in it.",
  confirmation_sent: "Send a confirmation the working day before, with the agenda and what they said they would bring.",
  verbal_sync: "Take five minutes with the AE before the first meeting: who, what hurts, what to open with.",
  speed_to_lead: "Work new leads first thing and right after lunch, before anything else is opened.",
  touches_before_booking: "Plan the third touch when you make the first: another channel, another reason to answer.",
  feedback_response: "When an AE names what was missing, open the next brief and fill that field first.",
  fit: "Check size, industry, revenue and region before you offer a time, and ask the AE when one of them is off.",
  authority: "Ask for the director or whoever owns the budget before you offer a time.",
  invitation: "Stay on the line until the invitation is accepted.",
  stakeholders: "Ask who else should be there and put their names into the invitation.",
  duration: "Offer 30 or 45 minutes and say what they are for.",
  decision_involvement: "Ask what the contact's part was in the last decision of this kind.",
  active_evaluation: "Ask what they have already done to solve it, and note whether they are comparing.",
  decision_date: "Ask in which month they want it decided, and write the date into its field.",
  budget_cycle: "Ask when their budget is made and whether this is in it.",
  crm_records: "Open the CRM while you book: company and contact must both be there.",
  opportunity: "Open the opportunity with your notes while the call is fresh.",
} as const;
