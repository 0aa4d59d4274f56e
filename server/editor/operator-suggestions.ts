// The signs that can join what stands before the cursor in a condition with more: those that fit its kind of value, with something to begin with behind them.
import { CompletionItemKind } from 'vscode-languageserver-types';
import { Conditions } from '../rules/check-expression.ts';
import { variableTable } from '../rules/check-variables.ts';
import type { Span } from '../text/tree.ts';
import { checkOperatorWords, type OperatorSign } from '../words/check-expressions.ts';
import type { Locale } from '../words/words.ts';
import type { Suggestion } from './completion.ts';
import type { ConditionPlace } from './condition-place.ts';
import type { ExpressionScan } from './expression-scan.ts';

/** What a sign can have behind it. */
type Operand = 'truth' | 'text' | 'number' | 'lists' | 'list' | 'choice';

interface Sign {
  readonly sign: OperatorSign;
  readonly operands: readonly Operand[];
  /** It asks nothing of what is a comparison already. */
  readonly compares?: boolean;
  /** Its value is no condition yet. */
  readonly counts?: boolean;
}

/** The likeliest first. */
const signs: readonly Sign[] = [
  { sign: '&&', operands: ['truth'] },
  { sign: '||', operands: ['truth'] },
  { sign: '==', operands: ['text', 'number', 'truth'], compares: true },
  { sign: '!=', operands: ['text', 'number', 'truth'], compares: true },
  { sign: '<', operands: ['text', 'number'], compares: true },
  { sign: '<=', operands: ['text', 'number'], compares: true },
  { sign: '>', operands: ['text', 'number'], compares: true },
  { sign: '>=', operands: ['text', 'number'], compares: true },
  { sign: 'in', operands: ['lists', 'list'], compares: true },
  { sign: '+', operands: ['number'], counts: true },
  { sign: '-', operands: ['number'], counts: true },
  { sign: '*', operands: ['number'], counts: true },
  { sign: '/', operands: ['number'], counts: true },
  { sign: '?', operands: ['choice'] },
];

/** As it is written, and with tab stops. */
interface Written {
  readonly text: string;
  readonly snippet: string;
}

/** A sign with what is behind it, and conditions that show whether the kinds of values agree. */
interface Candidate extends Written {
  readonly sign: OperatorSign;
  readonly probes: readonly string[];
}

/** Signs with what they ask for. `fits`: whether a condition can be read, or what leads to the cursor where it could not be before. */
export function operatorSuggestions(
  place: ConditionPlace,
  scan: ExpressionScan,
  fits: (after: string, range: ExpressionScan['word']) => boolean,
  locale: Locale,
): readonly Suggestion[] {
  const { text, offsetOf } = place;
  const { from, to } = replaced(scan, place.at);
  const [before, rest] = [text.slice(0, from), text.slice(to)];
  if (scan.open || scan.behindPoint || scan.namesItem || !operandBefore.test(before)) return [];
  const isBare = operandFollows.test(rest);
  const gap = isBare && !/^\s/.test(rest) ? ' ' : '';
  const candidates = signs.flatMap(({ sign, operands, compares, counts }): readonly Candidate[] => {
    if (compares && scan.isCompared) return [];
    const behind = isBare ? [{ text: gap, snippet: gap }] : operands.flatMap((each) => written(each, place));
    return behind
      .filter((each) => fits(`${before}${sign}${each.text}${rest}`, { from, to }))
      .map((each) => {
        const put = `${before}${sign}${each.text}`;
        const more = counts ? [' > 1', ''] : [''];
        const probes = isBare ? [`${put}${rest}`] : more.map((tail) => `${put}${tail}${scan.closing}`);
        return { sign, probes, text: `${sign}${each.text}`, snippet: `${sign}${each.snippet}` };
      });
  });
  const span: Span = { start: offsetOf(from), end: offsetOf(to) };
  return firstOfEach(ofKind(candidates, `${before}${scan.closing}`)).map(({ sign, text: put, snippet }) => ({
    label: sign === '?' ? '? :' : sign,
    kind: CompletionItemKind.Operator,
    text: put,
    snippet,
    span,
    documentation: checkOperatorWords[sign][locale],
  }));
}

/** A sign that is begun, else the word that the cursor stands in; what only follows stays. */
function replaced({ sign, word }: ExpressionScan, at: number): ExpressionScan['word'] {
  if (sign) return sign;
  return word.from === at ? { from: at, to: at } : word;
}

const operandBefore = /(?<!(?:^|[^\p{L}\p{N}_])in)(?<=[\p{L}\p{N}_)\]"'])\s+$/u;

/** What a sign could join is there already. */
const operandFollows = /^\s*(?!in\b)(?:[\p{L}\p{N}_("'[]|!(?!=))/u;

/** What is behind a sign until somebody says better: of lists the plan's own kinds to choose from. */
function written(operand: Operand, { style, quote, endsAtComma }: ConditionPlace): readonly Written[] {
  switch (operand) {
    case 'truth':
      return [{ text: ' true', snippet: ` \${1:true}` }];
    case 'text':
      return [{ text: ` ${quote}${quote}`, snippet: ` ${quote}$1${quote}` }];
    case 'number':
      return [{ text: ' 1', snippet: ` \${1:1}` }];
    case 'lists':
      return [{ text: ` ${lists[0]}`, snippet: ` \${1|${lists.join()}|}` }];
    // A bracket would end a condition that stands plainly between brackets, a colon any that stands plainly.
    case 'list':
      return endsAtComma ? [] : [{ text: ` [${quote}${quote}]`, snippet: ` [${quote}$1${quote}]` }];
    case 'choice':
      return style === 'plain' ? [] : [{ text: ' true : false', snippet: ` \${1:true} : \${2:false}` }];
  }
}

const lists = variableTable.flatMap(({ name, type }) => (type === 'list<string>' ? name : []));

/** Those whose kinds of values agree; all where that can't be said, for something is wrong before them. */
function ofKind(candidates: readonly Candidate[], before: string): readonly Candidate[] {
  const conditions = new Conditions();
  const agreeing = candidates.filter(({ probes }) => probes.some((probe) => conditions.typeOf(probe) !== undefined));
  return agreeing.length > 0 || conditions.typeOf(before) !== undefined ? agreeing : candidates;
}

function firstOfEach(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ sign }, index) => candidates.findIndex((each) => each.sign === sign) === index);
}
