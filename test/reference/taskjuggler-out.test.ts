// The networks of the data as TaskJuggler projects say what the projects say that TaskJuggler scheduled: the same lengths and links.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeTaskjuggler } from '../../server/exchange/taskjuggler.ts';
import { wordingFor } from '../../server/words/findings.ts';
import { analysisOf } from '../unit/exchange/converted.ts';
import { referenceData } from './reference-data.ts';

const data = referenceData('taskjuggler');
const networks = data.isThere ? readdirSync(data.folder).filter((file) => file.endsWith('.plan.yaml')) : [];

/** Length and links of each task, by id; blanks and lines don't matter. */
function network(tjp: string): ReadonlyMap<string, string> {
  const tokens = tjp.match(/"(?:[^"\\]|\\.)*"|[{},]|[^\s{},"]+/g) ?? [];
  const tasks = new Map<string, { length: string; depends: string[] }>();
  let [task, gap, mode] = ['', '', ''];
  tokens.forEach((token, index) => {
    const before = tokens[index - 1] ?? '';
    const of = tasks.get(task);
    if (before === 'task') {
      task = token;
      tasks.set(task, { length: '', depends: [] });
    } else if (of !== undefined && before === 'length') of.length = token;
    else if (of !== undefined && before === 'gaplength') gap = token;
    else if (of !== undefined && token === 'onstart') of.depends[of.depends.length - 1] += ' SS';
    if (of !== undefined && gap !== '') {
      of.depends[of.depends.length - 1] += ` +${gap}`;
      gap = '';
    }
    if (token === 'depends') mode = token;
    else if (['length', 'start', 'milestone', 'task', 'duration'].includes(token)) mode = '';
    else if (mode === 'depends' && /^[a-z]\w*\.\w+/.test(token)) of?.depends.push(token);
  });
  return new Map(
    [...tasks]
      .filter(([, { length }]) => length !== '')
      .map(([id, { length, depends }]) => [id, `${length} ${depends.sort().join(', ')}`]),
  );
}

describe.skipIf(!data.isThere)(data.title('TaskJuggler, written'), () => {
  it.each(networks)('%s', (file) => {
    const analysis = analysisOf(readFileSync(data.folder + file, 'utf8'));
    const written = network(writeTaskjuggler(analysis, wordingFor(analysis.plan, 'en')).text);
    const wanted = network(readFileSync(data.folder + file.replace('.plan.yaml', '.tjp'), 'utf8'));
    expect(written).toEqual(wanted);
    expect(written.size).toBeGreaterThan(20);
  });
});
