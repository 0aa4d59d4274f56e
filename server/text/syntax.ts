// All that YAML itself finds wrong in a text, placed and sorted.
import { Branch } from './block.ts';
import type { CutTree } from './cut-tree.ts';
import { beginsWithMark, type Entry } from './entry.ts';
import { isMergeKey } from './keys.ts';
import type { Node } from './node.ts';
import type { Span, SyntaxFinding } from './tree.ts';
import { lineEnd, nonEmpty, shorten } from './yaml-errors.ts';

/** Conflict markers come in threes; more of them say nothing new. */
const mostConflictMarkers = 3;

export function syntaxOf(tree: CutTree): readonly SyntaxFinding[] {
  const collector = new Collector(tree);
  collector.branch(tree.aside.root);
  collector.references();
  const { secondDocument } = tree.aside;
  if (secondDocument) collector.secondDocument(secondDocument);
  return collector.findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

class Collector {
  readonly findings: SyntaxFinding[] = [];
  readonly #tree: CutTree;
  #conflictMarkers = 0;

  constructor(tree: CutTree) {
    this.#tree = tree;
  }

  branch(branch: Branch): void {
    const { container } = branch;
    if (!container) return;
    for (const { code, node, related, args } of container.findings)
      this.findings.push({
        code,
        span: this.#visible(node),
        args,
        ...(related && { related: this.#visible(related) }),
      });
    for (const block of container.reporting) {
      if (block instanceof Branch) this.branch(block);
      else this.#entry(block);
    }
  }

  #entry(entry: Entry): void {
    const { findings, secondDocument } = entry.parsed;
    const from = this.#start(entry);
    if (from > 0 && beginsWithMark(entry))
      this.findings.push({ code: 'control-character', span: { start: from, end: from + 1 }, args: { code: 'U+FEFF' } });
    for (const { code, start, end, args, related } of findings) {
      if (code === 'conflict-marker' && ++this.#conflictMarkers > mostConflictMarkers) continue;
      const span = { start: from + start, end: from + end };
      this.findings.push({
        code,
        span,
        args,
        ...(related && { related: { start: from + related.start, end: from + related.end } }),
      });
    }
    if (secondDocument !== undefined) this.#severalDocuments(entry, secondDocument);
  }

  references(): void {
    const { unknown, unmergeable, circular, tooLarge } = this.#tree.references;
    for (const alias of unknown) {
      // One without a name is reported already.
      if (alias.name === '') continue;
      this.findings.push({ code: 'unknown-alias', span: this.#visible(alias), args: { name: shorten(alias.name) } });
    }
    for (const value of unmergeable) this.findings.push({ code: 'bad-merge', span: this.#visible(value), args: {} });
    for (const value of circular) this.findings.push({ code: 'merge-cycle', span: this.#visible(value), args: {} });
    for (const map of tooLarge) {
      const key = map.pairs.find((pair) => isMergeKey(pair.key))?.key;
      if (key) this.findings.push({ code: 'merge-too-large', span: this.#visible(key), args: {} });
    }
  }

  secondDocument(entry: Entry): void {
    const first = entry.text.search(/^[ \t]*(?![ \t#\r\n]|$)/m);
    this.#severalDocuments(entry, Math.max(0, first));
  }

  #severalDocuments(entry: Entry, at: number): void {
    const from = this.#start(entry);
    const { start, end: to } = nonEmpty(entry.text, at, lineEnd(entry.text, at));
    this.findings.push({ code: 'several-documents', span: { start: from + start, end: from + to }, args: {} });
  }

  #start(entry: Entry): number {
    return this.#tree.cut.startOf(this.#tree.cut.indexOf(entry) ?? 0);
  }

  /** A finding underlines something: a place without text takes the character before it. */
  #visible(node: Node): Span {
    const { start, end } = this.#tree.spanOf(node);
    if (end > start) return { start, end };
    return start > 0 ? { start: start - 1, end: start } : { start: 0, end: Math.min(1, this.#tree.length) };
  }
}
