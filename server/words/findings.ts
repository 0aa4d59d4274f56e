// Findings in words: what every door that shows findings (editor, report, chart) says.

import type { Plan } from '../plan/plan.ts';
import type { Finding, Fix, MessageArguments } from '../rules/finding.ts';
import { editWords, fixWords } from './fixes.ts';
import { ruleWords } from './rules.ts';
import { type Locale, type Phrase, say, type Wording } from './words.ts';

const ruleMessages: ReadonlyMap<string, Phrase> = new Map(Object.entries(ruleWords));

/** How this plan's figures are put into words for a reader. */
export function wordingFor(plan: Plan, locale: Locale): Wording {
  const currency = plan.root.currency?.value;
  return { locale, dayMinutes: plan.units.dayMinutes, ...(currency === undefined ? {} : { currency }) };
}

/** A finding's message, or a related place's: one or two sentences. */
export function message(finding: Pick<Finding, 'message' | 'args' | 'meant'>, wording: Wording): string {
  const phrase = ruleMessages.get(finding.message);
  if (phrase === undefined) throw new Error(`No words for the message ${finding.message}`);
  const said = say(phrase, finding.args, wording);
  if (finding.meant === undefined) return said;
  return `${said}${wording.locale === 'en' ? ' ' : ''}${say(ruleWords['did-you-mean'], { meant: finding.meant }, wording)}`;
}

/** What a fix does, as a menu says it. */
export function fixTitle(fix: Fix, finding: Finding, wording: Wording): string {
  if (fix.kind === 'edit') return say(editWords[fix.name], {}, wording);
  const args: MessageArguments = {
    text: fix.kind === 'replace' ? textOf(fix) : '',
    key: 'key' in fix ? (typeof fix.key === 'string' ? fix.key : fix.key.text) : '',
    item: fix.kind === 'remove-item' && fix.node.kind === 'scalar' ? fix.node.text : '',
    to: 'to' in fix ? fix.to : '',
    value: 'value' in fix ? fix.value : '',
    id: 'id' in fix ? fix.id : '',
    of: 'of' in fix && typeof fix.of === 'string' ? fix.of : '',
    rule: finding.rule,
  };
  return say(fixWords[fix.kind], args, wording);
}

function textOf({ text, key }: Extract<Fix, { kind: 'replace' }>): string {
  const [line = '', ...more] = (key === undefined ? text : `${key}: ${text}`).split(/\r\n|\n|\r/);
  return more.length === 0 ? line.trim() : `${line.trim()} …`;
}
