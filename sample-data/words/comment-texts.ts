/** What AEs write under "What was missing?", by the field that was; {who} stands for the contact's first name. */
export const MISSING: Record<string, readonly string[]> = {
  pain_primary: [
    "Could not tell what hurts them from the notes",
    "Pain was one line, I had to dig for the numbers",
    "No real problem named",
    "Why do they care? Notes did not say",
    "Read like the last three briefs, nothing about this company",
  ],
  current_solution: [
    "What do they use today?",
    "Would have liked to know the tool in place",
    "No word on how they handle contracts now",
  ],
  limitations: [
    "Why today's set-up fails them was not in there",
    "Gaps of the current tool not noted",
    "Needed to know what breaks with what they have",
  ],
  timeline: [
    "No idea when they want to decide",
    "Timing missing, turned out nothing moves before summer",
    "When and why now? Not in the notes",
    "Decision date unclear",
  ],
  budget: ["Budget not touched at all", "Money: no hint", "Who pays and how much was open", "Went in blind on budget"],
  champion: [
    "Who drives this inside? {who} was only asked to listen",
    "No champion named",
    "Did not know who would push for us",
    "Sponsor unclear, spent ten minutes finding out",
  ],
  economic_buyer: [
    "Nobody who can sign was named",
    "Who approves? {who} cannot",
    "Decision maker missing",
    "No economic buyer, so no way up",
  ],
  first_contact: ["How did they come to us?", "No history of the outreach"],
  next_steps: [
    "Prospect did not know what to bring",
    "No agreed next step, felt like a cold call",
    "They had prepared nothing because nobody asked",
    "Commitment for the call missing",
  ],
  focus_area: ["No hint where to dig", "Would have helped to know what to focus on", "What should I open with?"],
  late: [
    "Brief came an hour before the call",
    "Notes were filled in after I had already spoken with them",
    "Saw the brief too late to prepare",
  ],
  fit: ["Too small for us", "Not our kind of company, please check the size first", "They only wanted to learn about the market"],
  sync: ["A quick word beforehand would have helped", "Five minutes with you before the call, please"],
  other: [
    "Phone number was wrong",
    "Dial-in link did not work",
    "Two of the attendees were not announced",
    "Competition: they already had an offer on the table",
    "Org chart would be nice for this size",
  ],
};

export const HELPFUL: Record<string, readonly string[]> = {
  pain_primary: ["Pain with numbers, opened with it", "The cost of late renewals was spot on", "Clear problem statement"],
  champion: ["Knowing who the champion is", "Champion was ready and brought slides", "{who} really is the sponsor, well spotted"],
  timeline: ["Their date and the reason for it", "Timeline let me plan back from the decision"],
  current_solution: ["Good notes on the tool they have", "Knew their set-up before I dialled in"],
  economic_buyer: ["Name of the person who signs", "Got the CFO into call two thanks to the notes"],
  next_steps: ["They came prepared", "Prospect had the contract list ready"],
  focus_area: ["The focus you suggested was right", "Went straight to the approval topic, worked"],
  sync: ["Our short talk before the call", "The five minutes on the phone with you"],
  general: ["Solid brief", "All there, thanks", "Well prepared", "Good handoff"],
};
