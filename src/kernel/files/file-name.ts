// A file's name made safe to keep, show and send back. Names come from strangers: they hold folders, invisible letters
// and marks that turn text right to left so that "exe" reads as "pdf".

/** In characters; file systems allow 255 bytes and an e-mail programme may add " (1)". */
const MAX_CHARACTERS = 120;
const MAX_BYTES = 200;
/** A longer name is no name; its end is kept because the ending is there. */
const LONGEST_NAME_READ = 1_000;

/** Endings which a computer would run or a browser would obey. Inside a name they mislead, at its end they are refused. */
export const dangerousEndings: ReadonlySet<string> = new Set(
  (
    'app apk bat bin chm cmd com cpl dll docm dotm exe gadget hta htm html inf iso jar js jse lnk mht mhtml msc msi msp ' +
    'pif potm ppam ppsm pptm ps1 psm1 reg scr sct sh shtml svg swf sys url vb vbe vbs wsf wsh xhtml xlam xlsb xlsm xltm xml zip'
  ).split(' '),
);

/** Control and invisible characters: C0, C1, soft hyphen, zero-width, direction marks and overrides, tags, variation selectors. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u{FE00}-\u{FE0F}\u{FFFC}\u{FFFD}]/gu;
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The last part of the name, without invisible characters or characters that mean something to a file system,
 * at most 120 characters, its ending kept. Never empty.
 */
export function safeFileName(name: string): string {
  const lastPart = (name.split(/[/\\]/).at(-1) ?? '').slice(-LONGEST_NAME_READ);
  const visible = lastPart
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const ending = fileEnding(visible);
  const stem = ending === '' ? visible : visible.slice(0, -ending.length - 1);
  const parts = stem.split('.');
  const calm = parts.reduce((whole, part, index) => {
    if (index === 0) return part;
    return `${whole}${dangerousEndings.has(part.trim().toLowerCase()) ? '-' : '.'}${part}`;
  }, '');
  const named = reservedOnWindows.test(parts[0] ?? '') ? `_${calm}` : calm;
  const shortened = shorten(named.replace(/[\s.]+$/, ''), ending.length + 1);
  const kept = shortened === '' ? 'file' : shortened;
  return ending === '' ? kept : `${kept}.${ending}`;
}

/** What follows the last full stop, when it looks like an ending: 1 to 10 letters or digits. */
export function fileEnding(name: string): string {
  return /.\.([A-Za-z0-9]{1,10})$/su.exec(name)?.[1] ?? '';
}

function shorten(stem: string, reserved: number): string {
  let kept = '';
  let characters = reserved;
  let bytes = reserved;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(stem)) {
    characters += segment.length;
    bytes += Buffer.byteLength(segment);
    if (characters > MAX_CHARACTERS || bytes > MAX_BYTES) break;
    kept += segment;
  }
  return kept.trimEnd();
}
