/** What AEs write in English, hurried as they are, about the company and the deal. How a phrase is written: `../phrases.ts`. */
import type {ThemeWords} from "../themes.js";
import {list} from "./phrases.js";

const words = (sure: string, weak = ""): ThemeWords => ({sure: list(sure), weak: list(weak)});

export const ENGLISH_DEAL: Readonly<Record<string, ThemeWords>> = {
  company: words(
    `company size|info|information|facts|background|profile|overview|data|details|research|description|basics|name|structure|context
    size of company|org|organisation|organization|business|firm|account, how big|large|small they|company|org|firm|account|business|it|is|are
    headcount|headcounts, head count, employees, employee count|number|size|numbers, number of employees|people|staff, how many employees|people|staff|heads, fte|ftes
    industry, industries, vertical, sector, what ... company|account|firm|business ... do|does|sells|makes|about, what they do, what they sell|make|produce|offer|build
    what they do for living, what kind|sort|type of company|business|firm, what business they, line of business, business model, website, web site|page, homepage, home page
    revenue, turnover, arr, hq, headquarter*, subsidiar*, parent company|group|org|organisation|organization, holding, part of ... group, acquired, acquisition, merger, merged
    legal entity, which entity, wrong company|entity|account|industry|website|firm, about company|firm|organisation|organization, background on company|account|firm
    firmograph*, territory, region, regions, which country|office|site|branch|division|plant, country|countries, locations, where they are|re based|located, where they|company operate*|sit*|is
    geograph*, account research|info|background|overview|basics, funding round|stage, series a|b|c, public or private, market they|company, who they sell to, who their customers
    b2b or b2c, nothing|anything|little|idea|knew|know|know|understand about company|account|business, nothing|anything|little about them, what they are|re about
    google them|company, look up company|them, sites, founded, org facts, ownership, family owned, growth rate|stage, their market, their business, company itself, company wise
    how many reps|sales|salespeople|locations|offices|stores|branches|sites|users they|people|reps|do|does|have, owned by, owner structure, bigger|larger|parent group
    size of ... team|company|org|organisation|organization|account|business, team size
    what|which space|market|field|niche|area|trade they|are|is, where are|is they|company|he|she|these based|located|from|headquartered, where ... located|based|headquartered, rebranded, renamed, old company name, company name|names, spun off|out, spin off
    nothing|anything|not about who|what they, who they are as|company, company is|was|does|has|makes|bigger|smaller|in|part|not|actually|much ... different|bigger|smaller|larger|wrong|public|private|part|called|named|merged|acquired|tiny|huge|insolvent|bankrupt|german|us, they make|manufacture|produce|sell|build|distribute|operate, what they make|manufacture|sell|build|produce, they|theyre|are actually a|an|in ... retailer|bank|hospital|agency|manufacturer|insurer|logistics|healthcare|retail|manufacturing|fintech|saas|nonprofit|ngo|wholesaler|distributor, layoffs, reorg|reorganisation|reorganization|restructuring, insolvency|insolvent|bankruptcy, ipo, investors|investor|pe|vc owned|backed|fund, ebitda, annual report, company news|website|basics, news about|on them|company, customer base, product they sell|make, global|local footprint, countries they, fiscal data, wrong revenue|size|sector|headcount|employee, size|industry|revenue wrong|missing|off
    parent, regional office|branch, # staff|heads|people ... linkedin`,
    `company, business, account info, they do, firm, market`,
  ),
  contact: words(
    `job title, title, titles, seniority, phone, phone number, telephone, mobile, cell, cell number, direct dial|line|number, wrong number, number wrong|dead|disconnected|invalid, number not|wasnt|didnt ... right|correct|work
    number ... wrong|dead|work|working|works|invalid|switchboard|outdated|disconnected|exist, number to call|reach|dial, number for him|her|contact|them|prospect, email address|addresses|bounced|bounces|wrong|missing, mail address|bounced
    email ... bounced|bounces|wrong|invalid, contact details|info|information|data|name|person|card|role|background|profile|side, wrong contact|person|name|title|role|email|phone|mail, role|position|function|level of contact|person|prospect|him|her|guy|lady
    his|her|their role|position|function|level|background|responsibilit*|team|department|title, contact's|contacts|persons|prospects|person's role|title|position|function|background|name|job, point of contact, name of contact|person|prospect
    misspelled|misspelt name, name ... misspelled|misspelt|wrong|spelled|spelt, spelling of, who i was|am|would|will|be|m ... meeting|talking|speaking|calling|facing|dealing, who i meet|met|talk|talked|speak|spoke|call
    who he|she is|was|are, who is|was he|she|contact|person|prospect, who contact|person|prospect is|was, who was|am i, linkedin, which department|team, what department|role|position|function|level|title, reports to, report to, reporting line
    first name, last name, surname, pronounce, pronunciation, senior, junior, what he|she does|do|did, what he|she is responsible|in charge|actually, responsible for, in charge of, how senior, manager or director|vp|head
    his|her email|phone|number|name|background|linkedin|profile, their|correct|right|working|valid phone|email|number, role ... in company|organisation|organization|org|business|there, person i|im|i'm met|meet|meeting, left company, no longer there|works|with, on contact, about contact
    new in role, what ... contact does|do, role he|she
    linkedin profile|link|url, wrong guy|lady|contact|role, level|seniority|rank of, names of ... contact*|people, who this|that person|guy|contact, introduced as
    not|isnt|wasnt|is|was|actually ... head|director|manager|vp|assistant|intern|analyst|student of|only|anymore|any, turned out to be|an|a ... assistant|intern|analyst|manager|director|head|consultant|someone|different|else, different person|guy|woman|name|contact, someone else|different than|joined|picked|answered|showed, his|her|their full name|title|position, wrong gender|pronouns|mr|ms, mr or ms|mrs, name misspelled|wrong|spelled|incorrect, voicemail, landline, country code, extension, reach|call|contact him|her|them directly, how to reach|contact him|her|them, title|role|position was|is|not|wrong|unclear|missing|outdated|unknown|changed, changed jobs|roles|role|job, on leave|parental|maternity, tenure, how long he|she been|is, decision level, who ... person|contact|lady|guy|woman|man is|was`,
    `head of, vp, director, email, e mail, role, position, number, department, contact, function, name, who they are, the person, who it is, job`,
  ),
  pain: words(
    `pain, painful, pain point*, painpoint*, what|which|whats problem|issue|challenge|need, business problem|issue|challenge|need|case|impact|value|driver|drivers|outcome|outcomes|reason|pain
    problem they|statement|definition|behind|description|is|was|size, problems they|have, their|actual|real|core|underlying|root|main|specific|concrete problem|problems|issue|issues|challenge|challenges|need|needs|motivation|cause|driver
    challenge|challenges, why they|he|she|company|prospect|account|anyone|contact ... care|cares|bother|interested|need|needs|looking|want|wants|talk|talking|come|came, why ... matters|matter|important|care|cares, why they take|took|booked|reached|contacted|came|re|are
    impact, quantif*, kpi*, numbers on|behind|around|for ... pain|problem|issue|impact|that|it, cost of problem|inaction|doing|pain|not, what ... costs|costing|cost them|company|business|today, how much ... costs|costing|hurts|losing|lose|time
    roi, use case|cases, usecase|usecases, motivation, what they need|needed, what ... need|needs for, what ... hurt|hurts, keep|keeps|keeping ... up at night|nights, trying|try|tries|want|wants to solve|fix|achieve|improve|accomplish|address
    hoping to solve|fix|achieve|get, solve for, objectives, their goal|goals, business goal|goals|objectives, root cause, so what, why behind, real why, their why, consequence|consequences, what happens if, hard numbers|figures|facts
    severity, the why, bleeding, burning, what they struggle|suffer|lose, struggling with, problem is|was ... vague|unclear|generic, problem too, issue they|behind, reason behind|for|to ... looking|interest|call|talking, their priorities, drivers
    metrics, what they want from|to, what they re|are trying|hoping|losing|suffering, how bad|severe|big|painful ... is|it|problem, who suffers, no real reason
    why ... they care about|enough, why they ... care about, impact|pain|problem in euros|dollars|money
    what success|good looks, success criteria, goal|goals for|they|this|next, desired outcome|outcomes
    wanted|wants|want|needed|hope to solve|fix|achieve|improve|address, what ... solve|fix|achieve|accomplish|improve
    nobody|noone|no ... needs|need`,
    `problem, problems, need, needs, issue they, goal, goals, vague why, why, hurts`,
  ),
  current_solution: words(
    `current|currently|existing|present|today's|todays|incumbent solution|solutions|tool|tools|tooling|setup|set|system|systems|process|processes|vendor|vendors|provider|supplier|software|stack|crm|platform|product|workflow|approach|way|environment|state|landscape|situation|tech|technology|contract|workaround
    incumbent*, tech stack, stack, tech landscape, martech, what they use|using|run|running|have|work|works|used|got, what ... using|use|running|run|have|got|doing ... today|now|currently|moment|present|right|place|already
    they use|have|run|do|using|work today|now|currently|at, they|theyre|re|are already|currently use|using|run|on, what|which|whose tool|tools|system|systems|software|crm|platform|vendor|provider|solution|product|technology|erp ... use|using|have|run|place|today|now|on|currently|working|have|got
    which|what tool|tools|system|systems|software|crm|platform|vendor|provider|erp, in place, how they|team|process ... today|now|currently|at, how they handle|manage|solve|do|work|run|track|report|operate|forecast|handling|managing|doing|solving, how do|does|did they|he|she|company ... do|handle|manage|solve|run|track|work, status quo, as is
    legacy, excel, spreadsheet|spreadsheets, homegrown, home grown, inhouse, in house, built themselves|internally, contract with incumbent|current|existing|another|other|competitor, existing contract, what ... replace|replaces|replacing, we replace|displace|displacing, replacing
    todays tool|process|system|setup, today's process|setup|tool|world, other tools they, on salesforce|hubspot|sap|excel|gong|outreach, salesforce|hubspot|sap|dynamics|pipedrive|zoho, integrate|integrates|integration|integrations, current one, tools today|already
    contract|subscription|deal with|at another|current|existing|their, already|currently have|has|own|bought|pay ... tool|system|solution|contract|software|crm|platform|vendor|provider|product|licenses|license, pros and cons of what, using today|now|currently, they use|run|work ... now|already`,
    `tool, tools, system, systems, process, software`,
  ),
  limitations: words(
    `limitation*, shortcoming*, gap|gaps in|of|with|they|between ... current|existing|setup|tool|tools|process|today|system|solution|stack|have|has|see|feel|incumbent, whats|what|what's is|s ... wrong|broken|missing|lacking|not|failing with|in|about|at ... current|tool|system|setup|process|existing|today|solution|they|it|incumbent|vendor|theirs
    what|where|why ... broken|breaks|fails|failing|fail|lacking|lacks|struggles|stops ... today|current|tool|setup|now|with|incumbent, whats wrong|broken|not, what is|was wrong|broken|failing|lacking, what ... doesnt|isnt|dont|wont|cant|not|didnt work|working|like|do|enough
    why ... switch|switching|change|changing|replace|replacing|leave|leaving|move|moving|swap|ditch|unhappy|unsatisfied|fails|failing|fail|drop, why current|existing|todays|incumbent|excel|spreadsheets|tool|setup|system|process ... not|doesnt|isnt|fails|fail|falls|breaks|cant|wont|enough|anymore|insufficient|longer
    why ... not|isnt|doesnt|no|dont ... enough|working|work|suffice|cut|anymore|longer, falls short, fall short, falling short, unhappy with|about, dissatisf*, frustrated|frustration|frustrations with, they|he|she dislike|dislikes|hate|hates, dont|doesnt|didnt|not like about, weakness|weaknesses, workaround|workarounds, drawback|drawbacks
    outgrown|outgrew, bottleneck|bottlenecks, what they cant|can't|cannot, cant do today|now|currently|with, cannot do today|with, why not|they stay|keep|stick, reason|reasons for|to switch|switching|change|leave|leaving|replace, where ... tool|system|process|setup|it|current ... short|breaks|fails|fail|hurts|breaking|lets
    not happy with, what ... bothers|annoys|frustrates|missing in|from|with|today, deficienc*, current tool|setup|system|process|solution|vendor|stack|provider lacks|fails|cant|doesnt|isnt|breaks, lets them down, let down by, is not working|enough
    why they|he|she|company ... want|wants|need|needs|looking|trying ... switch|switching|change|changing|replace|replacing|leave|move|moving
    gap|gaps|weakness|weaknesses|limitation|limitations|shortcoming|shortcomings|problem|problems|issues|drawbacks|broken|wrong|missing|lacking|failing|dislike|hate|unhappy|frustrated of|in|with|about|at current|existing|present|todays|today's|incumbent tool|tools|setup|set|process|processes|system|systems|solution|stack|vendor|software|provider|crm|way|workflow
    current|existing|present|todays|today's|their|incumbent tool|tools|setup|process|system|solution|stack|vendor|software|provider|crm ... fails|fail|failing|falls|lacks|lacking|cant|cannot|broken|isnt|doesnt|wont|breaks|insufficient|enough
    what bugs|annoys|frustrates|bothers|irritates|hurts them|him|her|people|team ... about|with, bugs|annoys|frustrates|bothers ... current|tool|vendor|system|setup|process
    what|why ... replaced|dropped|failed|ditched
    current|existing|todays|today's|tool|tools|tool's|system limits|limit, reason for|to switch|switching|change|leaving
    pros and cons, stay|stick|happy with what|current|existing|their, no longer|anymore works|enough, cant scale|report|handle
    get|getting rid of, why they want to get|leave|switch|change|move|replace|drop`,
    `gaps, gap, whats broken, not working, broken`,
  ),
  timeline: words(
    `timeline*, time line|lines|frame|frames|scale, timeframe*, timing|timings, timescale|timescales, deadline*, urgen*, why now|today, why this year|quarter|month, when ... decide|decides|deciding|decision|buy|buying|start|starts|starting|live|need|needs|purchase|sign|implement*|roll|rollout|launch|project|kick|want|wants|move|happen|happens|close|plan|planning|looking|done|end|ends|ready|expire|expires
    when they|this|it|is|would|do|does|he|she|company, decision date|timeline|timing|timeframe|deadline|by, by when, until when, go live, golive, live date, start|starting date, project start|kickoff|date|plan|schedule|timing, kick off date, compelling event, renewal|renewals, renew|renews, contract|contracts ... end|ends|ending|expire|expires|expiring|expiry|runs|up|until
    how soon|urgent, how fast|quick|quickly ... want|need|move|decide|go|can, target date|quarter|month, which quarter|month, this year|quarter or, next year or, rollout date|plan|planned, sense of urgency, implementation plan|date|timing|start|window, horizon, when ... budget|money ... available
    buying window, trigger event, project is planned|scheduled, planned for, q1|q2|q3|q4, this quarter|year, next quarter|year, how long ... decide|decision|take|takes|process, what drives the date, time pressure, in hurry, how close
    evaluation|buying|purchase|decision|project|implementation timeline|timing|timeframe|deadline|schedule, event driving|driven|behind, decide|deciding|decision|buy|start|sign|live by|in|before|until january|february|march|april|may|june|july|august|september|october|november|december|summer|autumn|fall|winter|spring|easter|christmas, this|next|end summer|month|half|fy`,
    `when, date, dates, priority, quarter, roadmap, soon, start, trigger, triggers`,
  ),
  budget: words(
    `budget*, *budget, money, price*, pricing, pricepoint, cost|costs expectation|range|ceiling|limit|frame|expectations|center|centre|level|envelope|sensitivity, what ... cost us|allowed, funds, funded, funding, spend, spending, spends, afford|affords|affordable|affordability, willing|willingness|ready|able|prepared to pay|spend|invest
    how much ... pay|paying|spend|spending|invest|cost|money|have|has|got|budgeted|available, what they pay|paying|spend|are paying|re paying, ballpark, deal size, dollar|dollars, euro|euros, financials, financial*, fiscal year|calendar, who pays how|what, cash, paid today|currently, capex, opex, cost center|centre|centers
    discount|discounts, investment range|level|size|amount, commercials, €, $, £, wallet, price tag, expensive, cheap|cheaper, money side, spending power|limit, cost expectations, allocated, approved amount|sum|funds, who pays
    price|pricing|cost|budget|spend expectation|expectations
    bugdet, budegt, buget, budgt, buddget, prcing, priceing
    budget|money|funds|funding ... approved|allocated|secured|confirmed|signed`,
    `cost, costs, pay, pays, paying, numbers, amount, investment`,
  ),
  competition: words(
    `competitor, competition, competitive, competitiv*, competit*, compete|competes, competing, competion, other|different|alternative vendor|vendors|provider|providers|supplier|suppliers|option|options|solution|solutions|offers|offer|quotes|quote|players|bids|bidders|contenders|products|companies|tools, who|whom else ... look*|talk*|evaluat*|consider*|speak*|race|bidding|pitch*|list|running|play|compet*|compar*|demo*|seeing|mix|game
    what else ... look*|evaluat*|consider*|compar*|test*|trial*|list, else they|theyre|re|are|is ... look*|evaluat*|talk*|consider*|compar*|speak*|see|seeing, shortlist*, short list|listed, longlist, rfp, rfi, tender, bake off, bakeoff, alternative|alternatives, rival|rivals, evaluating|comparing|considering|evaluate|compare|evaluated|compared
    they|theyre|were|they're|re|are|had also|already talk*|look*|evaluat*|speak*|seen|saw|demoed|demo*|trial*|test*|compar*|quote*, offers|offer|quotes|quote|bid|bids|proposal|proposals on|from|by|in, competing offer|offers, up against, against whom|who|what, vs, versus, looking|talking|speaking at|to other|others|someone|anyone|another|two|three|several|multiple|rivals
    another vendor|provider|supplier|offer|quote|tool, preferred vendor|supplier, head to head, who we are|re up|competing|facing, we are|re up|competing, favourite|favorite vendor, vendor list|comparison|selection|shortlist, vendors they|in, which|what|how many|other|any|the vendors, evaluation, in mix, second vendor|bidder, others they
    competitor|competitors ... side|involved|already
    who else they, who they re|are|were also|else, we|were one of #|several|many|few, one of # vendors|providers|options, incumbent bid|offer|bidding, other vendor|tools|solutions they|on, already|had|have|saw|seen ... offer|quote|proposal|demo from|by|with another|competitor|other|others|someone|else, comparing us|with|to|against, compared to|with|against, which vendors|competitors, versus whom|who, other demos|bids|proposals|pitches|talks, parallel talks|process|evaluation, cheaper alternative|offer|vendor|competitor, lost to, against gong|salesloft|outreach|clari|hubspot|salesforce, vendors involved|invited|considered|shortlisted|evaluated, selection process|list, longlisted, beauty contest|parade`,
    `vendors, compare, who else, landscape`,
  ),
};
