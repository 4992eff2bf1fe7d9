import {describe, expect, it} from "vitest";
import type {Digest} from "../../pipeline/digest/types.js";
import {writeHtml} from "../../pipeline/digest/write-html.js";
import {writeSlack} from "../../pipeline/digest/write-slack.js";
import {writeText} from "../../pipeline/digest/write-text.js";

const digest = (parts: Digest["parts"], more: Partial<Digest> = {}): Digest => ({
  audience: "sdr", person_id: "p1", slug: "ann", email: "ann@x.example.com", company: "A&B <Ltd>", title: "Your handoffs", subject: "Your handoffs: nothing is due",
  greeting: "Hello Ann,", parts, footer: ["Data of 1 Oct"], ...more,
}); // prettier-ignore
const NASTY = "<!channel> & <https://evil.example.com|x> <script>alert(1)</script>";

describe("a text of the exports is shown and never obeyed", () => {
  const mail = digest([
    {
      title: "What AEs wrote",
      lines: [{text: NASTY, quote: `one\n${NASTY}`, under: [NASTY], link: {href: "javascript:alert(1)", label: "Open"}}],
    },
  ]);
  it("in HTML, which has no script and asks for nothing", () => {
    const html = writeHtml(mail);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).not.toMatch(/<script|javascript:|src=|@import|url\(/);
    expect(html).toContain("A&amp;B &lt;Ltd&gt;");
    expect(html).toContain("default-src 'none'");
  });
  it("in Slack, where it mentions nobody and links nowhere", () => {
    const text = JSON.stringify(writeSlack(mail));
    expect(text).not.toMatch(/<!|<http|<script|javascript:/);
    expect(text).toContain("&lt;!channel&gt; &amp; &lt;https://evil.example.com|x&gt;");
  });
  it("in plain text, line by line and without control characters", () => {
    const text = writeText(digest([{title: "T", lines: [{text: "a\u001b[31mb\nc", quote: "x\r\ny"}]}]));
    expect(text).toContain("* a\uFFFD[31mb c\n  > x\n  > y\n");
    expect(text).not.toContain("javascript:");
  });
});

describe("Slack’s limits hold", () => {
  const line = {text: `${"a & b ".repeat(900)}`};
  const message = writeSlack(
    digest(
      Array.from({length: 60}, () => ({title: "T", lines: [line, {text: "short"}]})),
      {title: "x".repeat(400)},
    ),
  );
  it("50 blocks, 150 signs in a header, 3,000 in a section, no entity cut in two", () => {
    expect(message.blocks).toHaveLength(50);
    for (const block of message.blocks) {
      if (block.type === "header") expect(block.text.text.length).toBe(150);
      else if (block.type === "section") expect(block.text.text.length).toBeLessThanOrEqual(3000);
    }
    expect(JSON.stringify(message)).not.toMatch(/&(?!amp;|lt;|gt;)/);
    expect(message.blocks.at(-1)).toMatchObject({type: "context", elements: [{text: "Data of 1 Oct"}]});
  });
});

it("a link that leads to the web stands in each form", () => {
  const mail = digest([
    {title: "T", lines: [{text: "Acme", link: {href: "https://x.example.com/f?a=1&b=2", label: "Open the form"}}]},
  ]);
  expect(writeHtml(mail)).toContain(
    '<a href="https://x.example.com/f?a=1&amp;b=2" rel="noreferrer"><bdi>Open the form</bdi></a>',
  );
  expect(writeText(mail)).toContain("  Open the form: https://x.example.com/f?a=1&b=2");
  expect(JSON.stringify(writeSlack(mail))).toContain("<https://x.example.com/f?a=1&amp;b=2|Open the form>");
});

it("the e-mail address of whom it is for stands in no mail", () => {
  const mail = digest([{title: "T", lines: [{text: "Acme"}]}]);
  for (const text of [writeHtml(mail), writeText(mail), JSON.stringify(writeSlack(mail))]) expect(text).not.toContain("ann@");
});
