/**
 * What AEs tell in English instead of naming what was missing: how the call went, what they asked themselves, figures of speech. A line
 * holds one idea. How a phrase is written: `../phrases.ts`.
 */
import type {ThemeWords} from "../language.js";
import {TOOLS, list} from "./phrases.js";

const words = (sure: string, weak = ""): ThemeWords => ({sure: list(sure), weak: list(weak)});

/** People who may turn out to be somebody else. */
const JOBS =
  "assistant|intern|trainee|apprentice|analyst|consultant|receptionist|secretary|director|manager|head|vp|lead|engineer|clerk|ceo|cfo|cto|owner|founder";

export const ENGLISH_SCENES_DEAL: Readonly<Record<string, ThemeWords>> = {
  company: words(
    `thought|thinking|believed|assumed|expected|told ... startup|corporate|corporation|enterprise|smb|sme|conglomerate|midmarket
    how big|large|small|old these|those|this guys|people|folks|company|firm|outfit, listed company, publicly|stock listed|traded|quoted
    # sites|offices|plants|branches|stores|warehouses|factories|shops|subsidiaries|depots, in|across # countries|markets
    number of plants|warehouses|factories|branches|subsidiaries|countries|markets|outlets|locations|offices|depots
    hq|headquarters is|in|are|sits, head office, sales office, regional setup|structure|footprint|hub, run from, satellite office
    private equity, pe owned|backed, venture backed, bootstrapped, family business|run, state owned, cooperative, franchise*, nonprofit
    never heard of them|company|this|firm, growing or|fast, hiring or, shrinking, scale up, startup or, how long in business, stage of company
    name|record before|after the merger, sister company|companies, group structure, corporate structure|parent, affiliates, dealer network
    what|which|whose market|markets|space|segment|segments|niche they|are|is|do, product line|portfolio|range, range of products|services
    what services|products they, their products|services|customers|clients|offering, who their end customers|clients, who they serve|supply|sell
    business model|models, go to market, b2b or|b2c, one liner on|about them|company|business|their, elevator pitch of|on them|company
    size of the business|operation|prospect|client|customer, industry says, employees were|was|count wrong|off|outdated, company facts|intro
    how they|are they|company structured|organised|organized|set, entity, wrong size, size wrong|off
    mixed|confused|mistook|mistaken them|it|company|this ... other|another|wrong`,
    `headcount, conglomerate, subsidiary, ownership, size, charity, nonprofit`,
  ),
  contact: words(
    `manager|director|head|lead|specialist of what, listed|had|put|put|introduced him|her|them down as, down as ${JOBS}
    signature|profile|linkedin|card|website|badge ... says|said|shows|reads|showed ${JOBS}|something|otherwise
    find|found him|her|them ... on linkedin, find|found him|her|them|anything online, is he|she a|an|the|even ${JOBS}, is he|she ${JOBS}
    an|the|just|only|hes|shes|he's|she's intern|trainee|apprentice, surname, middle name, nickname, goes by, misspelt, mispronounced
    a|any|no way|means to reach|contact|call, line|bit|bits|sentence|word on|about the guy|lady|person|contact|man|woman|him|her|himself|herself
    guy|lady|woman|man|person|contact himself|herself, asking|ask|asked him|her what he|she does|did, what he|she does|did there|at|for
    moved|changed|switched|swapped departments|department|jobs|job|teams|roles|functions, left|leaving|quit the company|firm|business|job
    how senior|junior|experienced he|she|they|is, person|person's|persons|contact|contact's position|title|role|seniority|rank|level
    number|phone|line of|for wrong|different|another|other branch|office|person|department, couldnt|couldn't|cant reach|warn|text|call him|her
    mail|email went|goes|sent to|into nowhere|void|wrong|another, email was|is|of wrong|old|dead|someone|another, undeliverable, rings out
    who i'd|id|i'll|ill|i|we have on|opposite|across|before|in, who sits|sat across|opposite, whom i, person across, background of|on him|her
    met|got|meet|meeting|facing a|an|the ${JOBS}
    function|title|role of ... attendee|attendees|guest|participant|participants, freelancer|contractor|temp|consultant they|hired|working
    could be anyone|anybody, name only|alone|and`,
    `surname, initials, phone number, direct line, job description, seniority`,
  ),
  pain: words(
    `inefficienc*, what happens|happened|happen to them|him|her|it if, if they leave|left|do|change things|it|nothing, leave things as, stay as they
    at stake, whats at stake, where it|they hurts|hurt|aches, what hurts|hurt|aches|stings, hurting, how painful|bad|big|serious|severe is|it|really
    optimise|optimize|improve|automate|modernise|modernize|streamline|accelerate|simplify|scale|digitise|digitize what|how|why
    problem|pain|need|issue|challenge or ... curiosity|curious|interest|idea, understood|understand|know|grasp what|where|which the trouble|problem|matter
    hours|time|money|revenue|orders|deals wasted|lost|leaking|burned, error rate|rates, churn rate, manual work|effort, failure rate|rates
    benefit|benefits|upside|payback|savings|gain|gains for|to|of|in|from them|him|her|it|potential|switching|changing|this|business, value hypothesis
    have|stand to gain|lose, what it's|its|it worth, worth to them, symptom|symptoms, root of it|the|problem, pain statement|metric|figure|number
    why they're|theyre|are they|he|she unhappy|annoyed|upset, what prompted|made them to look|search|care, interest came|comes from
    motive*, incentive*, reason behind|for their|the interest, why this|it|that matters|is important|interests
    a|real|real|actual problem|pain|need statement|or|here|there, what|which problem|problems|pain we|i|our|would|are|do ... solve|solving|fix|fixing
    which|what outcome|outcomes|result|results ... want|need|expect|after, burning platform|issue, pressing issue|problem|need
    story for|to the cfo|board|boss|ceo, business value|benefit|impact, how much ... suffer|hurting|losing|leaking|bleeding
    going|goes|went wrong, why ... they change|do|switch anything|something, which|what problem|pain ... excites|hurts|matters
    broken|wrong|hurting|rotten in their|the world|business|company|house, reason they|he|she took|take|booked|agreed|came|accepted, costing|costs|cost them|him|her ... money|nerves|customers|revenue|time|business|sleep`,
    `why they, the reason, to optimise|optimize|improve|automate|modernise|modernize|streamline|simplify|digitise, interests them, motive, difficulties, struggle, struggles`,
  ),
  current_solution: words(
    `what|which|whose software|system|tool|crm|erp|ats|dialler|dialer|database|platform|app|vendor|product|technology|provider|supplier ... in place|use|there
    what|which crm|erp|ats|dialler|dialer|software|database|stack|system|tooling, in house|inhouse built|build|tool|solution|system|developed|dev, in house
    built|build|builds|coded|made|developed|programmed ... in house|themselves|own|it, something homegrown|custom|bespoke, homegrown, home grown|made|built
    what|who|which ... we|i ... replacing|replace|displace|displacing|migrate, rip and replace, greenfield, green field, brownfield, migrate from
    getting|get|gets|got by today|now|currently|without|with, how ... getting|get by, how they cope|manage|organise|organize|run|handle|track|do today|now|it
    how ... do|does|handle|handles|manage|manages|run|runs|track|tracks|organise|organize|solve|solves ... today|now|currently|present|moment|days
    pen and paper, on paper, paper based, by hand, done manually, spreadsheet*, whiteboard, have|got|use|using anything|something|nothing at|already|in
    who|whom|which they're|theyre|are they|he with|at, vendor|provider|supplier they're|theyre|are|use with|at, who they buy|source|get ... from|it
    contract with|at ${TOOLS}|vendor|provider|supplier, contract length with, are they on ${TOOLS}, tied to, locked into, already customer|client of
    orders|tickets|leads|data|invoices|requests flow|flows|move|moves|go|goes through|from|between, how ... flow|flows through|today|now
    what|how they do|work|operate today|now|currently|at present, these days, status quo, as is process|situation|state, way they work|do
    what|how they do|did|does ... today|now|currently|present, something|anything|tool|product|system like us|ours|that|this ... already|there|place, already something|anything|there, is there already
    process right now|today|currently|at, who|what supplies|provides|serves them|him|the, at present, what's|whats|what is there already|today|now, order to invoice|cash
    doing|managing|running|tracking|handling it|this|that|everything in|with|on|by, google sheets|sheet|docs
    how is|are ... handled|processed|done|managed|tracked|dealt|sorted, installed already, already installed|deployed|running, what's|whats in use|place`,
    `in place, in use, vendor, software, replacing, status quo, tooling`,
  ),
  limitations: words(
    `where|what it|them hurts|hurt ... present|current|existing|old|incumbent, beef|gripe*|grievance*|frustration*|annoyance*|grudge|itch|quarrel|quibble*|moan|moans ... with|about|against|at|over, gripes, beef, frustrations
    which|what features|functions|things|capabilities ... missing|miss|lack|lacking, they|he|she lack|lacks today|now|currently|in
    outgrown|outgrew|outgrow|outgrowing, bottleneck*, too slow|clumsy|rigid|clunky|fragile, reason|reasons|motivation to|for switch|switching|change|leave|leaving
    why ... switch|switching|leave|leaving|change|changing|replace|replacing|move|moving|ditch|drop ... at|all|if|the|them|it|from|vendor|provider|works
    what|how|where ... present|current|existing|old|incumbent ... can't|cant|cannot|fails|disappoint*|annoys|lets|lacks, listed|named things ... can't|cant
    disappointed with|by, dissatisf*, unsatisf*, fed up, what they'd|theyd|they|would ... change|improve|replace about|in|at|with
    why ... incumbent|provider|vendor|supplier|${TOOLS} ... not|isnt|isn't|no longer, can't|cant|cannot do with|in|without it|that|${TOOLS}
    trouble|problem|issue|problems|issues|wrong|catch with it|that|them, pros and cons of|in|with ... tooling|tool|system|setup|process, change|improve|fix about|in todays|current|existing|present|way, get|getting rid of
    limits|limitations|gaps|weaknesses|flaws|constraints|restrictions|pitfalls|problems of|in|with|at current|existing|present|todays|today's|old, tool|system|software|platform is|was|being slow|clumsy|painful|buggy|limited, miss|missing|lack|lacking|want in|from ... product|tool|system|platform they've|theyve|they|have|use|got`,
    `workaround*, switching, drawbacks`,
  ),
  timeline: words(
    `this year|quarter|month thing|topic|or|matter, some day, someday, one day or, nice to have or|for|at|some, burning or, urgent or, now or someday|whenever
    renewal|renewals|expiry|end of|for|date ... contract|licence|license|agreement|subscription, contract is|runs|ends up|out|in|on
    before|after|ahead|until|by the summer|summer|holidays|holiday|christmas|peak|season|audit|year|freeze|easter|winter break|end|rush|season|is|or
    summer break|holidays, year end, end of year|quarter|month|q1|q2|q3|q4, decision|choice is|was|due before|by|in|until|next, due before|by|in|on
    roll|rolling it|this out, go|goes|going live, up and running, in production by, when|how ... rollout|roll|implement|implementing|kick|launch
    how much|long time ... have|left|got, time horizon|plan, time to act|decide, how urgent|pressing|soon, no dates, not one date, any dates|date
    for now or, sooner or later, this|next fiscal|financial|budget year, on hold until, window of opportunity, closing date, close date, milestone*
    what|why ... now|suddenly|all of a sudden, event driving|behind|that, pressure to decide|act|move, clock is ticking, phase of project|evaluation|process
    how long ... take|takes|last, budget cycle|year|round starts|ends|begins|closes|resets|opens, this year's|next year's budget, project|it|that|this kicks|kick off, starts|kicks|begins|launches in|on|at ... january|february|march|april|may|june|july|august|september|october|november|december|monday|spring|summer|fall|autumn|winter|#, why ... now of all times|suddenly|and
    won't|wont|not|nothing|nobody ... do|buy|start|decide|sign|move ... before|until|till #, not before|until|till #
    weeks|months|quarters or months|quarters|years, what they're|theyre|are they waiting for, spring|summer|autumn|fall|winter of`,
    `hurry, soon, calendar, urgency, dates, expires, next year, this year, this quarter, in january|february|march|april|may|june|july|august|september|october|november|december`,
  ),
  budget: words(
    `bracket|brackets are|in|we, set|put|setting aside, earmarked|ringfenced|ring, assumed|thought|believed|expected it|we|this was|is|were|are|be free
    what they|he|she|company|client|prospect|customer ... pay|pays|paying|paid|spend|spends|spending|shell|fork, what ... pay|paying|paid for ... current|tool|today
    fell|fall|falling off ... chair|chairs, choked|gulped|flinched|winced|gasped|swallowed|balked|baulked, pale at|when, shock*, sticker price
    expectation|expectations|idea|sense|feeling|appetite re|regarding|on|around|about|for|of price|pricing|cost|costs|spend|money|investment|price
    price|cost sensitive|sensitivity|conscious|point, cost conscious, investment appetite|volume, planning round|cycle, paid pilot, what bracket
    how deep ... pockets|pocket, deep pockets, skint, freebie, freebies, cash strapped, penny, pennies, cents, cheapskate, tight with money, bean counter
    when|who|what|where|why and how much, and how much, can|could|do|would they|he|she even|really|actually|ever ... afford|pay, order of magnitude
    get|got|came|come to pricing|price|money|cost|numbers, money side|part|available|there|this|for, where ... money|funding|funds ... comes|come|from
    line item, po amount, purse|wallet size, monetary, numbers they|he|she have|has|had in mind, dollar|euro amount|figure, figure in|they, approved spend
    never|not|didnt|didn't|nobody|noone ... talk|talked|spoke|discussed|raised|mentioned money|price|pricing|budget|cost|numbers|fees
    bring|brought up price|money|budget|cost, price advantage`,
    `how much, #k, fiscal, finance, funds, dollars, afford`,
  ),
  competition: words(
    `competitor*|rival|rivals|vendor|another|others|someone ... cheaper, who came|comes|presents|presented|pitches|pitched|went|goes before|after us|me
    have|has|had|got|they've|theyve a|an|their|clear favourite|favorite|frontrunner|preference, favourite|favorite vendor|already|is|supplier, frontrunner, front runner
    build vs|or|versus buy, make or buy, do|build it themselves|inhouse, do|build it in house, build themselves, doing nothing or
    had|has|got|saw|seen|have|receive|received|took|did|sat ... demo|quote|offer|pitch|call|trial|proposal|meeting ... from|by|with|at ${TOOLS}|competitor|another|others|rival
    other options|option|choices|choice|horses|names|candidates|ones ... list|table|considered|race|mind|on, horse race, in the running, in running
    who|what|whom ... up against|against us|shortlisted|longlisted, we're|were|we are|is|the only one|ones|vendor|option|horse, alone or
    evaluation|selection criteria, tender*, bidding, two horse race, rfp, why not|them|him stay|chose|choose ... competitor|other|${TOOLS}
    other|rival|competing pitches|demos|suppliers|candidates|names|quotes|bids|products, they're|theyre|they also|were comparing|shopping|evaluating|testing
    ${TOOLS} is|was|are|were ... too|also|as|last, we're|were|we are|be number|one|third|second|fourth|fifth of|in, others|someone ... pitched|pitching|bidding, is|are in there too
    benchmarked|compared|evaluated|measured|judged against, against # others, we alone|exclusive, are we the only, someone before us
    somebody|someone|anyone|others had|has|have|already been in, been in with a proposal|offer|quote`,
    `against, rival, options, pitching`,
  ),
};
