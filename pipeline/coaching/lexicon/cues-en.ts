/** English words that tell what is praised from what was missing. */
import type {Language} from "../themes.js";
import {ENGLISH_THEMES} from "./en.js";
import {list} from "./phrases.js";

export const ENGLISH: Language = {
  themes: ENGLISH_THEMES,
  cues: {
    praise: list(
      `great, excellent, perfect, perfectly, awesome, amazing, fantastic, brilliant, superb, outstanding, spot on, on point, nailed, loved, love, impressive, well done|documented|prepared|written|covered|described|researched|captured, good, was|were|is|are|really|very|most helpful|useful|valuable, appreciated
      all|everything there|covered|included, was there, were there, had everything|all, no|not|without complaints|complaint|issues|issue|problem|problems with|here|at|on|whatsoever, not bad, on target, thanks, thank you, thx, cheers, kudos, well|nicely done, i know|knew|got that, i knew, knew all|everything|already|the|who|what|about, i had|have ... brief|notes, had everything|it all, best|great|good|excellent|perfect|solid|super|top|superb handoff|handover|brief|briefing|job|work|notes|prep, well prepared, smooth, helped, smoothly, superb, the works, was|is|were ok|okay|fine|cool|there|known|listed|noted|clear|complete, confirmed the|your|everything|it, super beschrieben, on time, keep doing|it`,
    ),
    praise_after: list(
      `clear, fine, ok, okay, solid, super, nice, complete, accurate, strong, thorough, detailed, covered, correct, precise, crisp, helpful, useful, clean, documented, sharp, in place|order, as described|expected, known, named, listed, noted, mentioned, given, provided, correct, right, right on, included, filled, well, cool, thanks, thx, figured, settled, nice, in the brief|notes|handoff, crystal`,
    ),
    lack: list(
      `not, no, nt, didnt, dont, doesnt, wasnt, werent, isnt, arent, havent, hasnt, hadnt, couldnt, cant, cannot, wouldnt, shouldnt, never, none, nothing, nobody, nowhere, neither, nor, without, zero, lack|lacks|lacking|lacked, missing, missed, miss, absent, need|needs|needed, want|wanted, wish|wished|wishing, would, could, should, id, please, pls, plz, next time, more, better, clearer, sooner, earlier, deeper, unclear, vague, unknown
      generic, thin, short, late, wrong, empty, blank, old, outdated, poor, weak, bad, incomplete, incorrect, stale, shallow, confusing, little, hardly, barely, no idea|clue, had to, open, tbd, unsure, guess|guessed|guessing, blind, unprepared, unannounced, too, less, few, instead, hoped, hope, nice|good|great|helpful|useful to|if, if, wasn't, nope, far from, turns|turned out, tell me, told me|us, found out, surprise, is there, whether ... was|is|were there, over there`,
    ),
    turn: list(
      `but, except, however, though, although, apart from, aside from, other than, besides, only, just, otherwise, else was|is|fine|good|great, everything|rest else, rest, yet, still, while, whereas, only thing, one thing, minus, sadly, unfortunately`,
    ),
    contrast: list(
      `but not|no|nothing|neither|what|why|who|where|when|whats|how|nobody|without, just|only not, not but, though not, but never`,
    ),
    join: list(`and, plus`),
    nothing: list(
      `nothing missing|was|really|else|major|big|significant|important|comes|to|i|much ... missing|add|complain|mind|report|think|mention|improve, nothing missing, nothing|none was missing, not|wasnt|isnt ... missing anything|a|something, didnt|did|dont|not miss|missed|missing anything|a, nothing to add|complain|improve|report|criticize|criticise, nothing comes, nothing i can think, all|everything good|fine|clear|set|perfect|great|ok|okay|there|complete|covered|included|present|available
      all|everything good|fine|clear|set|perfect|great|ok|okay|there|complete|covered|included|present|available, everything|all was|were|is|i|we clear|good|great|there|covered|perfect|fine|complete|ok|okay|needed|included|present|available|provided, had everything|all i|we|that|needed, everything|all i needed|need, couldnt|cant|cannot ask|wish|think|asked|wished|thinking for|of, could|can not ask|think|wish for|of, no complaints|complaint|gaps|issues, none missing, cant complain, couldnt be better, keep it|up|going, couldnt|could|cant ... asked|ask|wished|wish for|of more|better, no|nothing further, all set, good as is, fully prepared|briefed, very complete, complete brief|handoff|handover|picture, i had what i needed, had all|everything|what i|we|needed, no gaps|complaints|issues|surprises|objections|concerns here|at|this|from|with|on|about, no|without gaps|complaints|complaint|remarks|issues|surprises, nothing was missing|unclear, wasnt|was|not surprised by anything, nothing i missed|needed|lacked, missed|lacked|lacking nothing, cant|cannot|couldnt think of anything, was|is|brief|it very|quite|really complete, nothing to complain|criticise|criticize|improve|add|report|flag, textbook, flawless, best handoff|brief|handover ... far|ever|year|quarter|month, honestly zero, so all good, more like this, more of this`,
    ),
  },
  blank: list(
    `thx, not a thing, nothing, none, no, nope, na, n a, nil, nada, null, nothing really|much|special|major|specific|here|else|this|all|today|big|serious, nothing at all, nothing for|from my|me side|part, not really|applicable|much|this, no not really, none really|that i|at all, ok, okay, fine, good, great, all, all good, everything ok|fine|good, no nothing, thanks, perfect, no gaps|issues|complaints|comment|comments|remarks, nothing i think, nothing all good, nothing thanks, not this time, nothing that i know, nothing i can think of, nth, nthing, nuthing, zip, zilch, no no, no gaps this time, no gaps at all, cant think of anything, nothing springs to mind, had all i needed, no complaints, nothing new, no all good, nah, not a thing, fine as is, 10 10, ten out of ten, 5 5, honestly nothing|zero`,
  ),
  ignore: list(
    `no|more|better|any|some|enough|much|without notes|info|infos|information|context|detail|details|background|word|words|mention|data on|about|regarding|around|re|of|for|in, next time, this time, last time, first time, every time, all time, in time for, pain to read|deal|get|find, painful to, pain in the, price of admission, in contact with, at pains, in focus group, no problem, no issue|issues with, meeting link was good, sdr team|name|notes|number, number of times, link to brief, people skills, contract stage, at the end of the day, on the other hand, in case, position to, in a position, for reference, company card, on the phone, in the meantime, end of day, same page, in general, end up, start with, to start with, for start, from the start, interest of time, money well spent, worth the money, take a seat, on board, board meeting, groundhog day for, first|last thing he|she|they said, first|second|third|last place, so what, i|we|id|you|me need|needs|needed, need|needs to know|have|be|find, what i|we need|needed, first thing he|she|they|the, at least, in hand, back in, elephant in the room, in the room, wrong half of, no notes|info|context|detail|background|details|word from, best one|handoff|brief|quarter|thing this quarter|year|month|week, call it|that|this, a detail, kind of a detail, bank holiday, knocking, number in|on, anything with a number, the only thing, seen|already a demo, standard demo, whole demo, price talk|conversation|discussion went|was, with that on the table, good conversation, follow up question, back on, in writing, whole time, the whole thing, all the time, report to|back me|us, link to, a number, with a number, or number, any numbers, on top, in the end, thing is, the real|actual company name, two of us, one of us`,
  ),
  small: list(
    `the, a, an, their, his, her, our, my, your, this, that, these, those, its, any, some, really, actually, even, just, very, exactly, also, all, it, s, they, we, i, he, she, of, much, ever, at, there, is, are, was, were, be, exact, concrete, specific, clear, real`,
  ),
  others: list(
    `content, contents, contract, contracts, contrast, through, finding, sending, reading, leading, passes, internet, interest, interests, counter, commercial, completion, executed, executing, interaction, interactions, extensive, chapter, remainder, playing, losing, integrating, mission, picking, adapted, focuses, warned, pointed, participate, decade, decades, complete, completed, completing, computing, parsing, hurdle, hurdles, progress, process, persons, message, massage, minute, minutes, feature, figure, nothing, morning, landing, private, posting, meeting, meetings, expert, experts`,
  ),
};
