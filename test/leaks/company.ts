import {linkSync, mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import type {AudienceKind, Tree} from "../../pipeline/leaks/index.js";
import type {Cells, Given} from "../models/given.js";

const held = (handoff_id: string, sdr_id: string, ae_id: string, account_id: string, day: string, more: Cells = {}): Cells => ({
  handoff_id,
  sdr_id,
  ae_id,
  account_id,
  meeting_at: `${day} 10:00:00`,
  booked_at: `${day} 08:00:00`,
  meeting_status: "held",
  ...more,
});

/**
 * Two teams of SDRs and one of AEs. Ada and Will (who could be a verb and a month) are SDRs of different teams; Bo moved from South to
 * North in June; Dee has left; Pat is SDR and AE; there are two called Mia Ferro; one SDR is called Sales, and a company Chase.
 */
export const COMPANY: Given = {
  people: [
    {person_id: "p-ada", name: "Ada Ösei", email: "ada.osei@seller.example.com", role: "sdr", team: "North", manager_id: "p-mo"},
    {person_id: "p-will", name: "Will May", email: "will.may@seller.example.com", role: "sdr", team: "South", manager_id: "p-su"},
    {person_id: "p-zoe", name: "Zoë Müller-Lüdenscheidt", email: "zoe.ml@seller.example.com", role: "sdr", team: "South", manager_id: "p-su"},
    {person_id: "p-bo", name: "Bo Lindqvist", role: "sdr", team: "South", manager_id: "p-su", valid_from: "2026-01-01"},
    {person_id: "p-bo", name: "Bo Lindqvist", role: "sdr", team: "North", manager_id: "p-mo", valid_from: "2026-06-01"},
    {person_id: "p-dee", name: "Dee Kowalczyk", role: "sdr", team: "South", manager_id: "p-su", ended_on: "2026-03-31"},
    {person_id: "p-pat", name: "Pat Umbridge", role: "sdr", team: "South", manager_id: "p-su"},
    {person_id: "p-pat", name: "Pat Umbridge", role: "ae", team: "Field", manager_id: "p-fi", valid_from: "2026-06-01"},
    {person_id: "p-mia1", name: "Mia Ferro", role: "sdr", team: "North", manager_id: "p-mo"},
    {person_id: "p-mia2", name: "Mia Ferro", role: "sdr", team: "South", manager_id: "p-su"},
    {person_id: "p-sales", name: "Sales", role: "sdr", team: "South", manager_id: "p-su"},
    {person_id: "p-eve", name: "Eve Tran", email: "eve.tran@seller.example.com", role: "ae", team: "Field", manager_id: "p-fi"},
    {person_id: "p-gus", name: "Gus Abernathy", role: "ae", team: "Field", manager_id: "p-fi"},
    {person_id: "p-mo", name: "Mo Díaz", role: "manager"},
    {person_id: "p-su", name: "Su Okonkwo", role: "manager"},
    {person_id: "p-fi", name: "Fi Brandt", role: "manager"},
  ],
  accounts: [{account_id: "acme", name: "Acme"}, {account_id: "chase", name: "Chase"}, {account_id: "bolt", name: "Bolt Ltd"}, {account_id: "corp", name: "Corp"}, {account_id: "dent", name: "Dent"}],
  contacts: [
    {contact_id: "c-1001", account_id: "acme", name: "Nils Vestergaard", email: "nils@acme.example.com", phone: "+45 33 12 34 56", title: "CFO"},
    {contact_id: "c-1002", account_id: "chase", name: "Ines Quintero", email: "ines.quintero@chase.example.com", phone: "(415) 555-0177"},
    {contact_id: "c-1003", account_id: "bolt", name: "Tariq Holm", email: "tariq@bolt.example.com", phone: "0049 30 9876543"},
  ],
  handoffs: [
    held("h-2001", "p-ada", "p-eve", "acme", "2026-09-01", {contact_id: "c-1001", pain_primary: "Renewals slip by weeks since nobody watches the dates of old paper contracts"}),
    held("h-2002", "p-will", "p-gus", "chase", "2026-09-02", {contact_id: "c-1002", pain_primary: "Their lawyers retype every order form by hand before anybody may countersign it", budget: "40k set aside", champion: "Ines Quintero"}),
    held("h-2003", "p-bo", "p-gus", "bolt", "2026-03-02", {contact_id: "c-1003"}),
    held("h-2004", "p-bo", "p-eve", "bolt", "2026-09-03", {contact_id: "c-1003"}),
    held("h-2005", "p-pat", "p-gus", "corp", "2026-02-02"),
    held("h-2006", "p-ada", "p-pat", "dent", "2026-09-04"),
    held("h-2007", "p-zoe", "p-gus", "corp", "2026-09-05"),
    held("h-2008", "p-dee", "p-gus", "corp", "2026-03-05"),
    held("h-2009", "p-mia1", "p-eve", "corp", "2026-09-06"),
    held("h-2010", "p-mia2", "p-gus", "corp", "2026-09-07"),
  ],
  feedback: [
    {feedback_id: "f1", handoff_id: "h-2001", ae_id: "p-eve", submitted_at: "2026-09-01 15:00:00", missing: "Who signs off the budget was anybody's guess and it cost us the first half hour", helpful: "all good"},
    {feedback_id: "f2", handoff_id: "h-2002", ae_id: "p-gus", submitted_at: "2026-09-02 15:00:00", missing: "The champion turned out to be an intern who doesn't talk to procurement at all", helpful: "all good"},
    {feedback_id: "f3", handoff_id: "h-2003", ae_id: "p-gus", submitted_at: "2026-03-02 15:00:00", missing: "Nothing about which other vendors they had already met with twice in spring"},
    {feedback_id: "f4", handoff_id: "h-2004", ae_id: "p-eve", submitted_at: "2026-09-03 15:00:00", missing: "I walked in blind on the security questions they had sent by mail before"},
    {feedback_id: "f5", handoff_id: "h-2007", ae_id: "p-gus", submitted_at: "2026-09-05 15:00:00", missing: "Rambling notes throughout", helpful: "all good"},
    {feedback_id: "f6", handoff_id: "h-2010", ae_id: "p-gus", submitted_at: "2026-09-07 15:00:00", missing: "Please add decision date and budget owner to every single brief", helpful: "all good"},
    {feedback_id: "f7", handoff_id: "h-2009", ae_id: "p-eve", submitted_at: "2026-09-06 15:00:00", missing: "Please add decision date and budget owner to every single brief"},
  ],
  commitments: [{sdr_id: "p-will", behaviour: "champion", agreed_on: "2026-09-10", note: "Ask in each call who else would have to sign before summer"}],
}; // prettier-ignore

/** A folder with trees; each is given as its audience and its files, by path. */
export function plant(trees: readonly {kind: AudienceKind; id?: string; files: Record<string, string | Uint8Array>}[]): Tree[] {
  const root = mkdtempSync(join(tmpdir(), "baton-leaks-"));
  return trees.map(({kind, id, files}, index) => {
    const folder = join(root, String(index));
    mkdirSync(folder);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), {recursive: true});
      writeFileSync(join(folder, path), content);
    }
    return {folder, kind, ...(id === undefined ? {} : {id})};
  });
}

/** Links a file of one tree into another. */
export function link(from: Tree, to: Tree, path: string, as = path): void {
  mkdirSync(dirname(join(to.folder, as)), {recursive: true});
  linkSync(join(from.folder, path), join(to.folder, as));
}
