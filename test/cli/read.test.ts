import {join} from "node:path";
import {readdirSync} from "node:fs";
import {tmpdir} from "node:os";
import {gzipSync} from "node:zlib";
import {expect, test, vi} from "vitest";
import {inspectFiles} from "../../pipeline/ingest/index.js";
import {printRows} from "../../pipeline/ingest/print.js";
import {makeFolder} from "../ingest/given-files.js";

async function print(files: Record<string, string | Buffer>, format: "csv" | "json"): Promise<[string, string[]]> {
  const folder = makeFolder(files);
  let text = "";
  const left = await printRows(join(folder, Object.keys(files)[0]!), format, (part) => void (text += part));
  return [text, left.map(({line, reason}) => `${line} ${reason}`)];
}

const REPORT = Buffer.from(
  'Pipeline report\n\n"Id";"Owner";"Note"\n"1";"Zo\xeb";"one, two"\n"2";"";"said ""yes"""\n"3";"a";"b";"c"\n\n"Grand Totals (2 records)"\n',
  "latin1",
);

test("a file is printed as it is read: encoding, delimiter, preamble and footer behind it, what is no row told apart", async () => {
  expect(await print({"report.csv": REPORT}, "csv")).toEqual([
    'Id,Owner,Note\n1,Zoë,"one, two"\n2,,"said ""yes"""\n',
    ["6 has 4 cells under 3 headers: a delimiter stands unquoted in one of them", "8 footer of the report"],
  ]);
});
test("as JSON, every row is an object of texts", async () => {
  const [text] = await print({"report.csv.gz": gzipSync(REPORT)}, "json");
  expect(JSON.parse(text)).toEqual([
    {Id: "1", Owner: "Zoë", Note: "one, two"},
    {Id: "2", Owner: "", Note: 'said "yes"'},
  ]);
  expect(await print({"a.csv": "id,name\n"}, "json")).toEqual(["[]\n", []]);
});
test("a file that is not there is a mistake with a name", async () => {
  await expect(printRows("nowhere.csv", "csv", () => {})).rejects.toThrow("nowhere.csv: no such file");
});

test("neither printing nor inspecting leaves anything beside the file", async () => {
  const folder = makeFolder({"report.csv": REPORT});
  vi.stubEnv("TMPDIR", makeFolder({}));
  try {
    await printRows(join(folder, "report.csv"), "csv", () => {});
    await inspectFiles([join(folder, "report.csv")]);
    expect(readdirSync(tmpdir())).toEqual([]);
  } finally {
    vi.unstubAllEnvs();
  }
});
