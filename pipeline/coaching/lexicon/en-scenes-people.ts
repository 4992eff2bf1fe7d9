/**
 * What AEs tell in English instead of naming what was missing: how the call went, what they asked themselves, figures of speech. A line
 * holds one idea. How a phrase is written: `../phrases.ts`.
 */
import type {ThemeWords} from "../language.js";
import {list} from "./phrases.js";

const words = (sure: string, weak = ""): ThemeWords => ({sure: list(sure), weak: list(weak)});

export const ENGLISH_SCENES_PEOPLE: Readonly<Record<string, ThemeWords>> = {
  champion: words(
    `nobody|noone|anyone|anybody|someone|somebody|who|whoever ... own|owns|owning|owned this|it|topic|project|initiative, seems to own
    messenger or|only|boy, just|only|merely a|the messenger, who woke up, woke up one, who ... said we need, who came up with, whose idea|initiative|brainchild
    who|anyone|nobody|someone|somebody ... cares|care|cared about|enough this|it|us|topic|project, who|someone|anyone|nobody inside, torch
    someone|somebody|anyone|anybody|friend|ally|insider|nobody on|from|in|at the inside|there|house, inside who|that, believer, believers, political capital
    go|goes|going|went to|out bat|way|limb, put|puts|putting neck|reputation|weight, lend weight, back us|him|her|it up, has our back, in our corner, our corner
    who ... takes|take|took|carries|carry|bring|brings|runs|run ... forward|inside|internally|upstairs|ahead|further, who|someone runs with, runs with it
    sponsor on|at|in|from, internal|project owner|mover|cheerleader|backer|godfather, cheerleader*, backer*, proponent*, godfather, lobby|lobbies|lobbying for
    someone|somebody|anyone|nobody ... want|wants|wanted it|this|us|the`,
    `messenger, own, owns it, owner, sponsor, insider`,
  ),
  economic_buyer: words(
    `couldnt|couldn't|can't|cant|cannot|not ... buy|sign|order|approve a|even stapler|pencil|pen|anything|paperclip|coffee|lunch|thing|pizza|pens
    buck stops, where|who ... buck, whose|who's|his|her|who call|shots|decision|money is|to|it|does, who|one|person|guy that|who says|say yes|no
    how|who they|company|he|she|team make|makes|take|takes|reach|reaches|come|arrive ... decision|decisions, how decisions|decision are|is|gets|get ... made|taken
    yes from, who ... yes|nod from, need|get a|the|his|her yes|nod|ok|okay|blessing from|of, who needs to ok|nod|bless|approve|sign
    holds|hold|sits|sitting on money|cash|purse|budget|wallet, top of food chain, food chain, pay grade, above|below pay grade, rank high
    talk|talked|talking|speak|speaking|spoke|sold|selling|pitch|pitched|pitching to|with|for power|nobody|somebody|someone ... power|authority|say|mandate|buy|decide
    zero|no|little|limited|any authority|power|mandate|say|clout, pre authorised|authorized, who rules|reigns, who is|s|are king, who has last|final
    approval|approvals|sign ... from|by|of|at who|board|ceo|cfo|boss|hq|headquarters|above|parent, run|runs it|this|everything by|past, need|needs to ask ... boss|ceo|permission|someone
    take|takes|taking|took|bring|brings it|this|that to|upstairs|back ... board|boss|management|ceo|cfo|committee|boss, has|have to go to the board|boss
    whose signature|autograph|nod|yes, signature i'm|im|i|we`,
    `authority, money person, permission, yes or no, approves, signing, controls it, who controls`,
  ),
  stakeholders: words(
    `has|have|had|got|gets a|some say|voice|vote|veto besides|apart|too|as, nod|nods|wave it|this|through, might|could|may|will|would|can torpedo|sink|scupper|sabotage|derail|stop
    torpedo*, scupper*, how ... get|gain|reach|access|connect to|the|with ciso|cfo|cio|cto|ceo|boss|board|it|others|procurement|security
    who else is|was|sits|sit|needs|in|on|at ... room|table|call|panel|board|decide|decision|loop, who ... panel|board|loop
    which|what teams|team|departments|department|people|groups|units ... using|use|affected|touch|working|work|involved|benefit|need|say|part
    rest of the org|organisation|team|company|department|table|group|committee, other departments|teams|people|parties|folks|heads|units, wider team|group|org
    people|person|someone|anyone who|that|behind ... writes|wrote|specs|requirements|checks|tests|evaluates|object|objects, requirements consultant|writer
    buying|decision|project|evaluation|working group|team|panel|committee|circle|council|jury|crew, security|legal|compliance|data folks|people|guys|lot|crowd
    roles around|behind|of|in ... table|project|decision|room, who is|s who|for|against, pecking order, org tree, org, who reports to, lay of the land
    internal politics|fights|feud|fight|camps|rivalry|tension, finance and|or|vs|versus ops|it|sales, between|bad ops|it|finance|sales|marketing and
    who ... affected|impacted|using|object|objects|oppose|consulted|informed|consult|convince|persuade|convinced, who|whom ... win over|bring along|onboard
    it|security|legal|procurement|finance|hr|compliance ... veto|involved|involvement|review|object|objects|say|needs|need|onboard|board|loop
    day to day|daily|actual|real|future users|user, only know|got|met one|# name|contact|person|people, who|whoever|people ... work|working|works with it|this|us|our
    who|whos|who's|sits on|in committee|board|panel|jury, data|it|information|cyber security ... approve|sign|agree|review|check|bless, legal|compliance|procurement has|have|must|needs|wants to approve|sign|agree|review|check, other|more|further people ... know|talk|involve|meet|convince, who|whos|who's going|gonna to use|work|operate
    people|persons on|in ... team|committee|panel|decision, other|further|more people ... decision|deal|project|process, someone|anyone with influence|sway`,
    `departments, committee, users, parent company`,
  ),
  history: words(
    `churn, churned, lapsed customer|client|account, cancelled|canceled|left us|on|our|in before|#|years|last, customer|client|user once|before|previously
    they'd|theyd|he'd|she'd|they|he|she|had|have|has|already ... spoken|talked|met|dealt|worked|chatted to|with our|us|partner|my|colleague|someone|somebody|support
    old|earlier|previous|past|dead|closed|lost|existing opp|opportunity|deal|quote|record|ticket ... from|in|by|lost|crm, lost on|over|because price|budget|features|timing|security
    discount|price|rebate|trial promise|promised|offered
    sent|shared|given|emailed|mailed|forwarded|showed|shown ... pricing|price|prices|deck|quote|case|brochure|whitepaper|whitepapers|document|docs, already sent|shared
    conversation|call|chat|email|talk|talked|spoke|spoken|meeting|dealings with|to ... from your|our company|team|side, colleague of ours|mine|yours
    refer|referred|referring|refers|mentioned|mentions ... conversation|call|email|mail|chat|thread|demo|talk, email|mail thread|trail|chain, trail|chain of mails|emails, thread, paper trail
    who introduced|referred|recommended, introduced by, intro from, word of mouth, where|how ... met|found|discovered|heard|picked, how|where the|this lead|contact
    how many times|touches ... call|called|contacted|touched|reached|emailed, what they said|told|say|answered ... time|call|phone|email|us|then
    content ... consumed|downloaded|read|watched|viewed, consumed|watched|viewed ... content|video|site|page, visited our|the|pricing page|site|website|booth
    which campaign|source|channel|ad|event, brought|led|drove|sent|pointed them|him|her in|here|to|our, came inbound|via, came in through|via|off
    what had|has|was|were|got been|we|you|already ... said|written|offered|promised|quoted|discussed|sent|told|shared|shown
    our track record, shared history, been here|there before, tried|sold|selling|pitched to them|him|her before|once|already|in, second attempt|try, past life
    heard|seen|read|got|received from us|our|marketing, from our side ... before|already|spoken, spoken|talked|spoke to them|him|her before
    what happened|was|said ... in|on|during ... calls|meetings|call|conversations, first|last|previous|earlier # calls|meetings|conversations|talks|chats
    like last time, was a|there last time, last time
    see|read|have|had|get the emails|mails|thread|correspondence|messages`,
    `campaign, promised, thread, introduced, came from, source, churn`,
  ),
  next_steps: words(
    `wanted|want|wants|expected|hoped|asked|came to see|get|for|a ... product|demo|prices|platform|solution|software|price ... right|straight|immediately|at once
    what|unclear|not|clear ... they|he|she|prospect|client|we ... agreed|agree|signed|committed to|on|up|for, agreed|arranged|fixed|settled as|with ... next|for|step
    what had|has|was|were|we been|agreed|arranged|planned|fixed ... as|next|step|after|follow, success of|for|in|look ... meeting|call|session|conversation
    what|how does|do|would|should|is|was ... meeting|call|session ... look|for|achieve|them, zero|no|wrong|false|different expectations|preparation|context|expectation
    thought|assumed|believed|figured|convinced|supposed we|i|it|this|he|that ... were|was|am|are|is ... recruit*|hiring|selling|support|training|survey|job|interview|sales
    nobody|noone|never|not|no one|didnt|hadnt ... told|tell|informed|explained|briefed|prepared|warned him|her|them|prospect|client|customer|what|why
    what|so this|it is|was|all about, why|what are|were|am we|i|you here|talking|meeting|calling, what we'd|wed|i'd|we|i would|cover|covering|discuss|discussing
    supposed|meant|asked|told|reminded|agreed to|they'd|would bring|invite|include|prepare|have|send|fill, homework for, to do for|on them|their, on their plate
    expect|expecting|expected|prepared|ready for|a|to sales|discovery|questions|demo|pitch|price|prices|quote|training|webinar|results|proposal|call, caught off guard
    came|arrived|turned|showed|joined ... empty|unprepared|without data|confused|clueless, out of the blue for, what's|whats|what next|after
    under impression ... talk|discuss|get|see|cover|price|pricing, send|bring|share|provide|prepare ... requirements|data|documents|files|specs|numbers ... beforehand|before|first|upfront, was|were|supposed|meant|going to send|bring|share|prepare|provide
    what did|do|should we|you|i ask|tell|send them|him|her to, what ... ask|asked them|him|her to`,
    `expectation, prepared, confused, bring, to bring`,
  ),
  focus: words(
    `things|points|topics|features|messages|arguments|story|stories ... resonate|resonates|resonated|matter|land|lands|stick|work|click|pull, resonat*
    what|which|how makes|make ... tick|laugh|angry|happy, what|things|topics not|never to mention|say|bring|ask|raise|show|touch|do, never mention|say
    kick|kicking things|it|us off, break|breaking the ice, warm|warming him|her|them up, how to kick|handle|treat|deal|approach|talk|play|win|read|take
    lead|open|start|begin|opened|started with|on what|which|analytics|price|demo|pain|roi|security|compliance|or, start|begin from|with what|where|which
    pushback|resistance|objections|doubts|questions|criticism ... expect|coming|raise|raised|face|faced|had|likely, likely pushback, i should expect
    same|similar|his|her|their vertical|industry|sector|space|size|field ... reference|case|story|customer, reference|case|story|customer|example ... from|in same|similar|their vertical|industry|sector|space
    success|customer|reference stories|story|case|cases, similar client|project|situation, a hook, my|an|the|good angle, entry|opening line|question|point|topic
    where|what|which|how|when should|shall|do|could|to i|we ... dig|push|press|insist|stop|probe|drill, red|hot thread, red thread, storyline, narrative
    hates|hate|loves|love|likes|dislikes|prefers|allergic|into slides|slide|decks|small|numbers|detail|details|jargon|golf|football|pitches|salespeople, engineer and, dry guy|humour
    hot|sore|soft|weak spot|spots|topic|button|buttons, what|which module|modules|feature|features|part|use|demo to|should|i|do ... show|demo|lead|focus|present
    demo tailored|tailor|focus|script, what to demo|show|skip|leave, leave|skip|stay|steer out|away|clear from|of, stay|steer|keep away|clear, minefield, tread carefully
    concern|concerns|worry|worries|fear|fears|doubt|doubts ... raised|voiced|had|has|about, what worries|scares|concerns|excites|impresses, win theme|themes
    which|what use case|problem|feature|topic|module|pain ... excites|interests|resonates|matters|hits|lands, which|what product|module|demo|version|part to show|lead|pitch|bring|sell|demo, customer|client|good|local example|examples|reference|case|story from|in|like, off limits, no go|gos
    hates|loves|likes|wants being|to be sold|pitched|told|lectured to|at
    what's|whats|what is important|relevant|interesting to|for her|him|them`,
    `approach, resonates, pointers, pushback, tone, mindset, attitude, hook, opener`,
  ),
};
