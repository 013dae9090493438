// Lines of a table of contents: a title, dots that lead the eye, a page number.
const pageEnd = /\s*(?:<\/?[a-z]{1,6}>\s*)*(\d{1,4})\s*(?:<\/?[a-z]{1,6}>\s*)*$/i;
const dots = new Set('.…·_');

/** "Training ..... 47" */
export function leadsToPage(line: string): boolean {
  const end = pageEnd.exec(line.slice(-40));
  if (end === null) return false;
  const before = line.slice(0, line.length - end[0].length);
  return withoutDots(before) !== before;
}

/** The title alone; the text itself where no dots lead to a page. */
export function withoutLeader(text: string): string {
  const end = pageEnd.exec(text.slice(-40));
  const before = end === null ? text : text.slice(0, text.length - end[0].length);
  const title = withoutDots(before);
  return title === before ? text : title;
}

function withoutDots(text: string): string {
  let at = text.length;
  let count = 0;
  while (at > 0 && (dots.has(text.charAt(at - 1)) || /\s/.test(text.charAt(at - 1)))) {
    at -= 1;
    if (/\S/.test(text.charAt(at))) count += text.charAt(at) === '…' ? 3 : 1;
  }
  return count < 3 ? text : text.slice(0, at);
}
