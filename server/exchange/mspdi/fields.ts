// Which fields of MS Project XML are carried or follow from what is carried; others are reported where they say something.
import type { Losses } from '../losses.ts';
import type { XmlElement } from '../xml.ts';

type Holder = 'task' | 'resource';

/** Read by this project. */
const carried: Readonly<Record<Holder, string>> = {
  task: `UID Name Type IsNull OutlineLevel Priority Start Finish Duration DurationFormat Work Milestone Active Manual
    PercentComplete ActualStart ActualFinish ActualCost ActualWork RemainingDuration FixedCost ConstraintType ConstraintDate Deadline CalendarUID
    IgnoreResourceCalendar PredecessorLink ExtendedAttribute Baseline Notes Hyperlink HyperlinkAddress Contact LevelingDelay
    ExternalTask ExternalTaskProject IsSubproject SubprojectName Summary Estimated Recurring`,
  resource: `UID Name Code EmailAddress ExtendedAttribute Type IsNull Notes MaterialLabel StandardRate StandardRateFormat CostPerUse MaxUnits Group CalendarUID OvertimeRate
    Rates AvailabilityPeriods IsCostResource`,
};

/** Computed by MS Project, how it shows things, or its own bookkeeping. */
const derived: Readonly<Record<Holder, string>> = {
  task: `ID GUID CreateDate WBS WBSLevel OutlineNumber ManualStart ManualFinish ManualDuration Stop Resume ResumeValid EffortDriven
    OverAllocated DisplayAsSummary Critical IsSubprojectReadOnly EarlyStart EarlyFinish LateStart LateFinish StartVariance FinishVariance
    WorkVariance FreeSlack StartSlack FinishSlack TotalSlack FixedCostAccrual PercentWorkComplete Cost OvertimeCost OvertimeWork ActualDuration
    ActualOvertimeCost ActualOvertimeWork RegularWork RemainingCost RemainingWork RemainingOvertimeCost RemainingOvertimeWork ACWP CV
    LevelAssignments LevelingCanSplit LevelingDelayFormat HideBar Rollup BCWS BCWP EarnedValueMethod PhysicalPercentComplete
    TimephasedData IsPublished CommitmentType PreLeveledStart PreLeveledFinish ActualWorkProtected ActualOvertimeWorkProtected
    HyperlinkSubAddress StatusManager SubprojectReadOnly StartText FinishText DurationText CommitmentStart CommitmentFinish`,
  resource: `ID GUID Initials WorkGroup PeakUnits OverAllocated CanLevel AccrueAt Work RegularWork OvertimeWork ActualWork RemainingWork
    ActualOvertimeWork RemainingOvertimeWork PercentWorkComplete Cost OvertimeRateFormat OvertimeCost ActualCost ActualOvertimeCost
    RemainingCost RemainingOvertimeCost WorkVariance CostVariance SV CV ACWP BCWS BCWP IsGeneric IsInactive IsEnterprise BookingType
    CreationDate Start Finish AvailableFrom AvailableTo TimephasedData ActualWorkProtected ActualOvertimeWorkProtected Phonetics
    ActiveDirectoryGUID IsBudget AssnOwner AssnOwnerGuid`,
};

const known: Readonly<Record<Holder, ReadonlySet<string>>> = {
  task: new Set(`${carried.task} ${derived.task}`.split(/\s+/)),
  resource: new Set(`${carried.resource} ${derived.resource}`.split(/\s+/)),
};

/** Texts that say nothing. */
const idle = /^(?:|0+(?:\.0+)?|NA|false|PT0H0M0S)$/;

/** Reports what an element says in fields that have no counterpart. */
export function reportFields(holder: Holder, element: XmlElement, losses: Losses): void {
  for (const { name, content } of element.children()) {
    if (known[holder].has(name)) continue;
    const says = content.trim() !== '' ? !idle.test(content.trim()) : (element.child(name)?.children().length ?? 0) > 0;
    if (says) losses.add(holder === 'task' ? 'task-field' : 'resource-field', element.text('Name'), { field: name });
  }
}
