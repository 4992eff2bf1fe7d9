import {expect, it} from "vitest";
import {openShard} from "../../pipeline/publish/brief/shard.js";

it("briefs of one file that come in two goes stop the build: the second would take the place of the first", () => {
  const put = new Map<string, string>();
  const shard = openShard({putBytes: (path, bytes) => void put.set(path, Buffer.from(bytes).toString())});
  const add = (name: string, id: string) => shard.add({handoff_id: id, shard: name, json: Buffer.from(`{"handoff_id":"${id}"}`)});
  add("ada/eve-1", "h1");
  add("ada/eve-2", "h2");
  add("ada/eve-1", "h3");
  expect(() => shard.close()).toThrow("briefs of ada/eve-1 come in two goes");
  expect([...put]).toEqual([
    ["briefs/ada/eve-1.json", '{"briefs":[{"handoff_id":"h1"}]}'],
    ["briefs/ada/eve-2.json", '{"briefs":[{"handoff_id":"h2"}]}'],
  ]);
});
