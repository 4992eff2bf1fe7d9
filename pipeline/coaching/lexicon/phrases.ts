/** The phrases of a text, parted by commas or line ends. */
export const list = (text: string): string[] => text.split(/[,\n]/).map((part) => part.trim()).filter(Boolean); // prettier-ignore
