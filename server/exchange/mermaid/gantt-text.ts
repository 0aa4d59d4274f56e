// Mermaid's Gantt text, line by line: what it says, not yet what it means.
import { openTree } from '../../text/open-tree.ts';

export interface GanttTask {
  readonly name: string;
  readonly section: number;
  readonly tags: ReadonlySet<string>;
  readonly id?: string;
  /** `after a b`, or a date; undefined: when the task before ends. */
  readonly start?: string;
  /** A length, a date, or `until a b`. */
  readonly end: string;
}

export interface GanttText {
  readonly title?: string;
  /** For those who don't see the chart. */
  readonly accTitle?: string;
  readonly description?: string;
  readonly dateFormat: string;
  readonly endsAreInside: boolean;
  readonly excludes: readonly string[];
  readonly includes: readonly string[];
  /** The first day of the weekend. */
  readonly weekend: 'friday' | 'saturday';
  readonly sections: readonly string[];
  readonly tasks: readonly GanttTask[];
  /** Addresses by task id. */
  readonly links: ReadonlyMap<string, string>;
  /** Ids that something is called on. */
  readonly calls: readonly string[];
}

const tagNames: ReadonlySet<string> = new Set(['active', 'done', 'crit', 'milestone', 'vert']);
/** How a chart looks is no part of a plan. */
const looks = /^(?:axisFormat|tickInterval|todayMarker|topAxis|displayMode|weekday)\b/;

/** Undefined for a text that is no Gantt chart. */
export function ganttText(source: string): GanttText | undefined {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const head = /^\s*---[ \t]*\n([\s\S]*?)\n[ \t]*---[ \t]*\n/.exec(text);
  const described: string[] = [];
  const lines = text
    .slice(head?.[0].length ?? 0)
    .replace(/%%\{[\s\S]*?\}%%/g, '')
    .replace(/^[ \t]*accDescr\s*\{([^}]*)\}/gm, (_, description: string) => {
      described.push(description);
      return '';
    })
    .split('\n')
    .map((line) => line.replace(/^\s*%%.*$/, '').trim())
    .filter((line) => line !== '');
  if (!/^gantt\b/.test(lines[0] ?? '')) return undefined;
  const reader = new Reader();
  const title = frontTitle(head?.[1] ?? '');
  if (title !== undefined) reader.title = plain(title);
  for (const line of lines.slice(1)) reader.read(line);
  const description = described.at(-1);
  if (description !== undefined) reader.description = plain(description.replace(/\s*\n\s*/g, '\n'));
  return reader;
}

/** What the YAML before a chart calls it. */
function frontTitle(yaml: string): string | undefined {
  const tree = openTree(yaml);
  const title = tree.root?.kind === 'map' && tree.pairsOf(tree.root).find(({ key }) => key.text === 'title');
  return title && title.value.kind === 'scalar' && title.value.text.trim() !== '' ? title.value.text : undefined;
}

class Reader implements GanttText {
  accTitle?: string;
  title?: string;
  description?: string;
  dateFormat = 'YYYY-MM-DD';
  endsAreInside = false;
  weekend: GanttText['weekend'] = 'saturday';
  readonly excludes: string[] = [];
  readonly includes: string[] = [];
  readonly sections: string[] = [];
  readonly tasks: GanttTask[] = [];
  readonly links = new Map<string, string>();
  readonly calls: string[] = [];

  read(line: string): void {
    const [, key = '', value = ''] =
      /^(acc(?:Title|Descr))\s*:\s*(.*)$/.exec(line) ?? /^(\S+?):?(?:\s+(.*))?$/.exec(line) ?? [];
    if (key === 'title') this.title = plain(value);
    else if (key === 'accTitle') this.accTitle = plain(value);
    else if (key === 'accDescr') this.description = plain(value);
    else if (key === 'dateFormat') this.dateFormat = value.replace(/^:/, '').trim();
    else if (key === 'inclusiveEndDates') this.endsAreInside = true;
    else if (key === 'excludes') for (const word of words(value)) this.excludes.push(word);
    else if (key === 'includes') for (const word of words(value)) this.includes.push(word);
    else if (key === 'weekend') this.weekend = value.trim() === 'friday' ? 'friday' : 'saturday';
    else if (key === 'section') this.sections.push(plain(value));
    else if (key === 'click') this.#click(value);
    else if (!looks.test(line)) this.#task(line);
  }

  #task(line: string): void {
    const colon = line.indexOf(':');
    if (colon < 0) return;
    const fields = line
      .slice(colon + 1)
      .split(',')
      .map((field) => field.trim());
    const tags = new Set<string>();
    while (tagNames.has(fields[0] ?? '')) tags.add(fields.shift() ?? '');
    const name = plain(line.slice(0, colon));
    const section = this.sections.length - 1;
    const [first = '', second = '', third = ''] = fields;
    if (fields.length === 1) this.tasks.push({ name, section, tags, end: first });
    else if (fields.length === 2) this.tasks.push({ name, section, tags, start: first, end: second });
    else if (fields.length >= 3) this.tasks.push({ name, section, tags, id: first, start: second, end: third });
  }

  #click(value: string): void {
    const [, ids = '', address] = /^(\S+)\s+(?:href\s+"([^"]*)")?/.exec(value) ?? [];
    for (const id of ids.split(',')) {
      if (address === undefined) this.calls.push(id);
      else this.links.set(id, address);
    }
  }
}

function words(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

/** Text as people see it: entities, line breaks, protecting marks undone. */
function plain(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/#(\d+);/g, (_, code: string) => (Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : ''))
    .replace(/#quot;/g, '"')
    .replaceAll('\u200b', '')
    .trim();
}
