/** What draws numbers: pictures (an excerpt of a brief is none), lists of bars, and tables whose cells hold marks. */
const FIGURES = "figure:not(.exemplar), svg.dot-interval, svg.sparkline, .funnel, .losses, table.bars, .heat-map, .number-list";
/** A brief's own pictures and the glossary's signs stand beside the words they illustrate. */
const APART = "dialog, .legend";

/** Figures without a sentence on what to conclude or on what not, in their section: where, and which of the two is missing. */
export function findUnread(page: Element): string[] {
  const found = new Set<string>();
  for (const figure of page.querySelectorAll(FIGURES)) {
    if (figure.closest(APART)) continue;
    const section = figure.closest("section") ?? page;
    const says = (name: string) =>
      [...section.querySelectorAll(`.${name}`)].some((node) => (node.textContent ?? "").trim().length > 20);
    const where = section.querySelector("h2")?.textContent ?? figure.className;
    if (!says("conclude")) found.add(`${where}: nothing to conclude`);
    if (!says("conclude-not")) found.add(`${where}: nothing on what not to conclude`);
  }
  return [...found];
}
