// The header that names a download (RFC 6266): a plain ASCII name for old programs and the real name in UTF-8 (RFC 8187).
// Always "attachment" unless asked: what people upload is never shown inside our own pages.

import { safeFileName } from './file-name.ts';

export function contentDisposition(name: string, how: 'attachment' | 'inline' = 'attachment'): string {
  const safe = safeFileName(name);
  // A "%" is replaced because some browsers decode %41 even in the plain form.
  const ascii = safe
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  // A name of marks alone has nothing to show in the plain form.
  const plain = ascii === '' ? 'file' : ascii;
  const exact = encodeURIComponent(safe).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const header = `${how}; filename="${plain}"`;
  return plain === safe ? header : `${header}; filename*=UTF-8''${exact}`;
}
