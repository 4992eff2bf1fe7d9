import {speak as speakOnPages} from "../src/components/words/catalogues.js";
import {setLanguage, type Language} from "./contract/language.js";

/** Puts a language in force in this process: in what pages, mails and sheets say, and in what data say of themselves. */
export function speak(language: Language): void {
  setLanguage(language);
  speakOnPages(language);
}
