import type {Visit} from "./visit.js";

/** What a sheet of A4 is wide between its margins, in pixels; Letter is a little wider. */
export const SHEET = 695;

/** Prints an open page, whatever its screen shows, and notes what is wrong on paper. */
export async function lookAtPaper({page, complaints}: Visit): Promise<void> {
  await page.emulateMedia({media: "print"});
  await page.setViewportSize({width: SHEET, height: 1000});
  complaints.push(...(await page.evaluate(findPaperFlaws)).map((flaw) => `print: ${flaw}`));
}

/** Runs in the page. */
async function findPaperFlaws(): Promise<string[]> {
  // Charts are drawn for the new width first.
  for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
  const flaws: string[] = [];
  const style = getComputedStyle(document.documentElement);
  const colours = [style.getPropertyValue("--surface"), style.getPropertyValue("--ink"), style.colorScheme].join(" ");
  if (colours !== "#fff #000 light") flaws.push(`not black on white: ${colours}`);
  const isSeen = (node: Element) => node.getBoundingClientRect().width > 0 && !node.closest(".unseen");
  const right = document.documentElement.clientWidth + 1;
  for (const node of document.querySelectorAll("main *")) {
    const isOver = isSeen(node) && !node.closest("svg") && node.getBoundingClientRect().right > right;
    if (isOver) return [...flaws, `goes beyond the sheet: ${node.outerHTML.slice(0, 120)}`];
  }
  // A number that can be asked about and a head that sorts look like what they say.
  const pressed = "button:not(.explained, th button), input, select, .bar-pages, .foot-pages, .take, .tools";
  for (const node of document.querySelectorAll(pressed)) if (isSeen(node)) flaws.push(`to press: ${node.outerHTML.slice(0, 120)}`);
  return flaws;
} // prettier-ignore
