/** The catalogue's part for the page that explains every mark once, and the ways through the site. */
export const HOW_TO_READ_WORDS = {
  read_here_lead: "Five minutes: what each mark says, what a number does not say, and where to find what.",
  read_here_sample: "The marks below are examples; none of them is a number of {company}.",
  read_here_marks: "One way to draw uncertainty",
  read_here_dot: "Value, interval, target",
  read_here_dot_means:
    "The dot is what was counted, the line how far chance alone may have moved it (nine times in ten the true rate lies on it), the tick the target.",
  read_here_few_cases: "The same value on few cases",
  read_here_few_cases_means: "The line is longer, and reaches the target: no different from target on so few.",
  read_here_hollow: "Provisional",
  read_here_hollow_means: "A hollow dot: for some the time is not over, they are in flight, and the number may still move.",
  read_here_none: "Too few",
  read_here_none_means: "No dot: fewer than {n} cases, of which one more would change everything.",
  read_here_difference: "A difference",
  read_here_difference_means:
    "About a tick at zero. Where the line crosses the tick, the dot is hollow and nothing is told apart.",
  read_here_months: "Twelve months",
  read_here_months_means:
    "A line, and a dot where the number beside it is of that month; the hairline is the target, and a gap a month without a value.",
  read_here_status: "Status: a shape and a word",
  read_here_exceeds_means: "Above the target by a margin (2.5 % of it, unless set otherwise); the value alone decides.",
  read_here_on_track_means: "At the target.",
  read_here_improving_means:
    "Below it, and nearer than the month before by a step that counts (2 % of the target, unless set otherwise).",
  read_here_slipping_means: "Below it, and further away than the month before by more than noise.",
  read_here_off_track_means: "Below it, and the month before was about as far away.",
  read_here_too_few_means: "Nothing can be said yet.",
  read_here_held_means: "A dagger: by the value alone, the interval still holds the target; chance may have put it there.",
  read_here_person_means: "Of a person it is only said whether they are above, below or no different from target.",
  read_here_brief: "The brief of a handoff",
  read_here_squares: "A square per field",
  read_here_squares_means: "Full: filled in when the meeting began. Half: asked, and not told. Frame alone: missing.",
  read_here_numbers: "Press a number",
  read_here_numbers_1:
    "Every underlined number opens: what it counts and what not, the records behind it, and how it is worked out. If one of them is wrong, say so there.",
  read_here_numbers_2:
    "Below each figure stands what to conclude from it and, in grey, what not. “Within noise” means that chance alone makes such a change often.",
  read_here_numbers_3:
    "Lists of people are sorted by name, unless you sort them. The order says nothing: where intervals meet, who stands higher is not better.",
  read_here_ways: "Where to find what",
} as const;
