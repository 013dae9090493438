// Whether a password is one of those that are tried first. This is no copy of a list of stolen passwords: it is a rule
// over a short list of our own, of the words that head every published list. Refused is what is made of at most two of
// those words with figures and signs about them, in any spelling such as "P@ssw0rd"; what repeats itself; and what walks
// along the keyboard, the alphabet or the figures. It catches the common ones of twelve characters and more, and not every
// stolen one.

const words = new Set(
  (
    'password passwords passwort passphrase qwerty qwertyuiop azerty letmein welcome access secret admin administrator ' +
    'user login signin master changeme default guest temp temporary test testing trustno iloveyou iloveu love lover ' +
    'forever baby babygirl angel princess queen king prince sunshine rainbow flower butterfly summer winter spring ' +
    'autumn january february march april may june july august september october november december monday tuesday ' +
    'wednesday thursday friday saturday sunday monkey dragon tiger lion eagle falcon panther bear wolf horse pony dog ' +
    'cat kitty puppy chicken dolphin shadow ninja samurai pirate superman batman spiderman pokemon pikachu starwars ' +
    'matrix hello hunter ranger soccer football baseball basketball hockey tennis cricket rugby golf liverpool arsenal ' +
    'chelsea everton manchester united city tottenham newcastle leeds celtic barcelona madrid london england scotland ' +
    'wales ireland britain york yorkshire michael jordan jennifer jessica ashley daniel thomas charlie robert andrew ' +
    'matthew joshua george harry james john david william oliver jack sophie emma emily chocolate cookie pepper ginger ' +
    'cheese banana orange apple coffee purple yellow silver golden diamond computer internet google microsoft windows ' +
    'office company business mustang ferrari porsche harley yamaha honda freedom whatever nothing something blink ' +
    'family children child school teacher nurse police council health social safe safety safeguarding partnership ' +
    'service system server database the my is and'
  ).split(' '),
);

const rows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  'qazwsxedcrfvtgbyhnujmik',
  'azertyuiop',
];
const shortestWalk = 4;

export function isCommon(password: string): boolean {
  const plain = password.toLowerCase();
  return repeats(plain) || walks(plain) || [plain, unspelt(plain)].some(isFewWords);
}

/** One piece, over and over: "aaaaaaaaaaaa", "abcabcabcabc", "passwordpassword". The last may be cut short. */
function repeats(text: string): boolean {
  for (let size = 1; size <= text.length / 2; size++) {
    if (
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .startsWith(text)
    )
      return true;
  }
  return false;
}

/** Made of walks of four and more along a row, there or back, but for figures and two letters: "qwerty123456!". */
function walks(text: string): boolean {
  const signs = text.replaceAll(/[^a-z0-9]/g, '');
  const rest = besideWalks(signs);
  return rest.length < signs.length && rest.replaceAll(/\d/g, '').length <= 2;
}

function longestWalk(text: string): number {
  let longest = 0;
  for (const row of [...rows, ...rows.map((r) => Array.from(r).toReversed().join(''))]) {
    const from = row.indexOf(text.charAt(0));
    if (from < 0) continue;
    // A row of figures goes round: 7890123.
    const round = row + row;
    let length = 0;
    while (length < text.length && round.charAt(from + length) === text.charAt(length)) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** What is left once every walk is taken out. */
function besideWalks(signs: string): string {
  let rest = '';
  for (let at = 0; at < signs.length; ) {
    const step = longestWalk(signs.slice(at));
    if (step >= shortestWalk) at += step;
    else rest += signs.charAt(at++);
  }
  return rest;
}

const spelling: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** "p@ssw0rd" as "password": signs that stand for letters, but for figures and signs at either end. */
function unspelt(text: string): string {
  const [, before = '', middle = '', after = ''] = /^([^a-z]*)(.*?)([^a-z]*)$/.exec(text) ?? [];
  return before + Array.from(middle, (sign) => spelling[sign] ?? sign).join('') + after;
}

/** At most two words of the list, or a longer one and two letters, once figures, spaces and signs are left out. */
function isFewWords(text: string): boolean {
  const letters = text.replaceAll(/[^a-z]/g, '');
  if (words.has(letters)) return true;
  for (let cut = 1; cut < letters.length; cut++) {
    const [first, second] = [letters.slice(0, cut), letters.slice(cut)];
    if (words.has(first) && (words.has(second) || (first.length >= 5 && second.length <= 2))) return true;
  }
  return false;
}
