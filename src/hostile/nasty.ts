// Texts and values that people, scripts and broken programs send. Our own list; where the big list of naughty strings
// lies beside the project (developers and CI), tests take that as well.
import { existsSync, readFileSync } from 'node:fs';

const beside = new URL('../../../shared/data/nasty/blns/blns.json', import.meta.url);

/** The big list, or null where it does not lie beside. */
export function bigList(): string[] | null {
  return existsSync(beside) ? (JSON.parse(readFileSync(beside, 'utf8')) as string[]) : null;
}

export const nastyTexts: readonly string[] = [
  // Scripts and mark-up.
  '<script>globalThis.ran = 1</script>',
  '"><img src=x onerror="globalThis.ran=1">',
  "' autofocus onfocus='globalThis.ran=1",
  '</textarea><svg/onload=globalThis.ran=1>',
  '</title></style><iframe srcdoc="<script>parent.ran=1</script>">',
  'javascript:globalThis.ran=1',
  '<!--#exec cmd="ls"--><?php echo 1 ?>{{7*7}}${7*7}#{7*7}<%= 7*7 %>',
  '&lt;b&gt; &amp;amp; &#x3c;script&#x3e;',
  '<![CDATA[<a>]]><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  // SQL and the shell.
  "Robert'); drop table kernel.partnership; --",
  "' or '1'='1' /*",
  "$1 $2 $$ :name @name \\x00 \\'",
  "E'\\\\' || pg_sleep(10) --",
  '`id` $(id) ; id | id && id',
  // Formulas.
  '=HYPERLINK("http://localhost/","click")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '\t=1+1',
  // Typst, Word and regular expressions.
  '#eval("1") #read("/etc/passwd") $x^2$ @label <label> \\ [] *bold* _x_',
  '(a+)+$ [[[ ((( \\ .* ^$',
  // Paths.
  '../../../../etc/passwd',
  '..\\..\\windows\\system32\\con.txt',
  '/dev/null',
  // Directions, joiners, unusual letters.
  '\u202Etxt.exe\u202C and \u2066isolated\u2069',
  'zero\u200Bwidth\u200Djoined\u2060here',
  '\u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD',
  'Z\u0351\u036B\u0343a\u0329\u032B\u0359l\u033A\u0347g\u034E\u0320o\u0316\u031E',
  '\u{1F469}\u200D\u{1F467}\u200D\u{1F466} \u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
  'I\u0307stanbul \u0131 \u1E9E \uFB01 \u212B',
  '\u007F\u0080\u009F\u0001\u0002\u001B[31mred',
  'first\r\nsecond\rthird\u2028fourth\u2029',
  '\uFEFFbyte order mark',
  '%00%0d%0aSet-Cookie:%20a=b %u0041 %c0%ae',
  // Names of things every object has.
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  'true',
  '0',
  '-0',
  '1e999',
  '0x1F',
  '9007199254740993',
  '2025-02-30',
];

/** Texts that no database text can hold: they must be refused in words. */
export const unstorableTexts: readonly string[] = [
  'null\u0000byte',
  'half a pair \uD83D',
  '\uDC00 the other half',
];

/** In the place of a text, a number, a day or a list. */
export const wrongValues: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  1e308,
  2 ** 53 + 2,
  true,
  false,
  [],
  [null],
  [[[]]],
  ['a', 'a'],
  {},
  { toString: 1, valueOf: 1, length: 1e9 },
  JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}') as unknown,
  nested(2_000),
  'x'.repeat(200_000),
];

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}
