/** The feedback form as an Apps Script that makes it in Google Forms. Pure text: nothing is sent anywhere. */
import {FEEDBACK_QUESTIONS, MEETING_QUESTIONS, PREFILLED_QUESTIONS, type Question} from "../contract/form.js";

/** What each kind of question is called in Google's FormApp. */
const ADD = {
  choice: "addMultipleChoiceItem",
  choices: "addCheckboxItem",
  text: "addParagraphTextItem",
  scale: "addScaleItem",
} as const;

/**
 * A script to paste into script.google.com and run once: it makes the form, and logs where to edit it, where it is answered, and
 * the `feedback.form_url` that opens it with the meeting, handoff and AE filled in.
 */
export function writeGoogleForm(title = "How good was this handoff?"): string {
  return `/**
 * Makes the AE's feedback form. Open https://script.google.com, choose "New project", paste this in place of what is there,
 * press "Run" and allow it; the log then shows three addresses. Titles are what Baton knows the answers by: leave them as they are.
 */
function createFeedbackForm() {
  var form = FormApp.create(${quote(title)});
  form.setDescription("Takes one minute, right after the discovery call. Your answers help the SDR to hand over better.");
  // Braces stand for values: Baton puts those of each handoff in their place.
  var filled = [];
${MEETING_QUESTIONS.map((question) => writeFilled(question, "Filled in for you: the meeting that this is about.", "")).join("\n")}
${FEEDBACK_QUESTIONS.map(writeItem).join("\n")}
${PREFILLED_QUESTIONS.map((question) => writeFilled(question, "Filled in for you; please leave it as it is.", ".setRequired(true)")).join("\n")}

  var answers = form.createResponse();
  filled.forEach(function (answer) { answers.withItemResponse(answer); });
  var template = answers.toPrefilledUrl().replace(/%7B/gi, "{").replace(/%7D/gi, "}");

  Logger.log("Edit the form: " + form.getEditUrl());
  Logger.log("Answer the form: " + form.getPublishedUrl());
  Logger.log("For baton.config.yaml:\\nfeedback:\\n  form_url: " + JSON.stringify(template));
}
`;
}

const writeFilled = ({title, placeholder}: {title: string; placeholder: string}, help: string, more: string): string =>
  `  filled.push(form.addTextItem().setTitle(${quote(title)}).setHelpText(${quote(help)})${more}
    .createResponse(${quote(`{${placeholder}}`)}));`;

function writeItem({title, kind, options, from, to, ends, isRequired}: Question): string {
  const calls = [
    `setTitle(${quote(title)})`,
    options ? `setChoiceValues(${JSON.stringify(options)})` : "",
    kind === "scale" ? `setBounds(${from}, ${to})` : "",
    ends ? `setLabels(${ends.map(quote).join(", ")})` : "",
    isRequired ? "setRequired(true)" : "",
  ];
  return `  form.${ADD[kind]}().${calls.filter(Boolean).join(".")};`;
}

const quote = (text: string): string => JSON.stringify(text);
