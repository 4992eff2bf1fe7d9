/** English words that tell what is praised from what was missing. */
import type {Language} from "../themes.js";
import {ENGLISH_THEMES} from "./en.js";
import {list} from "./phrases.js";

export const ENGLISH: Language = {
  themes: ENGLISH_THEMES,
  cues: {
    praise:
      list(`great, excellent, perfect, perfectly, awesome, amazing, fantastic, brilliant, superb, outstanding, spot on, on point, nailed, loved, love, impressive, well done|documented|prepared|written|covered|described|researched|captured, good, was|were|is|are|really|very|most helpful|useful|valuable, appreciated
      all|everything there|covered|included, was there, were there, had everything|all, no|not|without complaints|complaint|issues|issue|problem|problems with|here|at|on|whatsoever, not bad, on target`),
    praise_after: list(
      `clear, fine, ok, okay, solid, super, nice, complete, accurate, strong, thorough, detailed, there, covered, correct, precise, crisp, helpful, useful, clean, documented, sharp, in place|order, as described|expected`,
    ),
    lack: list(`not, no, nt, didnt, dont, doesnt, wasnt, werent, isnt, arent, havent, hasnt, hadnt, couldnt, cant, cannot, wouldnt, shouldnt, never, none, nothing, nobody, nowhere, neither, nor, without, zero, lack|lacks|lacking|lacked, missing, missed, miss, absent, need|needs|needed, want|wanted, wish|wished|wishing, would, could, should, id, please, pls, plz, next time, more, better, clearer, sooner, earlier, deeper, unclear, vague, unknown
      generic, thin, short, late, wrong, empty, blank, old, outdated, poor, weak, bad, incomplete, incorrect, stale, shallow, confusing, little, hardly, barely, no idea|clue, had to, open, tbd, unsure, guess|guessed|guessing, blind, unprepared, unannounced, too, less, few, instead, hoped, hope, nice|good|great|helpful|useful to|if, if`),
    turn: list(
      `but, except, however, though, although, apart from, aside from, other than, besides, only, just, otherwise, else was|is|fine|good|great, everything|rest else, rest, yet, still, while, whereas, only thing, one thing, minus, sadly, unfortunately`,
    ),
    join: list(`and, plus`),
    nothing:
      list(`nothing missing|was|really|else|major|big|significant|important|comes|to|i|much ... missing|add|complain|mind|report|think|mention|improve, nothing missing, nothing|none was missing, not|wasnt|isnt ... missing anything|a|something, didnt|did|dont|not miss|missed|missing anything|a, nothing to add|complain|improve|report|criticize|criticise, nothing comes, nothing i can think, all|everything good|fine|clear|set|perfect|great|ok|okay|there|complete|covered|included|present|available
      all|everything good|fine|clear|set|perfect|great|ok|okay|there|complete|covered|included|present|available, everything|all was|were|is|i|we clear|good|great|there|covered|perfect|fine|complete|ok|okay|needed|included|present|available|provided, had everything|all i|we|that|needed, everything|all i needed|need, couldnt|cant|cannot ask|wish|think|asked|wished|thinking for|of, could|can not ask|think|wish for|of, no complaints|complaint|gaps|issues, none missing, cant complain, couldnt be better, keep it|up|going, best|great|good|excellent|perfect|solid|super|top handoff|handover|brief|briefing|job|work|notes|prep, well done, thank|thanks|thx|cheers, couldnt|could|cant ... asked|ask|wished|wish for|of more|better, no|nothing further, all set, good as is, fully prepared|briefed, very complete, complete brief|handoff|handover|picture`),
  },
  blank: list(
    `thx, not a thing, nothing, none, no, nope, na, n a, nil, nada, null, nothing really|much|special|major|specific|here|else|this|all|today|big|serious, nothing at all, nothing for|from my|me side|part, not really|applicable|much|this, no not really, none really|that i|at all, ok, okay, fine, good, great, all, all good, everything ok|fine|good, no nothing, thanks, perfect, no gaps|issues|complaints|comment|comments|remarks, nothing i think, nothing all good, nothing thanks, not this time, nothing that i know, nothing i can think of`,
  ),
  ignore: list(
    `no|more|better|any|some|enough|much|without notes|info|infos|information|context|detail|details|background|word|words|mention|data on|about|regarding|around|re|of|for|in, next time, this time, last time, first time, every time, all time, in time for, pain to read|deal|get|find, painful to, pain in the, price of admission, in contact with, at pains, in focus group, no problem, no issue|issues with, meeting link was good, sdr team|name|notes|number, number of times, link to brief, people skills, contract stage, at the end of the day, on the other hand, in case, position to, in a position, for reference, company card, on the phone, in the meantime, end of day, same page, in general, end up, start with, to start with, for start, from the start, interest of time, money well spent, worth the money, take a seat`,
  ),
  small: list(
    `the, a, an, their, his, her, our, my, your, this, that, these, those, its, any, some, really, actually, even, just, very, exactly, also, all, it, s, they, we, i, he, she, of, much, ever, at, there, is, are, was, were, be, exact, concrete, specific, clear, real`,
  ),
  others: list(
    `content, contents, contract, contracts, contrast, through, finding, sending, reading, leading, passes, internet, interest, interests, counter, commercial, completion, executed, executing, interaction, interactions, extensive, chapter, remainder, playing, losing, integrating, mission, picking, adapted, focuses, warned, pointed, participate, decade, decades, complete, completed, completing, computing, parsing, hurdle, hurdles, progress, process, persons, message, massage, minute, minutes, feature, figure, nothing, morning, landing, private, posting, meeting, meetings, expert, experts`,
  ),
};
