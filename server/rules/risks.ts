// Rules about risks: each has a response and somebody who watches it, is looked at again in time, and high ones find a cushion.
import type { Plan, PlanTask } from '../plan/plan.ts';
import type { RiskRecord } from '../plan/schema.generated.ts';
import { lastMinute } from '../schedule/moments.ts';
import { reportedUntil } from './reported-until.ts';
import { rule } from './rule.ts';
import type { SharedFacts } from './shared-facts.ts';
import { is } from './task-table.ts';

const mostRelated = 8;

function* risksOf({ root }: Plan) {
  for (const { id, key, value } of root.risks?.value ?? [])
    yield { id, key, risk: value, title: value.name?.value ?? id };
}

/** Nobody has said what is done about it. */
export const riskWithoutResponse = rule({
  id: 'risk-without-response',
  family: 'goals',
  severity: 'warning',
  parameters: {},
  from: ({ plan }) => [plan.root.risks],
  *check({ plan }) {
    for (const { key, risk, title } of risksOf(plan)) {
      if (risk.response !== undefined || risk.unread.includes('response')) continue;
      yield { message: 'risk-without-response', args: { risk: title }, place: { node: key } };
    }
  },
});

/** Nobody watches it. */
export const riskUnowned = rule({
  id: 'risk-unowned',
  family: 'goals',
  severity: 'warning',
  parameters: {},
  from: ({ plan }) => [plan.root.risks],
  *check({ plan }) {
    for (const { key, risk, title } of risksOf(plan)) {
      if (risk.owner !== undefined || risk.unread.includes('owner')) continue;
      yield { message: 'risk-unowned', args: { risk: title }, place: { node: key } };
    }
  },
});

/** The day on which it was to be looked at again has passed. */
export const riskReviewOverdue = rule({
  id: 'risk-review-overdue',
  family: 'goals',
  severity: 'warning',
  parameters: {},
  *check(context) {
    const asOf = reportedUntil(context);
    if (asOf === undefined) return;
    for (const { risk, title } of risksOf(context.plan)) {
      const { review } = risk;
      if (review === undefined || lastMinute(review.value) >= asOf) continue;
      yield {
        message: 'risk-review-overdue',
        args: { risk: title, review: { day: review.value.day }, asOf: { minute: asOf - 1 } },
        place: { node: review.node },
      };
    }
  },
});

/** A high risk on work that has no slack and no reserve between it and the end. */
export const highRiskUnprotected = rule({
  id: 'high-risk-unprotected',
  family: 'goals',
  severity: 'warning',
  parameters: { from: { kind: 'number', default: '1.5' } },
  *check({ plan, schedule, facts }, { from }) {
    const high = [...risksOf(plan)].filter(({ risk }) => scoreOf(risk) >= from);
    if (high.length === 0) return;
    const isProtected = beforeReserves(plan, facts);
    const { cancelled } = facts;
    const byRisk = new Map<string, PlanTask[]>();
    for (const task of facts.tasks.where(is.risks)) {
      for (const { value } of task.record.risks?.value ?? []) {
        const before = byRisk.get(value);
        if (before === undefined) byRisk.set(value, [task]);
        else before.push(task);
      }
    }
    for (const { id, key, risk, title } of high) {
      const named = (risk.tasks?.value ?? []).flatMap(({ value }) => plan.findTask(value, -1) ?? []);
      const exposed = [...new Set([...named, ...(byRisk.get(id) ?? [])])].filter(
        ({ index }) =>
          (schedule.totalSlackMinutes[index] ?? 0) <= 0 &&
          (schedule.progress[index] ?? 0) < 100 &&
          isProtected[index] === 0 &&
          cancelled[index] === 0,
      );
      const [first] = exposed;
      if (first === undefined) continue;
      yield {
        message: 'high-risk-unprotected',
        args: {
          risk: title,
          probability: { percent: risk.probability?.value ?? 0 },
          impact: risk.impact?.value ?? 0,
          score: scoreOf(risk),
          from,
          task: first.name,
          count: exposed.length,
        },
        place: { node: key },
        related: exposed.slice(0, mostRelated).map((task) => ({
          message: 'high-risk-unprotected.task',
          args: { task: task.name },
          place: { node: task.key },
        })),
      };
    }
  },
});

/** Probability × impact, 0…5, to a hundredth. */
function scoreOf({ probability, impact }: RiskRecord): number {
  return Math.round((probability?.value ?? 0) * (impact?.value ?? 0)) / 100;
}

/** 1 for work that a reserve stands behind: links lead from it, or from what holds it, to a reserve. */
function beforeReserves({ tasks }: Plan, facts: SharedFacts): Uint8Array {
  const reserves = facts.tasks.where(is.reserve).filter(({ index }) => facts.cancelled[index] === 0);
  if (reserves.length === 0) return new Uint8Array(tasks.length);
  const before = new Uint8Array(tasks.length);
  const followed = new Uint8Array(tasks.length);
  const walked = new Set<number>();
  const open = reserves.map(({ index }) => index);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    // What must be over before a summary begins must be over before all that is in it.
    for (let at = next; at >= 0 && followed[at] === 0; at = tasks[at]?.parent ?? -1) {
      followed[at] = 1;
      for (const { predecessor } of facts.links.incoming(at)) {
        if (walked.has(predecessor)) continue;
        walked.add(predecessor);
        const { index = 0, end = 0 } = tasks[predecessor] ?? {};
        for (let inside = index; inside < end; inside += 1) {
          if (before[inside] === 1) continue;
          before[inside] = 1;
          open.push(inside);
        }
      }
    }
  }
  return before;
}
