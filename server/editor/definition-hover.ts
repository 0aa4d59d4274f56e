// Somebody or something with an id, in words: a person, a calendar, a risk, a goal.

import type { Analysis } from '../analysis.ts';
import type { Definition } from '../plan/plan.ts';
import { editorWords } from '../words/editor.ts';
import { taskName } from '../words/task-names.ts';
import { say, type Wording } from '../words/words.ts';
import { lines, plain } from './markdown.ts';

/** More than these aren't listed. */
const namedUses = 8;

/** Markdown: what it is, what its entry says in single values, and which tasks use it. */
export function definitionHover({ plan }: Analysis, definition: Definition, wording: Wording): string {
  const kind = definition.kind === 'task' ? editorWords.task : editorWords[definition.kind];
  const { node } = definition;
  const pairs = node.kind === 'map' ? node.pairs : [];
  const said = pairs.flatMap(({ key, value }) =>
    value.kind === 'scalar' && value.text !== '' ? [{ key: key.text, text: value.text }] : [],
  );
  const name = node.kind === 'scalar' ? node.text : said.find(({ key }) => key === 'name' || key === 'statement')?.text;
  const rest = said.filter(({ text }) => text !== name).map(({ key, text }) => `${plain(key)}: ${plain(text)}`);
  const users = new Set(
    plan
      .referencesTo(definition)
      .flatMap(({ task }) => plan.tasks[task] ?? [])
      .map((one) => taskName(one, wording)),
  );
  return lines(
    `**${plain(name || definition.id)}** · ${say(kind, {}, wording)}`,
    rest.join('  \n'),
    users.size === 0
      ? undefined
      : say(editorWords['used-by'], { tasks: { list: [...users].slice(0, namedUses).map(plain) } }, wording),
  );
}
