// What the reader of web pages asks of an element: what it is, what is written in it, whether a person sees it.
import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

export function elementsIn(element: Element): Element[] {
  return element.childNodes.filter(isElement);
}

const unread = new Set(
  'script style template noscript iframe object embed svg math canvas audio video nav footer head button input select textarea datalist progress meter del'.split(
    ' ',
  ),
);
const unreadRoles = /^(navigation|banner|contentinfo|search|alert|alertdialog|menu|menubar|toolbar)$/;
const unreadNames =
  /(^|[\s_-])(cookie|cookies|skip-link|visually-hidden|sr-only|screen-reader-text|breadcrumbs?)([\s_-]|$)/;

/** True for what is no part of the text: scripts and menus, and whatever a person reading the page does not see. */
export function isHidden(element: Element): boolean {
  const { tagName } = element;
  if (unread.has(tagName) || unreadRoles.test(attribute(element, 'role') ?? '')) return true;
  if (attribute(element, 'hidden') !== null || attribute(element, 'aria-hidden') === 'true') return true;
  if (/(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style') ?? '')) return true;
  if (tagName === 'dialog') return attribute(element, 'open') === null;
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.toLowerCase();
  return unreadNames.test(names);
}

/** All text in it, spaces single. */
export function textWithin(element: Element): string {
  let text = '';
  const waiting: Node[] = [element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value;
    else if ('childNodes' in node && !(isElement(node) && node !== element && isHidden(node))) {
      if (isElement(node) && /^(br|p|div|li)$/.test(node.tagName)) text += ' ';
      for (const child of node.childNodes.toReversed()) waiting.push(child);
    }
  }
  return text
    .replaceAll(/[\s\u00A0\u200B\uFEFF]+/g, ' ')
    .replaceAll('\u00AD', '')
    .trim();
}
