// The table of all rules. Adding one touches its family's file, its row here, its words, its page and its fixtures.

import { baselineExecution, criticalPathLength, slippedFromBaseline } from './baseline-progress.ts';
import { meetingGap, stakeholderWithoutCommunication } from './communication.ts';
import { durationMismatch, finishBeforeStart, milestoneDuration } from './contradictions.ts';
import { criticalPathTest } from './critical-path-test.ts';
import { deadlineAtRisk, missedDeadline } from './deadlines.ts';
import { documentRules } from './document.ts';
import { behindSchedule, overCost } from './earned-value.ts';
import { estimateOrder, estimateSpread, finishUnlikely } from './estimates.ts';
import { nonWorkingDate, startsBeforePredecessor } from './fixed-dates.ts';
import { goalAfterDue, goalNotSmart, goalWithoutWork } from './goals.ts';
import { changeUnapproved, reviewMissing } from './governance.ts';
import { holidaysUnknown } from './holidays.ts';
import { kpiOffTrack, kpiStale } from './kpis.ts';
import { assignedOnLeave, meetingAttendeeAway } from './leave.ts';
import { dependencyCycle, dependencyOnOwnSummary, negativeSlack, selfDependency } from './logic.ts';
import { milestoneSpacing, milestoneWithoutAcceptance, phaseWithoutMilestone } from './milestones.ts';
import { missingRate, overBudget, smallReserve } from './money.ts';
import {
  hardConstraint,
  highDuration,
  highSlack,
  lag,
  lead,
  linkType,
  missingPredecessor,
  missingSuccessor,
} from './network-quality.ts';
import { farDate, outsidePhaseWindow, outsidePlan } from './out-of-range.ts';
import { outOfSequence } from './out-of-sequence.ts';
import { ownCheckRules } from './own-checks.ts';
import { missingOwner, missingResource, raci, skillMismatch } from './people.ts';
import { phaseInputsUnmet, phaseWithoutGate, phaseWithoutGoal } from './phases.ts';
import { lateStart, overdue, unreportedWork } from './progress.ts';
import { redundantDependency } from './redundant-dependency.ts';
import { completeWithoutFinish, finishWithoutComplete, futureActual, progressWithoutStart } from './reported-facts.ts';
import { bufferConsumed, bufferTooSmall, missingBuffer } from './reserves.ts';
import { highRiskUnprotected, riskReviewOverdue, riskUnowned, riskWithoutResponse } from './risks.ts';
import type { Rule } from './rule.ts';
import { unusedIgnore } from './unused-ignore.ts';
import { overallocated, singlePointOfFailure, workloadImbalance } from './workload.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  ...documentRules,
  unusedIgnore,
  dependencyCycle,
  selfDependency,
  dependencyOnOwnSummary,
  redundantDependency,
  missingPredecessor,
  missingSuccessor,
  lead,
  lag,
  linkType,
  hardConstraint,
  highSlack,
  negativeSlack,
  highDuration,
  criticalPathTest,
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
  lateStart,
  overdue,
  futureActual,
  unreportedWork,
  progressWithoutStart,
  completeWithoutFinish,
  finishWithoutComplete,
  slippedFromBaseline,
  baselineExecution,
  criticalPathLength,
  behindSchedule,
  overCost,
  outOfSequence,
  phaseWithoutMilestone,
  milestoneSpacing,
  milestoneWithoutAcceptance,
  missingBuffer,
  bufferTooSmall,
  bufferConsumed,
  overallocated,
  assignedOnLeave,
  missingOwner,
  missingResource,
  skillMismatch,
  workloadImbalance,
  singlePointOfFailure,
  raci,
  overBudget,
  smallReserve,
  missingRate,
  goalNotSmart,
  goalWithoutWork,
  goalAfterDue,
  kpiOffTrack,
  kpiStale,
  riskWithoutResponse,
  riskUnowned,
  riskReviewOverdue,
  highRiskUnprotected,
  phaseWithoutGate,
  phaseWithoutGoal,
  phaseInputsUnmet,
  meetingGap,
  holidaysUnknown,
  meetingAttendeeAway,
  changeUnapproved,
  reviewMissing,
  stakeholderWithoutCommunication,
  estimateOrder,
  estimateSpread,
  finishUnlikely,
  ...ownCheckRules((id) => ruleById.has(id)),
];

/** A rule by its id. */
export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
