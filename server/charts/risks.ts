// The risks by probability and impact: what is likely and grave stands at the top right.
import type { Analysis } from '../analysis.ts';
import type { Plan, PlanTask } from '../plan/plan.ts';
import type { RiskRecord } from '../plan/schema.generated.ts';
import { callNames } from '../rules/doers.ts';
import { viewWords } from '../words/views.ts';
import { isoDay, nameOf, say, type Wording, word } from '../words/words.ts';
import { clip, labelText, oneLine } from './mermaid-text.ts';
import type { Element, Line, ViewContent } from './view.ts';

/** Probability × impact from which on a risk is high, of 5: as the rule about unprotected risks takes it by default. */
const high = 1.5;
/** More are not drawn: the gravest are. */
const most = 40;

interface Rated {
  readonly id: string;
  readonly name: string;
  readonly risk: RiskRecord;
  readonly probability: number | undefined;
  readonly impact: number | undefined;
  readonly score: number;
}

/** The view of an analysed plan. */
export function risks(analysis: Analysis, wording: Wording): ViewContent {
  const { plan } = analysis;
  const all = (plan.root.risks?.value ?? [])
    .map(({ id, value }): Rated => {
      const probability = value.probability?.value;
      const impact = value.impact?.value;
      const score = Math.round((probability ?? 0) * (impact ?? 0)) / 100;
      return { id, name: oneLine(value.name?.value ?? id) || id, risk: value, probability, impact, score };
    })
    .toSorted((a, b) => b.score - a.score);
  if (all.length === 0) return { drawings: [], tables: [], empty: say(viewWords['no-risks'], {}, wording) };
  const isRated = ({ probability, impact }: Rated): boolean => probability !== undefined && impact !== undefined;
  const rated = all.filter(isRated);
  const drawn = rated.slice(0, most);
  const words = (key: keyof typeof viewWords): string => labelText(say(viewWords[key], {}, wording));
  const lines = [
    'quadrantChart',
    `    x-axis "${words('unlikely')}" --> "${words('likely')}"`,
    `    y-axis "${words('harmless')}" --> "${words('grave')}"`,
    `    quadrant-1 "${words('quadrant-act')}"`,
    `    quadrant-2 "${words('quadrant-prepare')}"`,
    `    quadrant-3 "${words('quadrant-watch')}"`,
    `    quadrant-4 "${words('quadrant-reduce')}"`,
  ];
  const elements: Element[] = [];
  for (const { id, name, probability = 0, impact = 0, score } of drawn) {
    const [x, y] = [share(probability / 100), share((impact - 0.5) / 5)];
    lines.push(`    "${labelText(name, id, 40)}": [${x}, ${y}]`);
    elements.push({
      id: String(elements.length),
      label: `${name}, ${word({ percent: probability }, wording)} × ${impact} = ${score}`,
      target: { kind: 'risk', id },
      signs: score >= high ? ['high'] : [],
    });
  }
  const unrated = all.filter((one) => !isRated(one));
  const isAnyHigh = drawn.some(({ score }) => score >= high);
  return {
    summary: say(
      viewWords['risks-summary'],
      { count: all.length, high: all.filter(({ score }) => score >= high).length },
      wording,
    ),
    drawings: drawn.length === 0 ? [] : [{ diagram: 'quadrantChart', mermaid: `${lines.join('\n')}\n`, elements }],
    tables: [tableOf(analysis, all, wording)],
    legend: isAnyHigh ? [{ sign: 'high', text: say(viewWords['sign-high'], { from: high }, wording) }] : [],
    notes: [
      ...(unrated.length === 0
        ? []
        : [
            say(
              viewWords['unrated-risks'],
              {
                count: unrated.length,
                names: word({ list: unrated.slice(0, 3).map(({ name }) => clip(name, 40)) }, wording),
              },
              wording,
            ),
          ]),
      ...(rated.length > most
        ? [say(viewWords['left-out-risks'], { count: rated.length - most, shown: most }, wording)]
        : []),
    ],
  };
}

/** Inside the square, to a hundredth: Mermaid takes numbers from 0 to 1. */
function share(value: number): number {
  return Math.round(Math.min(Math.max(value, 0.01), 0.99) * 100) / 100;
}

function tableOf({ plan }: Analysis, all: readonly Rated[], wording: Wording) {
  const call = callNames(plan);
  const threatened = threatenedBy(plan);
  const lines = all.map(({ id, name, risk, probability, impact, score }): Line => {
    const { response, action, owner, review } = risk;
    const isRated = probability !== undefined && impact !== undefined;
    return {
      cells: [
        name,
        probability === undefined ? '' : word({ percent: probability }, wording),
        impact === undefined ? '' : word(impact, wording),
        isRated ? word(score, wording) : '',
        response === undefined ? '' : say(viewWords[`response-${response.value}`], {}, wording),
        oneLine(action?.value ?? ''),
        owner === undefined ? '' : oneLine(call(owner.value)),
        review === undefined ? '' : isoDay(review.value.day),
        word(
          {
            list: [...(threatened.get(id) ?? [])].map((task) =>
              oneLine(typeof task === 'string' ? task : nameOf(task.name, wording)),
            ),
          },
          wording,
        ),
      ],
      target: { kind: 'risk', id },
      signs: isRated && score >= high ? ['high'] : [],
    };
  });
  const columns = (
    ['risk', 'probability', 'impact', 'score', 'response', 'action', 'owner', 'review', 'threatens'] as const
  ).map((key) => ({
    title: say(viewWords[key], {}, wording),
    isNumber: key === 'probability' || key === 'impact' || key === 'score',
  }));
  return { columns, lines };
}

/** By risk what it threatens: what it names itself (the words alone where that is no task), then the work that names it. */
function threatenedBy(plan: Plan): ReadonlyMap<string, ReadonlySet<PlanTask | string>> {
  const threatened = new Map<string, Set<PlanTask | string>>();
  for (const { id, value } of plan.root.risks?.value ?? [])
    threatened.set(id, new Set((value.tasks?.value ?? []).map((task) => plan.findTask(task.value, -1) ?? task.value)));
  for (const task of plan.tasks) {
    if (task.synthetic !== undefined) continue;
    for (const { value } of task.record.risks?.value ?? []) threatened.get(value)?.add(task);
  }
  return threatened;
}
