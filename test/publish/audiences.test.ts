import {describe, expect, it} from "vitest";
import {listAudiences, listManagersWithoutTeam, type Group, type Member} from "../../pipeline/publish/trees/audiences.js";
import {pickFiles} from "../../pipeline/publish/trees/tree-files.js";

const person = (slug: string, more: Partial<Member> = {}): Member => ({
  person_id: `id-${slug}`, slug, name: slug, team: null, email: null, manager_id: null, manager_name: null, is_current: true, is_known: true, is_sdr: false, is_ae: false, is_manager: false, ...more,
}); // prettier-ignore
const group = (slug: string, more: Partial<Group> = {}): Group => ({
  team: `t-${slug}`, slug, team_name: slug, manager_id: null, ...more,
}); // prettier-ignore
const sdr = (slug: string, team: string | null, more: Partial<Member> = {}) => person(slug, {is_sdr: true, team, ...more});
const ae = (slug: string, team: string | null, more: Partial<Member> = {}) => person(slug, {is_ae: true, team, ...more});
const list = (people: Member[], teams: Group[] = [], execSeesPeople = false) => listAudiences({people, teams}, {execSeesPeople});
const foldersOf = (...given: Parameters<typeof list>) => list(...given).map(({folder}) => folder);

describe("the audiences of a company", () => {
  it("are RevOps, leadership, each team of SDRs and of AEs, and every SDR and AE who is there", () => {
    const people = [sdr("ada", "t-north"), ae("eve", "t-sales"), person("mo", {is_manager: true})];
    expect(foldersOf(people, [group("north"), group("sales")])).toEqual([
      "revops", "exec", "team/north", "sdr/ada", "ae_team/sales", "ae/eve",
    ]); // prettier-ignore
  });
  it("leave out whoever has left or is in no people export, and keep a team that is empty", () => {
    const people = [sdr("gone", "t-north", {is_current: false}), ae("unlisted", null, {is_known: false})];
    expect(foldersOf(people, [group("north")])).toEqual(["revops", "exec", "team/north"]);
  });
  it("are two for somebody who books and takes handoffs, and for a team with both", () => {
    const people = [sdr("both", "t-mixed", {is_ae: true}), ae("eve", "t-mixed")];
    expect(foldersOf(people, [group("mixed")])).toEqual([
      "revops", "exec", "team/mixed", "sdr/both", "ae_team/mixed", "ae/both", "ae/eve",
    ]); // prettier-ignore
  });
  it("give leadership people only where the configuration says so", () => {
    const people = [sdr("ada", null), ae("eve", null)];
    const exec = (sees: boolean) => list(people, [], sees).find(({kind}) => kind === "exec")!;
    expect([exec(false).sdrs.length, exec(false).aes.length, exec(true).sdrs.length, exec(true).aes.length]).toEqual([
      0, 0, 1, 1,
    ]);
  });
  it("never lead out of their folder, nor share one", () => {
    for (const slug of ["../../etc", "a/b", "", "..", "a\\b", "a b", "Ä"])
      expect(() => list([sdr(slug, null)]), slug).toThrow("is no name of a folder");
    expect(() => list([sdr("ada", null), sdr("ada", null)])).toThrow("two audiences would share sdr/ada");
  });
  it("name the managers whom no team names", () => {
    const people = [person("mo", {is_manager: true}), person("kim", {is_manager: true}), person("old", {is_manager: true, is_current: false})];
    const teams = [group("north", {manager_id: "id-mo"})];
    expect(listManagersWithoutTeam({people, teams}).map(({name}) => name)).toEqual(["kim"]);
  }); // prettier-ignore
});

describe("the files of a tree", () => {
  const files = new Set([
    "manifest.json", "company.json", "raters.json", "health.json", "playbook.json", "turns/0a.json", "contacts/eve.json", "facts/company/show_rate.arrow",
    "facts/rater/eve.arrow", "facts/ae/eve.arrow", "facts/ada.arrow", "facts/bo.arrow", "sdr/ada.json", "sdr/bo.json", "one-on-one/ada.json", "ae/eve.json",
    "team/north.json", "team/south.json", "coming/ae/eve.json", "coming/sdr/ada.json", "coming/team/north.json", "briefs/ada/eve-1.json",
  ]); // prettier-ignore
  const people = [sdr("ada", "t-north"), sdr("bo", "t-south"), ae("eve", "t-sales")];
  const teams = [group("north"), group("south"), group("sales")];
  const filesOf = (folder: string, execSeesPeople = false) => {
    const audience = list(people, teams, execSeesPeople).find((each) => each.folder === folder)!;
    return [...pickFiles(audience, files, {execSeesPeople}).shared].sort();
  };
  it("are all but contact details for RevOps, and how AEs rate for nobody else", () => {
    expect([...files].filter((path) => !filesOf("revops").includes(path))).toEqual(["manifest.json", "contacts/eve.json"]);
    const withheld = [...files].filter((path) => !filesOf("exec", true).includes(path));
    expect(withheld).toEqual(["manifest.json", "raters.json", "health.json", "turns/0a.json", "contacts/eve.json", "facts/rater/eve.arrow"]); // prettier-ignore
    expect(filesOf("exec")).toEqual(["playbook.json"]);
  });
  it("are an SDR's own; of a manager the own team's, with the sheets for 1:1s; of an AE the own with contact details", () => {
    expect(filesOf("sdr/ada")).toEqual(["coming/sdr/ada.json", "facts/ada.arrow", "playbook.json", "sdr/ada.json"]);
    expect(filesOf("team/north")).toEqual(["coming/sdr/ada.json", "coming/team/north.json", "facts/ada.arrow", "one-on-one/ada.json", "playbook.json", "sdr/ada.json", "team/north.json"]); // prettier-ignore
    expect(filesOf("ae/eve")).toEqual(["ae/eve.json", "coming/ae/eve.json", "contacts/eve.json", "facts/ae/eve.arrow"]);
    expect(filesOf("ae_team/sales")).toEqual(["ae/eve.json", "coming/ae/eve.json", "facts/ae/eve.arrow"]);
  });
});
