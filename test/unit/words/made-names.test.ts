// What a phase makes by itself, its reserve and its gate, is called after the phase wherever people read a name.
import { describe, expect, test } from 'vitest';
import { viewMarkdown } from '../../../server/charts/view-markdown.ts';
import { viewOf } from '../../../server/charts/views.ts';
import { ganttChart } from '../../../server/charts/whole-gantt.ts';
import { completion } from '../../../server/editor/completion.ts';
import { hover } from '../../../server/editor/hover.ts';
import { scheduleDocument } from '../../../server/exchange/schedule-rows.ts';
import { assess, healthTable } from '../../../server/report/schedule-health.ts';
import { message, wordingFor } from '../../../server/words/findings.ts';
import { plain as plainText } from '../../../server/words/terminal.ts';
import type { Locale } from '../../../server/words/words.ts';
import { analysed, analysedAt, chinese, english } from '../editor/analysed.ts';

/** The gate comes on Wed 4 March, two days after the date that it was promised for; the reserve is a day of two. */
const text = `name: House
start: 2026-03-02
status-date: 2026-03-02
rules: { use: strict }
phases:
  setup:
    name: Setup
    buffer: 1d
    gate: { criteria: [All is there], date: 2026-03-02 }
    tasks:
      order: 2d
  build:
    tasks:
      dig: { duration: 3d, after: setup.gate }
      fill: { duration: 1d, after: [setup.buffer + 1d, dig] }
`;
const inChinese = text.replace('name: Setup', 'name: 准备');

const readers = [
  { locale: 'en', plan: text, reader: english, gate: 'Gate of Setup', reserve: 'Reserve of Setup' },
  { locale: 'zh-cn', plan: inChinese, reader: chinese, gate: '关口：准备', reserve: '缓冲：准备' },
] as const;

function messages(plan: string, locale: Locale): readonly string[] {
  const analysis = analysed(plan);
  const wording = wordingFor(analysis.plan, locale);
  return analysis.findings.flatMap((finding) =>
    [finding, ...(finding.related ?? [])].map((each) => message(each, wording)),
  );
}

function hoverAt(plan: string, at: string, reader: typeof english): string {
  const { analysis, offset } = analysedAt(plan.replace(at, `${at.slice(0, 2)}‸${at.slice(2)}`));
  return JSON.stringify(hover(analysis, offset, reader));
}

describe.each(readers)('in $locale', ({ locale, plan, reader, gate, reserve }) => {
  test('messages say it', () => {
    const said = messages(plan, locale);
    expect(said.filter((line) => line.includes(`“${gate}”`)).join('\n')).toContain('2026-03-02');
    expect(said.filter((line) => line.includes(`“${reserve}”`))).not.toEqual([]);
  });

  test('hovers say it: of what waits for it, and of the link', () => {
    expect(hoverAt(plan, 'dig:', reader)).toContain(gate);
    expect(hoverAt(plan, 'setup.gate', reader)).toContain(gate);
    expect(hoverAt(plan, 'setup.buffer', reader)).toContain(reserve);
  });

  test('completion, call hierarchy, charts, tables and reports say it', () => {
    const { analysis, offset } = analysedAt(plan.replace('after: setup.gate', 'after: ‸'));
    const found = completion(analysis, offset, reader);
    expect(JSON.stringify(found)).toContain(gate);

    const whole = analysed(plan);
    const wording = wordingFor(whole.plan, locale);
    expect(ganttChart(whole, wording).rows.map(({ name }) => name)).toEqual(expect.arrayContaining([gate, reserve]));
    expect(scheduleDocument(whole, wording).tasks.map(({ name }) => name)).toEqual(
      expect.arrayContaining([gate, reserve]),
    );
    for (const view of ['network', 'wbs', 'milestones', 'findings'] as const)
      expect(viewMarkdown(viewOf(whole, { view }, wording), view)).toContain(gate);
    expect(healthTable([assess('a.plan.yaml', whole, locale)], plainText)).toContain(`${reserve} → fill`);
  });
});
