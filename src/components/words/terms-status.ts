import type {Term} from "./terms.js";

/** What statuses, readings of change and the fates of rows mean. */
export const STATUS_TERMS: readonly Term[] = [
  {
    id: "exceeds",
    name: "Exceeds",
    meaning:
      "A team’s or the company’s number is above its target by a margin: 2.5 % of the target, unless set otherwise, or half the way from the target to where the scale ends, whichever is less. The value alone decides, not its interval: where that still holds the target, it is said beside, and chance may have lifted the value.",
  },
  {
    id: "on_track",
    name: "On track",
    meaning:
      "A team’s or the company’s number is at its target or above it, by less than it takes to exceed. The value alone decides.",
  },
  {
    id: "improving",
    name: "Improving",
    meaning: "Below target, and better than in the period before by at least the step that the configuration sets.",
  },
  {
    id: "slipping",
    name: "Slipping",
    meaning: "Below target, and worse than in the period before by more than noise.",
  },
  {id: "off_track", name: "Off track", meaning: "Below target, and neither improving nor slipping."},
  {
    id: "too_few",
    name: "Too few",
    meaning:
      "Fewer are known than a number needs to mean something; the configuration’s min_n says how many. No number is given.",
  },
  {
    id: "no_target",
    name: "No target",
    meaning: "Nobody has set a target, or the configuration has not confirmed the targets yet; nothing is judged.",
  },
  {
    id: "above_target",
    name: "Above target",
    meaning:
      "Of a person: the whole interval lies on the better side of the target, as counted and with chance or AEs allowed for.",
  },
  {
    id: "below_target",
    name: "Below target",
    meaning:
      "Of a person: the whole interval lies on the worse side of the target, as counted and with chance or AEs allowed for.",
  },
  {
    id: "not_separable",
    name: "No different from target",
    meaning:
      "Of a person: the target lies within the interval, as counted or with chance or AEs allowed for. So few cannot tell whether the person is above or below it.",
  },
  {
    id: "signal",
    name: "More than noise",
    meaning: "A change since the period before that chance alone would seldom make; the two numbers can be told apart.",
  },
  {
    id: "judged_late",
    name: "Judged late",
    meaning:
      "A brief that no export or history shows before the meeting. It is judged as first seen after, so that what was added later may count.",
  },
  {
    id: "merged",
    name: "Merged",
    meaning: "A row that tells of a record which another row tells of too; the two count as one.",
  },
  {
    id: "rejected",
    name: "Rejected",
    meaning: "A row left out, since its key or a cell it cannot do without is blank. Data health lists each one.",
  },
  {
    id: "set_aside",
    name: "Set aside",
    meaning:
      "A row that is no record of the kind asked for, such as another type of task or a total below a report. Nothing is lost with it.",
  },
];
