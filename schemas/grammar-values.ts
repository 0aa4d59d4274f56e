// The planner's side of the grammar: dates, durations, percentages, links, assignments, cadences.
import { plainInBlock, plainInFlow, type Rule } from './grammar-yaml.ts';

/** A scalar begins behind white space, a comma or a bracket, and ends before one, a comment, or the end of the line. */
const begin = String.raw`(?<![^\s,\[{])`;
const end = String.raw`(?=[ \t]*(?:$|[ \t]#|[,\]}]))`;

const date = String.raw`\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d{2})?`;
const number = String.raw`\d[\d_]*(?:\.\d+)?`;
const unit = '(?:e?(?:mo|[mhdw])|天|日|周|星期|个?月|小时|分钟)';
const weekday = '(?:mon|tue|wed|thu|fri|sat|sun)';
const id = String.raw`[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.\-/]*`;

const numeric = 'constant.numeric.plan';
const durationName = 'constant.numeric.duration.plan';
const reference = 'variable.other.reference.plan';

/** The rules of values, each in block and in flow style. */
export function valueRules(enumValues: readonly string[]): Readonly<Record<string, Rule>> {
  const text = (plain: string): Rule => ({ match: plain, name: 'string.unquoted.plain.plan' });
  const node = { include: '#node' };
  return {
    'text-block': { patterns: [node, text(plainInBlock)] },
    'text-flow': { patterns: [node, text(plainInFlow)] },
    'link-block': { patterns: [node, { include: '#link' }] },
    'link-flow': { patterns: [node, { include: '#link' }] },
    'reference-block': { patterns: [node, { include: '#reference' }] },
    'reference-flow': { patterns: [node, { include: '#reference' }] },
    'value-block': { patterns: [node, { include: '#value' }, text(plainInBlock)] },
    'value-flow': { patterns: [node, { include: '#value' }, text(plainInFlow)] },
    link: {
      patterns: [
        { match: String.raw`(?<=\s)(?:FS|SS|FF|SF)(?=$|[\s,\]}+\-])`, name: 'keyword.other.link-type.plan' },
        {
          match: String.raw`(?<=[\sSF])([+\-])[ \t]*(${number})(e?%|${unit})?`,
          captures: {
            '1': { name: 'keyword.operator.lag.plan' },
            '2': { name: durationName },
            '3': { name: 'keyword.other.unit.plan' },
          },
        },
        { match: begin + id, name: reference },
      ],
    },
    reference: {
      patterns: [
        { match: String.raw`(?<=[^\s,\[:\-][ \t])x\d+${end}`, name: 'constant.numeric.pieces.plan' },
        {
          match: String.raw`(?<=[^\s,\[:\-][ \t])(${number})(%|\p{L}*)${end}`,
          captures: { '1': { name: numeric }, '2': { name: 'keyword.other.unit.plan' } },
        },
        { match: begin + id, name: reference },
      ],
    },
    value: {
      patterns: [
        {
          match: `${begin}(${date})(?:(\\.\\.)(${date}))?${end}`,
          captures: {
            '1': { name: 'constant.numeric.date.plan' },
            '2': { name: 'keyword.operator.range.plan' },
            '3': { name: 'constant.numeric.date.plan' },
          },
        },
        { match: String.raw`${begin}\d{1,2}:\d{2}-\d{1,2}:\d{2}${end}`, name: 'constant.numeric.interval.plan' },
        {
          // A bound on the parts: without one, a long line is searched to its end from each of them.
          match: `${begin}[+\\-]?${number}${unit}(?:[ \\t]*${number}${unit}){0,9}${end}`,
          captures: { '0': { patterns: [{ include: '#duration' }] } },
        },
        {
          match: `${begin}(${number})(/)(e?(?:mo|[mhdw]))${end}`,
          captures: {
            '1': { name: numeric },
            '2': { name: 'keyword.operator.rate.plan' },
            '3': { name: 'keyword.other.unit.plan' },
          },
        },
        {
          match: `${begin}([+\\-]?${number})(%|万|亿)?${end}`,
          captures: { '1': { name: numeric }, '2': { name: 'keyword.other.unit.plan' } },
        },
        { match: `${begin}(?:true|false)${end}`, name: 'constant.language.boolean.plan' },
        { match: `${begin}(?:${enumValues.join('|')})${end}`, name: 'constant.language.enum.plan' },
        { match: `${begin}${weekday}(?:-${weekday})?${end}`, name: 'constant.language.weekday.plan' },
        {
          match: String.raw`${begin}(?:daily|weekly|monthly|every(?=[ \t]))(?:[ \t]+[\w:]+)*${end}`,
          captures: { '0': { patterns: [{ include: '#cadence' }] } },
        },
      ],
    },
    duration: {
      patterns: [
        {
          match: `([+\\-]?)(${number})(${unit})`,
          captures: {
            '1': { name: 'keyword.operator.plan' },
            '2': { name: durationName },
            '3': { name: 'keyword.other.unit.plan' },
          },
        },
      ],
    },
    cadence: {
      patterns: [
        { match: String.raw`\b(?:daily|weekly|monthly|every|on|last)\b`, name: 'keyword.other.cadence.plan' },
        { match: `\\b${weekday}\\b`, name: 'constant.language.weekday.plan' },
        { match: String.raw`\b\d{1,2}:\d{2}\b`, name: 'constant.numeric.time.plan' },
        { include: '#duration' },
        { match: String.raw`\b\d+(?:st|nd|rd|th)?\b`, name: numeric },
      ],
    },
  };
}
