/**
 * What AEs tell in English instead of naming what was missing: how the call went, what they asked themselves, figures of speech. A line
 * holds one idea. How a phrase is written: `../phrases.ts`.
 */
import type {ThemeWords} from "../language.js";
import {list} from "./phrases.js";

const words = (sure: string, weak = ""): ThemeWords => ({sure: list(sure), weak: list(weak)});

export const ENGLISH_SCENES_HANDOFF: Readonly<Record<string, ThemeWords>> = {
  usage: words(
    `which|what features|feature|modules|functions|functionality|parts|areas ... playing|play|tried|trying|testing|tested|touched|clicked|used|use|using|explored|exploring
    # people|users|seats|colleagues|folks|accounts on ... free|plan|trial|version, # users|seats active|using|logged, stats|statistics on|of|from|about|for, user stats|statistics, no stats
    what|how they|he|she|users|people|team ... do|does|doing|did in|inside|with|on product|app|tool|platform|trial|workspace|sandbox|account
    are|is|were|whether|if they|he|she|anyone|people|somebody even|really|actually|still ... using|use|logging|active, heavy|light|power|daily|weekly|monthly users|user|use|active
    free plan|version|trial|tier for|since|with, sandbox, playground, trial had|has|was expired|ended|over|data|extended, product qualified
    popped|pop up|on in|radar|our, score|scores or|behind|that, health score, usage spike|drop|pattern|trend, spike in, session|sessions count|length|data|per
    build|built|made|created|set|configured in|up ... sandbox|trial|workspace|account|app|tool
    which|what features they|he|she|users use|used|using|try|tried|touch|touched`,
    `stats, seats, free, logins, clicks, sessions`,
  ),
  meeting: words(
    `boss|manager|colleague|cto|cfo|ceo|lawyer|partner|intern|assistant|wife|someone|somebody ... turned|showed|popped|came|joined|dialled|dialed|sat|walked up|in|along|out|too|with
    meeting|call|demo|slot|appointment|invite|it|time ... moved|rescheduled|shifted|pushed|changed|cancelled|canceled|brought ... told|informed|know|knew|update|updated|notified|me|without|forward
    wasnt|wasn't|not on the|an invite|update|invitation|distribution|thread
    invite|invitation|link|calendar ... second|other|wrong|another|old|never|didnt|didn't person|address|reach|reached|go|arrive|arrived|contain, ics file
    only|just|all|they|he|she speak|speaks|spoke|speaking french|german|spanish|italian|english|dutch|polish, speak|spoke no|hardly|little|barely english|german|french
    call|meeting in person|remote|hybrid, in person or, phone or, hybrid, drove|drive|travelled|flew|flight|train there|for|to|all, on site or, at|to wrong office|building|site|entrance
    which room|number|link to|for|was|on, link expired|broken|dead|missing|didnt, sat|waited|waiting alone|there|# min*, who is|s|was coming
    # people|persons|guys instead|were, told # person|only|one, overran|overrun, cut off after|at, hard stop|cut, shorter|longer than planned|booked|told`,
    `invite, zoom, hybrid, attendees`,
  ),
  late: words(
    `#h|#hrs|#hr|hour's|days|day's|hours|week's notice|ahead|lead|minimum, notice minimum|period, time|break|minutes|minute|hour|chance|moment to read|prep|prepare|get|catch|absorb|digest|review|skim
    to read|catch|get|brush up|in|into|to speed|on, read|reading up|in on|before|it, only|just found|learned|learnt|heard|knew|told|notified ... meeting|call|demo|it|this|appointment ... same|morning|today|yesterday|minutes
    sent|send|came|arrived|landed|filed|submitted|mailed ... at #am|#pm|midnight|night|dawn|# for|before|meeting, at #am|#pm for, in the middle of night, middle of the night
    love|great|nice|lovely|cool|fun|super getting|receiving|to get|get|when ... after|late|minutes|during|while, thrown|dropped|pushed|chucked into|in it|this|the|at, cold start
    filled|completed|written|updated|added|entered|appeared|submitted in|out|it|afterwards|later|only|the later|after|afterwards|post|once|during|day|when, by the time handoff|brief|notes|it|i|they
    when i looked|checked|opened ... nothing|empty|before, still empty|blank|nothing|missing ... before|when|at|morning|night|evening, evening|night before ... nothing|empty|blank, too close, eleventh hour, # hour notice
    brief|notes|note|handoff|handover|fields|form|doc|info|details|everything ... filled|completed|written|updated|added|entered|documented|logged|noted|typed|submitted|recorded|finished ... after|once ... spoken|spoke|talked|talk|met|seen|call|meeting|demo|conversation, after|once ... spoken|talked|met|spoke ... brief|notes|handoff|fields|doc|info ... filled|completed|written|updated|added|entered|documented|logged|noted|appeared
    rushed|rush|rushing to|into|through|it|in, on the fly, hot off press, had|got|gave|left me # minutes|min|seconds|mins|hours, reading|read it|while|as on|during|walking|talking|in
    #am|#pm for a|my|monday|tuesday|wednesday|thursday|friday|#am|#pm|tomorrow|today
    assigned|passed|got|received|sent|came ... ago, # minutes|min|hours|mins ago`,
    `notice, overnight, in time, minutes before, the morning, deadline for brief`,
  ),
  fit: words(
    `in a|his|her|their barn|garage|shed|basement|bedroom|kitchen, garage, kitchen table, barn, we can't|cant|cannot|dont|don't ... serve|ship|deliver|sell|support|cover|operate ... country|region|market|there
    nobody|noone|no one there|here|at|in needs|need|wants|uses, minimum|min of|is # seats|users|employees|people|reps|licences|licenses, meet|meets|reach|hit minimum|bar|threshold
    does|doesnt|doesn't|don't|do|not meet|reach|hit|clear minimum|bar|threshold|criteria, way|far|well|miles|light below|under|outside, never going to, not going to buy
    prank, time waster*, looky, just|only|simply|merely being|was|is polite|curious|nosy|nice|browsing|exploring, sell to us|me rather, trying to sell
    shouldnt|shouldn't|should not|never should|not should ... have|be been|come|reached|landed|made|got|gone, wouldn't|wouldnt|not ... pass|passed|book|booked this|it|to|on
    checked|check|checking|look|looked ... how small|tiny|big|size|before|first, nobody checked|qualified, screening, pre qualified|qualification, filter|filtered|vet|vetted, wrong door|tree
    pensioner*, retiree*, schoolkid*, high school, private|individual person|individual|user, hobbyist*, one man|woman|person show|band|army, a|one # person|man|woman shop|team
    no project|intent|intention|demand|appetite|use|need whatsoever|here|there|at|in|for, they|he|she sell|sells to|the|same us|same|thing, competitor posing|pretending, an agency|reseller|vendor|recruiter wanting|that|who
    no|zero|any|without|lacks buying|purchase|purchasing|real intent|intention|interest, sub|under|below # seat|seats|user|users|deal|deals|employees, collecting|comparing|gathering|fishing for|prices|quotes|info|brochures|offers, wanted|wants|looking to partner
    applicant|applicants, job application|candidate|applicant|seeker
    should have|be gone|go|been ... self serve, self serve page|plan|tier|signup, never have|get a budget, two founders
    someone|anyone|somebody|company who|that will|would ever|never buy, they|he|she are|is|were|was competitor|competitors|vendor|agency`,
    `screening, charity|choir|club|school|church, curious, browsing`,
  ),
  sync: words(
    `you and|or i|me|sdr should|could|need|must|have|never|didnt|didn't|before|beforehand|first, we should|could|must|needed|ought|never|didnt|didn't ... spoken|talked|compared|lined|connected|synced|met|chatted|spoke|talk|speak
    # minutes|min|mins live|verbally|beforehand|upfront, minutes of your|sdr|my|their time, line|lined|lining up ... story|stories, compare|compared|comparing notes, swap|swapped notes
    hear|heard|hearing it|this from|in you|your|sdr|person|own|first, from your|the|sdr's|sdrs own|horse's mouth, a word from|with|before, call|chat|word|ring|buzz|bell from you|ben|sdr|my|him|her, give me ring|call|buzz|bell|shout
    talk me|us through|over, talk to each|one another, spoke|talked|speak|talk directly|in person|live|face, prefer|rather|better ... live|spoken|verbal|voice|phone|talk|call|chat, rather talk|speak|call|hear
    heads up call|chat|ring|message|on|from, debrief|briefing|handover|handoff|prep|planning call|chat|talk|session|huddle|meeting|conversation, no|any|without huddle|briefing|prep|handover|handoff call|chat|talk|huddle|before|beforehand
    between us|you|the two|both|sdr call|talk|chat|no|either|and, no|any|never call|talk|chat|word|sync|contact between|with|from, on same page before|first, coordination, coordinate*, ask you|sdr|him|her before|first|beforehand|questions|couple|quickly
    lets|let's|do # min*|minutes before|first|upfront|ahead, # min*|minutes ... with ... beforehand|before|first|upfront|prior, #min* ... beforehand|first|upfront
    grab|grabbed|catch|caught me|us ... sec|second|minute|moment|before`,
    `live, on the phone, verbally, handover, huddle, coordination, briefing call, together before`,
  ),
  repeated: words(
    `do|dont|don't|did|didnt|didn't|doesn't|doesnt|why you|they|we|your|anyone ... talk|speak|communicate|share to|with each|one|another|internally, same ground|questions|story|spiel ... first|last|previous|call|time|again|sdr|you
    explain|explained|go|went|walk|walked|recount|recounted|recap|relive|tell|told ... second|third|again|another|once time|more, a second|third time, made|make|making him|her|them|customer|prospect|man|woman ... explain|tell|repeat|go
    i|we|he|she|they already|just|had|have|ve told|said|went|explained|answered|covered|discussed ... with|to your|colleague|sdr|last|that|this|before|her|him|mark, as i|we|he|she said|told|explained|mentioned
    ask|asked|asking|asks everything|all|it|basics|questions|same ... again|twice|over|afresh, all over again, start|started|starting|begin|began|back from|at|to scratch|zero|square|beginning|nothing, square one
    annoyed|irritated|tired|frustrated|fed|sick|weary|bored of|at|by|with|up ... repeat*|answer*|explain*|questions|same|again, had|has|have to|go|went through|over it|everything|all|that|this ... again|twice|once
    heard|asked|answered it|that|this|these|them|all ... before|twice|already, did|do|doing|done|redo the|whole|full|complete discovery|qualification ... again|twice|over, double up, doubled up, déjà, been through this|it|that|all`,
    `twice, once more, again and, all again, already answered`,
  ),
  thin: words(
    `website|homepage|site|linkedin|about|press ... pasted|copied|paraphrased|reworded|regurgitated|dumped, fragment*, bullet fragments, write|written|type|say more than, more than bullet|bullets|fragments|keywords
    hardly|barely|scarcely|practically|virtually|next|close to|anything|nothing in|there|to|usable|on, brief|notes|handoff|form said|says ... another|other|opposite|different|crm, one thing|story and|while, does not|didn't add|match up|crm|reality
    no|little use|value, useless to, i can|could read|google a|it|that|template|website|too, template|form too|filled|again|with|only
    outdated|stale|expired|obsolete|aged|mouldy|ancient, as of # months|weeks, not up to|been date|updated, two|one|# lines|line|words|word come|seriously|really|total
    could|might be|apply|fit|have to|been any|anyone|anybody|every|everyone|about company|account|prospect, horoscope, mad libs, word salad, gobbledygook, mumbo, jargon|buzzword|buzzwords soup|bingo|only|everywhere
    a whole|full|entire|complete sentence|line|word|two, wow ... sentence|line|word, mistakes|errors|typos in|all|everywhere|throughout, wrong company|account|person|client|customer name|in ... brief|notes|paste|copy|last, paste ... wrong
    contradict*, contradicted|contradicting itself|each, doesn't|doesnt|didnt|didn't add up, none of|in the|them fields|boxes|it|sections ... filled|completed|true|correct|right, form|fields|page|doc|boxes was|were|is empty|blank
    see crm|brief, form letter, anything with notes|brief|handoff, weren't|werent|wasn't|not true
    post it not, not brief|handoff`,
    `fragments, in there, too vague|generic|woolly|fuzzy|cryptic|terse|general|abstract|fluffy, template, shorter, terse, half of it, not filled`,
  ),
};
