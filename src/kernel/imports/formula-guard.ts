// A text that a spreadsheet would run as a formula is written with an apostrophe in front and read without it, so that a list
// can be downloaded, edited and sent back without changing. Source: OWASP, "CSV injection".

/** Spaces and invisible characters in front do not stop every program from seeing a formula; nor does full-width "＝". */
const formula = /^'*[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^'*[\t\r\n]/u;
const plainNumber = /^[-+]?\d{1,15}(\.\d{1,15})?%?$/;

export function guardFormula(text: string): string {
  return formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

export function unguardFormula(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}
