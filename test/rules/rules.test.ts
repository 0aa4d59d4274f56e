// Every fixture has exactly the findings that its comments mark; every message exists in every language; every fix mends.
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../server/analysis.ts';
import { fixEdits } from '../../server/edits/fixes.ts';
import { silenceEdits } from '../../server/edits/silence.ts';
import type { TextEdit } from '../../server/edits/text-edit.ts';
import type { Finding } from '../../server/rules/finding.ts';
import { ruleById, rules } from '../../server/rules/registry.ts';
import { fixTitle, message, wordingFor } from '../../server/words/findings.ts';
import { fixtures } from './all-fixtures.ts';
import { analysed, found, wanted } from './fixture.ts';

describe.each(fixtures)('$name', ({ text, files }) => {
  const analysis = analysed(text, files);

  test('has the findings that it marks, and no others', () => {
    const expected = wanted(text);
    const actual = found(analysis).map((finding, index) => {
      const { says = '', severity } = expected[index] ?? {};
      return {
        ...finding,
        severity: severity === undefined ? undefined : finding.severity,
        says: finding.says.includes(says) ? says : finding.says,
      };
    });
    expect(actual).toEqual(expected);
  });

  test('says everything in both languages', () => {
    for (const locale of ['en', 'zh-cn'] as const) {
      const wording = wordingFor(analysis.plan, locale);
      for (const finding of analysis.findings) {
        const said = [finding, ...(finding.related ?? [])].map((each) => message(each, wording));
        said.push(...(finding.fixes ?? []).map((fix) => fixTitle(fix, finding, wording)));
        for (const text of said) {
          expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
          expect(text.trim()).not.toBe('');
        }
      }
    }
  });

  test('is mended by every fix: the finding is gone, nothing new is an error, and undo restores the text', () => {
    for (const [index, finding] of analysis.findings.entries()) {
      for (const fix of finding.fixes ?? []) {
        const edits = fixEdits(fix, analysis);
        expect(edits, `${finding.rule} ${index} ${fix.kind} has edits`).not.toEqual([]);
        const mended = applied(text, edits);
        expect(mended).not.toBe(text);
        const after = analysed(mended, files);
        expect(count(after, finding), `${finding.rule} ${fix.kind} → ${mended}`).toBeLessThan(count(analysis, finding));
        expect(errors(after), `${finding.rule} ${fix.kind} → ${mended}`).toBeLessThanOrEqual(errors(analysis));
        expect(applied(mended, inverse(text, edits))).toBe(text);
      }
    }
  });
});

describe.each(fixtures)('$name', ({ text, files }) => {
  test('is silenced by the comment that the editor offers', () => {
    const analysis = analysed(text, files);
    for (const finding of analysis.findings) {
      // Where YAML itself is broken, so may be the comment.
      if (finding.rule === 'yaml-syntax') continue;
      const edits = silenceEdits(finding, analysis);
      const after = analysed(applied(text, edits), files);
      if (edits.length > 0) expect(count(after, finding), finding.rule).toBeLessThan(count(analysis, finding));
      else expect(analysis.tree.root).toBeUndefined();
      expect(errors(after)).toBeLessThanOrEqual(errors(analysis));
    }
  });
});

test('every rule has fixtures, but for the one on keys of older formats, of which there are none', () => {
  const shown = rules.map(({ id }) => id).filter((id) => id !== 'deprecated-key');
  expect([...new Set(fixtures.map(({ rule }) => rule))].sort()).toEqual(shown.sort());
});

describe.each(rules.filter(({ id }) => id !== 'deprecated-key'))('the fixtures of $id', ({ id, parameters }) => {
  const own = fixtures.filter(({ rule }) => rule === id);
  // Checks of a team's own speak under the ids that the team gave them.
  const speaks = (text: string): boolean => wanted(text).some(({ rule }) => rule === id || !ruleById.has(rule));

  test('show it found, and not found', () => {
    expect(own.filter(({ text }) => speaks(text))).not.toEqual([]);
    expect(own.filter(({ text }) => !speaks(text))).not.toEqual([]);
  });

  test('speak Chinese', () => {
    expect(own.filter(({ text }) => /\p{Script=Han}/u.test(text))).not.toEqual([]);
  });

  test.each(Object.keys(parameters))('set its parameter %s', (name) => {
    const isSet = new RegExp(`\\b${id}:\\s*(\\{[^}]*|\\n\\s+)\\b${name}:`);
    expect(own.filter(({ text }) => isSet.test(text))).not.toEqual([]);
  });
});

function count({ findings }: Analysis, like: Finding): number {
  return findings.filter(({ rule }) => rule === like.rule).length;
}

function errors({ findings }: Analysis): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

function applied(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((whole, { span, text: insert }) => whole.slice(0, span.start) + insert + whole.slice(span.end), text);
}

/** The edits that take others back. */
function inverse(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return edits
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ span, text: insert }) => {
      const start = span.start + shift;
      shift += insert.length - (span.end - span.start);
      return { span: { start, end: start + insert.length }, text: text.slice(span.start, span.end) };
    });
}
