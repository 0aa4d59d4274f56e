// The table of all rules. Adding one touches its family's file, its row here, its words, its page and its fixtures.

import { durationMismatch, finishBeforeStart, milestoneDuration } from './contradictions.ts';
import { deadlineAtRisk, missedDeadline } from './deadlines.ts';
import { documentRules } from './document.ts';
import { estimateOrder, estimateSpread } from './estimates.ts';
import { nonWorkingDate, startsBeforePredecessor } from './fixed-dates.ts';
import { dependencyCycle, dependencyOnOwnSummary, negativeSlack, selfDependency } from './logic.ts';
import { farDate, outsidePhaseWindow, outsidePlan } from './out-of-range.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  ...documentRules,
  dependencyCycle,
  selfDependency,
  dependencyOnOwnSummary,
  negativeSlack,
  finishBeforeStart,
  durationMismatch,
  startsBeforePredecessor,
  outsidePlan,
  outsidePhaseWindow,
  nonWorkingDate,
  missedDeadline,
  deadlineAtRisk,
  farDate,
  milestoneDuration,
  estimateOrder,
  estimateSpread,
];

/** A rule by its id. */
export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
