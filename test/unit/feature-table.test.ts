// The table of features in the READMEs says what the server announces, no more and no less, and what the manifest contributes.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { announced, featureNames, featureTables } from '../../build/feature-table.mts';
import { clientFeatures } from '../../build/feature-words.mts';
import manifest from '../../package.json' with { type: 'json' };

it('is up to date (npm run docs)', async () => {
  for (const [path, text] of await featureTables()) expect(readFileSync(path, 'utf8'), path).toBe(text);
});

it('has a row for each capability', async () => {
  const names = featureNames(await announced());
  expect(names).toContain('hoverProvider');
  for (const path of ['README.md', 'README.zh-cn.md']) {
    const text = readFileSync(path, 'utf8');
    expect(names.filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
  }
});

it('speaks of commands and views that there are', () => {
  const { commands, views } = manifest.contributes;
  const known = [...commands.map(({ command }) => command), ...views.explorer.map(({ id }) => id)];
  expect(known).toEqual(expect.arrayContaining(Object.keys(clientFeatures)));
});
