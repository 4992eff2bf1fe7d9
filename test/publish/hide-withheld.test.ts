import {expect, it} from "vitest";
import {WITHHELD, WITHHELD_COMMENT, WITHHELD_SPECIFIC, WITHHELD_VAGUE} from "../../pipeline/contract/former.js";
import {keepWithheld} from "../../pipeline/publish/protect/hide-withheld.js";
import type {Shelf} from "../../pipeline/publish/write.js";

it("says of a text that is gone that it is, the same in a document and in bytes, and leaves every other text as it is", () => {
  const values = [
    WITHHELD, WITHHELD_SPECIFIC.figure, `${WITHHELD_SPECIFIC.noFigure} more "in" quotes \\`, `${WITHHELD_COMMENT}focus, timeline`, WITHHELD_VAGUE,
    `${WITHHELD_VAGUE} various various`, 
    `${WITHHELD} since May`, `${WITHHELD_VAGUE} and more`, `not ${WITHHELD}`, `{"a":"${WITHHELD}"}`, `,"${WITHHELD}",`, "größer 🐢", 7, null,
  ]; // prettier-ignore
  const document = {values, [WITHHELD]: {own: WITHHELD}};
  const read: unknown[] = [];
  const shelf = {
    putJson: (_, each) => void read.push(each),
    putBytes: (_, bytes) => void read.push(JSON.parse(Buffer.from(bytes).toString())),
  } as Shelf;
  keepWithheld(shelf).putJson("a.json", document);
  keepWithheld(shelf).putBytes("a.json", Buffer.from(JSON.stringify(document)));
  expect(read[1]).toEqual(read[0]);
  const shown = (read[0] as typeof document).values;
  expect(shown.flatMap((value, at) => (value === values[at] ? [] : [at]))).toEqual([0, 1, 2, 3, 4, 5]);
});
