// What the tasks of a table wait for: by id, by name, or by the number of the row where the table has no ids.

import { parseLink } from '../../plan/scalars/link.ts';
import type { LinkDraft } from '../draft.ts';
import { listed, type Row } from './rows.ts';

/** `3FS+2 days`, as MS Project writes it. */
const ofProject = /^(\d+)\s*(FS|SS|FF|SF)?\s*([+-].*)?$/i;
/** `3-SS=P-2D`, as GanttProject writes it. */
const ofGanttProject = /^(\d+)-(FS|SS|FF|SF)(?:=P(-?)(\d+)D)?$/i;

export class TableLinks {
  /** Positions of rows by id, then by name. */
  readonly #keys = new Map<string, number>();
  readonly #size: number;
  readonly #hasIds: boolean;

  constructor(rows: readonly Row[]) {
    for (const column of ['id', 'name'] as const)
      rows.forEach((row, index) => {
        const key = row.text(column);
        if (key !== undefined && !this.#keys.has(key)) this.#keys.set(key, index);
      });
    this.#size = rows.length;
    this.#hasIds = rows.some((row) => row.text('id') !== undefined);
  }

  /** The row that has this id or name. */
  find(key: string): number | undefined {
    return this.#keys.get(key);
  }

  /** Each link as it is written, and what it says; undefined where that can't be read. */
  of(row: Row): readonly { readonly text: string; readonly link: LinkDraft | undefined }[] {
    // A name may have the mark of a list in it.
    const texts = listed(row.text('after')).flatMap((text) => (this.#keys.has(text) ? [text] : text.split(/\s*、\s*/)));
    return texts.filter((text) => text !== '').map((text) => ({ text, link: this.#link(text) }));
  }

  #link(text: string): LinkDraft | undefined {
    const whole = this.#keys.get(text);
    if (whole !== undefined) return { from: String(whole), type: 'FS' };
    for (const form of [text, inOurWords(text)]) {
      const read = parseLink(form);
      const from = read.ok ? this.#position(read.value.target) : undefined;
      if (!read.ok || from === undefined) continue;
      const { type, lag } = read.value;
      const isWait =
        lag !== undefined && (lag.kind === 'percent' || lag.duration.parts.some(({ amount }) => amount > 0));
      return { from: String(from), type, ...(isWait && { lag }) };
    }
    return undefined;
  }

  /** Numbers are those of rows only where nothing else has a number: a part of a table has other rows. */
  #position(target: string): number | undefined {
    const known = this.#keys.get(target);
    if (known !== undefined || this.#hasIds || !/^\d+$/.test(target)) return known;
    const index = Number(target) - 1;
    return index >= 0 && index < this.#size ? index : undefined;
  }
}

function inOurWords(text: string): string {
  return text
    .replace(ofGanttProject, (_, number, type, sign, days) =>
      days === undefined ? `${number} ${type}` : `${number} ${type} ${sign === '-' ? '-' : '+'} ${days}d`,
    )
    .replace(ofProject, (_, number, type = 'FS', lag = '') => `${number} ${type.toUpperCase()} ${lag}`.trim());
}
