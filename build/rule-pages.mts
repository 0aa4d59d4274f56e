// `npm run docs`: what the rule registry knows, written into the rules' pages, their index and the README.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { variableTable } from '../server/rules/check-variables.ts';
import { rules } from '../server/rules/registry.ts';
import { families, type Rule, type Timing } from '../server/rules/rule.ts';
import { firstSetOf } from '../server/rules/rule-sets.ts';
import { variableWords } from '../server/words/check-variables.ts';
import { familyTitles, ruleTitle } from '../server/words/rule-titles.ts';
import type { Locale } from '../server/words/words.ts';

const root = new URL('../', import.meta.url);
const begin = '<!-- generated from the rule registry by npm run docs -->';
const end = '<!-- end of the generated part -->';

/** When an editor runs a rule. */
const timings: Readonly<Record<Timing, string>> = {
  instant: 'judged while you type',
  settled: 'judged in a pause of typing',
  simulated: 'judged when a simulation was asked for',
};

/** Whom a rule follows: a point of the schedule assessment, another guide, another program. */
function sourceOf(source: string): string {
  const named: Readonly<Record<string, string>> = {
    GAO: 'after the GAO Schedule Assessment Guide',
    MSP: 'as in MS Project',
  };
  return named[source] ?? `[point ${source.slice(1)} of the fourteen](../schedule-health.md)`;
}

/** Where a comment does not stand on the line of the finding, or names something else than the rule. */
const silenced: Readonly<Record<string, { readonly id?: string; readonly where?: readonly [string, string] }>> = {
  'own-check': { id: 'id-of-the-check' },
  'text-cut-by-comment': { where: ['on the line above', '在上一行'] },
};

/** How one finding and the rule are silenced, or the rule is switched on, in both languages. */
function settingOf({ id, recommended, severity }: Rule): readonly string[] {
  const { id: named = id, where = ['on its line or the line above', '在该行或上一行'] } = silenced[id] ?? {};
  const setting = `\`rules: { ${id}: ${recommended ? 'off' : severity} }\``;
  return [
    `${recommended ? '' : `Switch the rule on for a plan by ${setting}. `}Silence one finding by \`# plan-ignore: ${named} (why)\` ${where[0]}${recommended ? `, the rule for a plan by ${setting}` : ''}. [More on setting rules](README.md)`,
    `${recommended ? '' : `在计划中打开本规则：${setting}。`}忽略一处：${where[1]}写 \`# plan-ignore: ${named} (原因)\`${recommended ? `；在整份计划中关闭：${setting}` : ''}。`,
  ];
}

/** A page's head: title, severity, family, parameters. */
export function pageHead(rule: Rule): string {
  const rows = Object.entries(rule.parameters).map(([name, { default: value }]) => `| \`${name}\` | \`${value}\` |`);
  const facts = [
    `**${ruleTitle(rule.id, 'en')}** · ${ruleTitle(rule.id, 'zh-cn')}`,
    `Family *${familyTitles[rule.family].en}* · severity \`${rule.severity}\`${rule.recommended ? '' : ', off by default'}${rule.source === undefined ? '' : ` · ${sourceOf(rule.source)}`} · ${timings[rule.timing]}`,
    ...(rows.length === 0 ? [] : [`| parameter | default |\n| --- | --- |\n${rows.join('\n')}`]),
    ...settingOf(rule),
  ];
  return `${begin}\n# \`${rule.id}\`\n\n${facts.join('\n\n')}\n${end}\n`;
}

/** The index of all rules by family, with links relative to `folder`. */
export function ruleTable(folder: string): string {
  const sections = families.flatMap((family) => {
    const own = rules.filter((rule) => rule.family === family);
    if (own.length === 0) return [];
    const rows = own.map(
      (rule) =>
        `| [\`${rule.id}\`](${folder}${rule.id}.md) | ${rule.severity} | ${firstSetOf(rule)} | ${ruleTitle(rule.id, 'en')} | ${ruleTitle(rule.id, 'zh-cn')} |`,
    );
    return `**${familyTitles[family].en}** · ${familyTitles[family]['zh-cn']}\n\n| rule | severity | on from | finds | 发现 |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `${begin}\n${sections.join('\n')}${end}\n`;
}

/** The values that a check of one's own can ask for. */
function variableRows(locale: Locale): string {
  const rows = variableTable.map(({ name, type }) => `| \`${name}\` | \`${type}\` | ${variableWords[name][locale]} |`);
  const head = { en: '| value | type | holds |', 'zh-cn': '| 值 | 类型 | 含义 |' }[locale];
  return `${begin}\n${head}\n| --- | --- | --- |\n${rows.join('\n')}\n${end}\n`;
}

/** `text` with its generated part replaced; put in front where there is none yet. */
export function withGenerated(text: string, generated: string): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) return `${generated}\n${text}`;
  return `${text.slice(0, from)}${generated}${text.slice(to + end.length).replace(/^\r?\n/, '')}`;
}

/** Path → text of every file that holds a generated part, as it should be. */
export function documents(): ReadonlyMap<string, string> {
  const read = (path: string): string => {
    const exists =
      readdirSync(new URL('docs/rules/', root)).includes(path.slice('docs/rules/'.length)) ||
      !path.startsWith('docs/rules/');
    return exists ? readFileSync(new URL(path, root), 'utf8') : '';
  };
  const written = new Map<string, string>();
  for (const rule of rules)
    written.set(`docs/rules/${rule.id}.md`, withGenerated(read(`docs/rules/${rule.id}.md`), pageHead(rule)));
  written.set('docs/rules/README.md', withGenerated(read('docs/rules/README.md'), ruleTable('')));
  written.set('docs/checks.md', withGenerated(read('docs/checks.md'), variableRows('en')));
  written.set('docs/checks.zh-cn.md', withGenerated(read('docs/checks.zh-cn.md'), variableRows('zh-cn')));
  written.set('README.md', withGenerated(read('README.md'), ruleTable('docs/rules/')));
  return written;
}

if (import.meta.main) for (const [path, text] of documents()) writeFileSync(new URL(path, root), text);
