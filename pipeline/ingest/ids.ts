/**
 * SQL that turns Salesforce's case-sensitive 15-character ids in `x` into 18 characters, and the id of nothing into null.
 * The three added letters say which characters of each five are capitals (Salesforce help, "Convert 15-digit to 18-digit Ids").
 */
export function expandSalesforceId(x: string): string {
  const suffix = [0, 5, 10].map((start) => {
    const bits = [0, 1, 2, 3, 4].map(
      (place) => `(substr(${x}, ${start + place + 1}, 1) between 'A' and 'Z')::integer * ${1 << place}`,
    );
    return `substr('ABCDEFGHIJKLMNOPQRSTUVWXYZ012345', 1 + ${bits.join(" + ")}, 1)`;
  });
  return `case when ${x} in ('000000000000000', '000000000000000AAA') then null
    when length(${x}) = 15 and regexp_full_match(${x}, '[a-zA-Z0-9]{15}') then ${x} || ${suffix.join(" || ")} else ${x} end`;
}

/** The same for one id in TypeScript. */
export function toSalesforceId18(id: string): string {
  if (!/^[a-zA-Z0-9]{15}$/.test(id)) return id;
  const letters = [0, 5, 10].map((start) => {
    let bits = 0;
    for (let place = 0; place < 5; place++) if (/[A-Z]/.test(id[start + place]!)) bits |= 1 << place;
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"[bits];
  });
  return id + letters.join("");
}
