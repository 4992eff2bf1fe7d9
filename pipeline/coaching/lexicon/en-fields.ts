/**
 * English words around a theme that alone say little: they count where a comment has nothing else. A line holds one idea. How a
 * phrase is written: `../phrases.ts`.
 */
import type {ThemeWords} from "../language.js";
import {list} from "./phrases.js";

const faint = (text: string): ThemeWords => ({sure: [], faint: list(text)});

export const ENGLISH_FIELDS: Readonly<Record<string, ThemeWords>> = {
  company: faint(
    `manufacturer, wholesaler, retailer, distributor, insurer, carrier, hospital, clinic, bank, utility, logistics company|firm|provider, agency, broker, integrator, publisher
    rebrand*, brand, brands, profile, footprint, structured, branch, branches, stores, plants, warehouses, factory, factories, fleet, beds, products, product line
    startup, start up, enterprise, midmarket, mid market, smb, sme, corporation, group, conglomerate, nonprofit, public sector, government, listed
    sells, manufacture*, produce, produces, offering, customers they, their customers, clients they, employ, employs, staff, workforce, people they have, hq, regional, international, global
    what kind of company|business|place|outfit, what they are, who are these|those|they, heard of them, growing, growth, hiring, valuation, market share, wiki, googled, google`,
  ),
  contact: faint(
    `dept, mobile, cell, landline, handle, initials, pronoun*, gender, mr, mrs, salutation, assistant, pa, intern, individual contributor, junior, senior, seniority, supervisor
    his job, her job, her number, his number, call him|her, text him|her, reach him|her|them, get through, wrong person, wrong guy, different person, who he|she is|was, who is he|she, who was he|she, speaking to, talking to, meeting with whom
    profession, occupation, remit, responsibilities, responsible, reports to, in charge, hired, joined company, retired, on parental, replaced, successor, predecessor, promotion, promoted`,
  ),
  pain: faint(
    `painkiller, vitamin, suffer, suffers, suffering, ache*, hassle, struggle, struggles, chaos, damage, loss, losses, lose, downtime
    so what, what for, why would they, why do they, why does he|she, the reason, motivation, curiosity or, what drives, driver, drivers, outcome, outcomes, result, results, benefit, benefits, gain, savings, save, saves, saves time, payoff, return, kpi, kpis, numbers behind
    goal, goals, objective, objectives, ambition, wants to achieve, matters to them, care about, cares, priorities, initiative behind, quantify, measure, measured, metrics, evidence, proof, compelling, urgent problem, real problem, something wrong, wrong over there, inefficient, manual work`,
  ),
  current_solution: faint(
    `erp, wms, ats, pos, hris, spreadsheet, spreadsheets, excel, legacy, legacy system|tool|software, homegrown, in house, inhouse, paper, manual, manually, workflow, process, procedure, pipeline tool, integration, integrations, stack, architecture
    already have, already use, already using, have something, use something, got something, something like us, something similar, similar tool|product|system, supplies, supplier, supply, provider, vendor, incumbent, replacing, replace, replaces, migrate, migration, first of kind, greenfield, switch from, coming from, existing, at present, as is, nowadays, do it with, how they do, how do they, way of working, contract with, subscription, license with, pay for, running on, built on, based on`,
  ),
  limitations: faint(
    `cons, pros and cons, drawback, shortcoming, downside, flaws, breaks, break down, breaks down, fails, failing, failure, clunky, slow, outdated tool|system, ceiling, wall, gap, weak, weakness, frustrating, complain, complains, complaining, rant, rants, unhappy, dissatisfied, get rid of, rid of, move away, ditch, stay with, staying with, stick with, good enough, lacks, lacking, cant do, doesnt do, trouble with, wrong with, bad about, doesnt work, not happy, reason to switch|change|leave`,
  ),
  timeline: faint(
    `date, dates, month, months, quarter, year, season, summer, winter, spring, autumn, fall, eoy, eoq, ytd, asap, someday, pipe for, forecast, go live, live, launch, launching, launched, roll out, rollout, implementation, onboarding date, pilot start, kickoff, decision by, decide when, when will, when would, when do, when does, when is, when can, how long, how soon, how fast, by then, before the, deadline, event that, forces, forcing, urgent, urgently, pressing, hurry, horizon, expires, expiry, notice period, cancellation period, terms ends, freeze`,
  ),
  budget: faint(
    `afford*, budgeted, price, prices, priced, cheap, pricey, expensive, cost, costs, costly, ceiling, cap, dollars, euros, pounds, bucks, quid, cash, fund, funds, funding, money, invest, investment, spend, spends, spending, pay, pays, payment, cheque for, quote size, ticket size, contract value, acv, tcv, mrr, arr expectation, fee, fees, rate, rates, discount, figures, how much, what amount, worth to them, sum, numbers in mind, range, ballpark, bracket, tier, list price, enterprise pricing, procurement limit, central or, cost centre|center`,
  ),
  competition: faint(
    `quadrant, gartner, forrester, g2, versus, vs, compare, compares, compared, comparing, comparison, competing, compete, rival, rivals, rivalry, second horse, shortlist, longlist, evaluating, evaluation, bid, bids, bidder, bidders, quote from, quotes, quoted by, offers, offer from, someone else, somebody else, alternatives, alternative, preferred, favour*, favor*, cheaper, undercut, beat, win against, lose to, losing to, lost to, up against, in mix, in the running, battlecard, battlecards`,
  ),
  champion: faint(
    `pushing, pushes, push, push it, pushed, drive, drives, driving, driven by, advocate, advocates, supporter, supports, support us, backing, backs, behind it, ally, allies, insider, internally, inside, internal, fights, fight for, fighting, believes in, believer, enthusiastic, enthusiasm, excited internally, fan, loves us, likes us, on our side, vouch, sells it, selling internally, initiator, started this, started it, kicked off, initiated, leads the project, project lead|leader|manager|owner, owner, owns, sponsor, mobilise*, mobilize*, coach, friend, politics of our, carry`,
  ),
  economic_buyer: faint(
    `cheque, check book, signs, signed by, signature, sign off, approves, approve, approver, approval, authorise*, authorize*, authority, decides, decide, decider, decision, decisions, decision process, boss, director, cfo, ceo, founder, owner decides, owner, board decides, exec, executive, c level, clevel, senior management, leadership, leadership team, upstairs, higher up, above her|him, run it by, ask her|his, permission, final, power, powerless, call the shots, purse, wallet, budget holder|owner, wrong level`,
  ),
  stakeholders: faint(
    `department, departments, user group, infosec, security, legal, redline*, procurement, purchasing, compliance, privacy, finance, hr, operations, engineering, works council, union, committee, board, panel, jury, influencers, influence, gate, gatekeeper, gatekeepers, blocker, blockers, opponents, hostile, against, enemies, sceptics, skeptics, resistance, politics, org, org chart, organigram, hierarchy, structure inside, people involved, persons involved, everyone involved, parties, involved, who else, whom else, anyone else, vote, votes, one name, single contact, single person, only one person, consult, consultant, consultants, advisor, adviser, technical people|person|side`,
  ),
  history: faint(
    `previously, before us, past, back then, in the past, history, correspondence, letter, thread, linkedin message, notes from, transcript, recording, call log, logged calls, how this came, came about, came to be, how it started, how this started, origin, originated, source, lead source, referral, referred, recommended, introduced, booth, fair, event, expo, summit, webinar, campaign, download*, whitepaper, newsletter, cold call|email|outreach, inbound, outbound, respond, responded, promised, promise, tried us, used us, met us, know us, knows us, knew us, talked to us, spoke with us, spoken to us, former, ex customer, old customer, returning, came back, last year, years ago, account history, going on with, context on how, backstory`,
  ),
  next_steps: faint(
    `expected, expecting, expectation, expect, thought it was, thought this was, assumed, agree, agreed, agreement, agreed to, commit, committed, commitment, bring, brought, prepare, prepared, homework, follow up, followup, next meeting|call, after this, afterwards what, purpose, agenda, topic of call|meeting, goal of call|meeting, reason for call|meeting, knew why, know why, no clue why, confused, surprised, puzzled, bewildered, wondering, wondered, what this is, what it is about, requirements beforehand, data from them|her|him`,
  ),
  focus: faint(
    `angle, angles, hook, hooks, opener, opening, talk track, track, pitch, story, stories, storyline, narrative, message, messaging, positioning, emphasis, emphasise, emphasize, highlight, lead with, start with, open with, focus on, avoid, off limits, taboo, sensitive, touchy, worry, worries, worried, fear, fears, concern, concerned, objection, objects, sceptical, skeptical, hesitant, doubt, doubts, style, character, personality, temper, type of person, kind of person, numbers guy, tick, ticks, likes, dislikes, loves, hates, prefers, preference, interest, interests, interested, excites, excited, enthusiastic about, reference, references, example, examples, case, cases, proof, testimonial, logo, logos, tips, advice, hints, hint, recommendation, suggest, suggestion, suggestions, guidance, pointers, feature to, module to, demo, show them|him|her`,
  ),
  usage: faint(
    `usage, seats, seat, licences, licenses, workspace, workspaces, sandbox, trial, trials, freemium, free version, free plan, account activity, active, activity, activated, adoption, login, logins, logged, log in, sign up, signed up, signup, paywall, in app, product data, telemetry, dashboards built, features used, clicks, sessions, heavy use, light use, power users, engagement`,
  ),
  meeting: faint(
    `am for her|him|them, canteen, lobby, invited, invitation, calendar, slot, zoom, webex, dialin, phone line, camera, audio, mute, screen, half hour, duration, timezone, daylight, dst, onsite, on site, remote, in person, directions, travel, attendees, participants, guests, joined, joining, sat in, showed up, turned up, unannounced, how many people, language, french, spanish, german, interpreter, translate*, double booked`,
  ),
  late: faint(
    `afterwards, before not, beforehand, in advance, advance, prep time, time to prepare, time to read, prepare, preparation, midnight, last minute, minutes before, hour before, just before, right before, while on, already on, already over, already started, halfway, mid call, retroactively, backfilled, delayed, overdue, timely, punctual, rush, rushed, landed, arrived`,
  ),
  fit: faint(
    `tiny, too small, small, unqualified, qualify, qualified, qualification, student, students, thesis, curious, curiosity, browsing, window shopping, kicking tyres|tires, intent, no intent, no interest, not interested, no need, no project, reseller, vendor, competitor employee, jobseeker, freelancer, consultancy, consultant, solo, hobby, region, territory handles, emea, apac, wrong region|country|segment, icp, disqualify, why was this, why is this, why did i|we, should not, shouldnt, sub # seat|seats|user|users, below minimum, never buy, wont buy, not buy, not to buy, too early, too big`,
  ),
  sync: faint(
    `call us first, talk first, slack, ping, voice note, voice memo, huddle, sync, align, aligned, alignment, catch up, handover call, briefing, brief me, walk through, walkthrough, get hold, reach sdr|you, couldnt ask, question for you, questions for sdr, joint, prep call, between us, you and me, you and i, sit down, sat down, debrief`,
  ),
  repeated: faint(
    `again, repeat, repeated, repeating, repetition, twice, second time, third time, once more, same question|questions|story|thing|things, same answers, told already, already said|told|explained|answered|shared|covered|asked|mentioned, redo, redid, restart, from scratch, from zero, re explain, reexplain, asking what she|he|they, what she'd|he'd|they'd filled|said|told, rolled eyes, eye roll, sighed, sigh, annoyed, impatient, irritated, groaned, deja vu, going over, went over, as i told, as she|he said`,
  ),
  thin: faint(
    `smiley, bot, robot, chatgpt, ai, generated, written by, template, templated, boilerplate, copies, copied, pasted, paste, duplicate, generic, vague, thin, sparse, short, brief was, too little, more info, more detail, more context, more depth, details, detail, context, substance, content, empty, blank, tbd, incomplete, unfinished, outdated, stale, out of date, incorrect, errors in, typo, typos, mismatch, contradict*, conflicting, inconsistent, different account, another account, belongs to, not clear, unclear, unreadable, bullets, bullet points, three bullets, one line, a line, sentence, quality, useless, nothing there|in, whole thing`,
  ),
};
