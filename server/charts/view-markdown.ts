// A view as Mermaid text, and as a Markdown page: its drawings for those who render Mermaid, and its tables.
import { markdownText } from './markdown.ts';
import type { Table, View } from './view.ts';

/** Mermaid's text of all drawings of a view, one behind the other. */
export function viewMermaid({ drawings }: View): string {
  return drawings.map(({ mermaid }) => mermaid).join('\n');
}

/** The page. Names are shown as they are, whatever Markdown they contain. */
export function viewMarkdown({ title, summary, banner, empty, drawings, tables }: View, name: string): string {
  const parts = [`# ${markdownText(title === '' ? '—' : title)}: ${name}`];
  if (summary !== '') parts.push(markdownText(summary));
  for (const { text } of banner) parts.push(`> ${markdownText(text)}`);
  if (empty !== undefined) parts.push(markdownText(empty));
  for (const { mermaid } of drawings) parts.push(`\`\`\`mermaid\n${mermaid}\`\`\``);
  for (const table of tables) parts.push(...tableParts(table));
  return `${parts.join('\n\n')}\n`;
}

function tableParts({ caption, columns, lines }: Table): readonly string[] {
  const head = columns.map(({ title }) => markdownText(title));
  const rules = columns.map(({ isNumber }) => (isNumber === true ? '--:' : '---'));
  const body = lines.map(({ cells, depth = 0 }) =>
    cells.map((cell, index) => `${index === 0 ? '&emsp;'.repeat(depth) : ''}${markdownText(cell)}`),
  );
  const table = [head, rules, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return caption === undefined ? [table] : [`## ${markdownText(caption)}`, table];
}
