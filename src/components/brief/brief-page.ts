import {html} from "htl";
import type {BriefDocument, Manifest} from "../../../pipeline/contract/datasets.js";
import {AddedAfter, After, NoteRest} from "./brief-after.js";
import {Calls, MeetingCard, OtherFacts} from "./brief-cards.js";
import {Checklists} from "./brief-checks.js";
import {Engagement} from "./brief-engagement.js";
import {FieldList} from "./brief-fields.js";
import {BriefHead} from "./brief-head.js";
import {mapPeople, MAPPED_FIELDS, PeopleMap} from "./brief-people.js";
import {isWritten, readBriefFields} from "./brief-state.js";
import {Territory} from "./brief-territory.js";
import {Usage} from "./brief-usage.js";
import {addressOf} from "../frame/address.js";
import {Note} from "../base/missing.js";
import {Section} from "../frame/section.js";
import {Question} from "../frame/subject.js";
import {hasPage} from "../frame/site-pages.js";
import {PAGES, say} from "../words/words.js";

/** Fields that another part of the page shows better. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  stakeholders: MAPPED_FIELDS,
  engagement: ["key_moments"],
  meeting: ["prospect_attendees", "our_attendees", "meeting_link"],
};

/** The Handoff Brief: three lines first, what was said and what is missing, who decides, how we got here, the meeting, and what became of it. */
export function BriefPage(brief: BriefDocument | null, manifest: Manifest): HTMLElement {
  if (!brief)
    return html`<div>
      ${Question("brief", say("brief_none"))}${Note(say("brief_none_hint"))}
      <p>
        ${(["board", "sdr", "ae"] as const)
          .filter((kind) => hasPage(manifest, kind))
          .map(
            (kind, index) =>
              html`${index ? ", " : ""}<a href=${addressOf(kind)}>${kind === "board" ? say("board_link") : PAGES[kind].name}</a>`,
          )}
      </p>
    </div>`;
  const fields = readBriefFields(brief, manifest);
  const written = isWritten(brief, manifest);
  const titles = new Map(manifest.brief_fields.map(({section, section_label}) => [section, section_label]));
  const ofSection = (section: string) =>
    fields.filter(({info}) => info.section === section && !(ELSEWHERE[section] ?? []).includes(info.field));
  const part = (title: string, node: Node | null) => (node ? Section(title, manifest, () => node) : null);
  const section = (name: string) => {
    const isOfCrm = name === "account" || name === "contact";
    return part(titles.get(name) ?? name, written || isOfCrm ? FieldList(ofSection(name), brief, manifest) : null);
  };
  const Stakeholders = () => {
    const roles = mapPeople(brief, written ? fields : []);
    if (!roles.length) return null;
    return html`<div>
      ${PeopleMap(roles, brief, manifest)}${written ? FieldList(ofSection("stakeholders"), brief, manifest) : null}
    </div>`;
  };
  return html`<article class="brief">
    ${BriefHead(brief, manifest)}
    <div class="brief-body">
      <div class="brief-main">
        ${section("qualification")} ${part(titles.get("stakeholders") ?? say("people_map"), Stakeholders())}
        ${section("recommendations")} ${part(say("usage"), Usage(brief, manifest))}
        ${part(say("engagement"), html`<div>${Engagement(brief, manifest)}${written ? FieldList(ofSection("engagement"), brief, manifest) : null}</div>`)}
        ${part(say("checklists"), Checklists(brief, manifest))} ${part(say("note_title"), NoteRest(brief))}
        ${part(say("added_after"), AddedAfter(brief, manifest))} ${part(say("after"), After(brief, manifest))}
      </div>
      <div class="brief-side">
        ${part(say("meeting_card"), MeetingCard(brief, manifest))} ${section("meeting")} ${section("account")}
        ${section("contact")} ${part(say("facts"), OtherFacts(brief))} ${part(say("routing"), Territory(brief, manifest))}
        ${part(say("calls"), Calls(brief, manifest))}
      </div>
    </div>
  </article>`;
}
