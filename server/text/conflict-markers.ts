// Merge conflicts that are left in a text: our side is read, the other one is passed over.
import type { LocalFinding } from './yaml-errors.ts';

const marker = /^(?:<{7}|\|{7}|={7}|>{7})(?= |\r|\n|$).*$/gm;

/** The text with markers and the other side blanked out, at the same length, and at most three findings. */
export function setConflictsAside(text: string): { readonly text: string; readonly findings: readonly LocalFinding[] } {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return { text, findings: [] };
  const findings: LocalFinding[] = [];
  const blanks: [number, number][] = [];
  let theirs: number | undefined;
  let open = false;
  for (const match of text.matchAll(marker)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const kind = match[0][0];
    if (kind === '=' && !open) continue;
    open = kind !== '>';
    if (findings.length < 3)
      findings.push({ code: 'conflict-marker', start, end, args: { marker: match[0].slice(0, 7) } });
    if (kind === '>' && theirs !== undefined) blanks.push([theirs, end]);
    else blanks.push([start, end]);
    if (kind === '=' || kind === '|') theirs ??= start;
    else theirs = undefined;
  }
  let blanked = '';
  let from = 0;
  for (const [start, end] of blanks.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const first = Math.max(from, start);
    if (end <= first) continue;
    blanked += text.slice(from, first) + text.slice(first, end).replace(/[^\r\n]/g, ' ');
    from = end;
  }
  return { text: blanked + text.slice(from), findings };
}
