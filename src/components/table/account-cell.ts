import {html} from "htl";
import type {HandoffLine, Manifest} from "../../../pipeline/contract/datasets.js";
import {RecordLink} from "../frame/record-link.js";
import {say} from "../words/words.js";

/** Company and contact of a handoff, each with the way to its record. */
export function AccountCell(line: HandoffLine, manifest: Manifest): HTMLElement {
  const contact = line.contact ? RecordLink("contact", line.contact_id, line.contact, manifest) : null;
  return html`<span>
    ${RecordLink("account", line.account_id, line.account ?? say("unnamed"), manifest)}${contact ? html`<span class="sub">${contact}${line.contact_title ? `, ${line.contact_title}` : ""}</span>` : null}</span
  >`;
}
