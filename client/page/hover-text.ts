// The editor's hover text, Markdown, as elements: a small part of Markdown, and never HTML.

/** Paragraphs, lists, rules, code blocks, and in a line bold, italic, code and links (shown as their text). Anything else stays as it is written. */
export function hoverElements(markdown: string): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  const add = (tag: string): HTMLElement => {
    const block = document.createElement(tag);
    blocks.push(block);
    return block;
  };
  let list: HTMLElement | undefined;
  let code: HTMLElement | undefined;
  let paragraph: HTMLElement | undefined;
  for (const line of markdown.split(/\r?\n/)) {
    if (code !== undefined) {
      if (line.startsWith('```')) code = undefined;
      else code.textContent += `${line}\n`;
      continue;
    }
    const item = /^\s*[-*] (.*)$/.exec(line)?.[1];
    if (item === undefined) list = undefined;
    if (line.startsWith('```')) {
      code = add('pre');
      paragraph = undefined;
    } else if (line.trim() === '') {
      paragraph = undefined;
    } else if (/^\s*(?:-{3,}|\*{3,})\s*$/.test(line)) {
      add('hr');
      paragraph = undefined;
    } else if (item !== undefined) {
      list ??= add('ul');
      const element = document.createElement('li');
      element.append(...inline(item));
      list.append(element);
      paragraph = undefined;
    } else {
      if (paragraph === undefined) paragraph = add('p');
      else paragraph.append(document.createElement('br'));
      paragraph.append(...inline(line.replace(/^#{1,6} +/, '').replace(/(?: {2}|\\)$/, '')));
    }
  }
  return blocks;
}

const spans =
  /\*\*(?<strong>[^*]+)\*\*|`(?<code>[^`]+)`|[*_](?<em>[^*_]+)[*_](?!\w)|\[(?<link>[^\]]*)\]\([^)\s]*\)|\\(?<escaped>[\\`*_{}[\]()#+.!|~<>-])|&(?<entity>lt|gt|amp|nbsp|quot|#(?:\d{1,6}));/g;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', nbsp: '\u00a0', quot: '"' };

function inline(line: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const match of line.matchAll(spans)) {
    parts.push(line.slice(at, match.index));
    at = match.index + match[0].length;
    const groups = match.groups ?? {};
    for (const tag of ['strong', 'code', 'em'] as const) {
      const text = groups[tag];
      if (text === undefined) continue;
      const element = document.createElement(tag);
      element.append(...(tag === 'code' ? [text] : inline(text)));
      parts.push(element);
    }
    if (groups.link !== undefined) parts.push(...inline(groups.link));
    if (groups.escaped !== undefined) parts.push(groups.escaped);
    if (groups.entity !== undefined)
      parts.push(entities[groups.entity] ?? String.fromCodePoint(Math.min(Number(groups.entity.slice(1)), 0x10ffff)));
  }
  parts.push(line.slice(at));
  return parts;
}
