// What the rules about people and resources say.
import type { Phrases } from './words.ts';

export const peopleRuleWords = {
  overallocated: {
    en: '“{task}” is too much for {who}: from {from} to {to} {who} is needed for {load} of full time and has {limit}. Start one of these tasks later, hand it to somebody else, or give each a share that fits.',
    'zh-cn':
      '“{task}”让{who}超负荷：{from} 至 {to} 需要投入全职的 {load}，而其能力只有 {limit}。请推迟其中一项、换人，或调整各项的投入比例。',
  },
  'overallocated.equipment': {
    en: '“{task}” needs more of “{who}” than there is: from {from} to {to} {load} are needed, and the plan has {limit}. Start one of these tasks later, or get more.',
    'zh-cn': '“{task}”所需的“{who}”不够：{from} 至 {to} 共需 {load}，只有 {limit}。请推迟其中一项，或增加数量。',
  },
  'overallocated.task': {
    en: '“{task}” needs them as well: {start} to {finish}',
    'zh-cn': '“{task}”同时也需要：{start} 至 {finish}',
  },
  'assigned-on-leave': {
    en: '“{task}” runs from {start} to {finish}, but {who} is away from {from} to {to}: {lost} of it. Move it, hand it to somebody else, or plan it as “effort”, which waits for its people.',
    'zh-cn':
      '“{task}”从 {start} 到 {finish}，而{who}在 {from} 至 {to} 请假，其中占 {lost}。请调整日期、换人，或改用 effort（人不在时自动顺延）。',
  },
  'assigned-on-leave.leave': { en: 'The leave of {who}', 'zh-cn': '{who}的假期写在这里' },
  'missing-owner': {
    en: 'Nobody answers for “{task}”. Name one person as its “owner”, or of the summary that holds it.',
    'zh-cn': '“{task}”没有人负责。请为它（或所属的汇总任务）写明一位 owner。',
  },
  'missing-resource': {
    en: 'Nobody does “{task}” ({length}). Name who does it with “assign” or “owner”.',
    'zh-cn': '“{task}”（{length}）没有人执行。请用 assign 或 owner 写明由谁来做。',
  },
  'skill-mismatch': {
    en: '“{task}” needs “{skill}”, which {people} can’t bring. {who} has it: assign {who} as well, or instead.',
    'zh-cn': '“{task}”需要“{skill}”，而{people}不具备。{who}具备该技能：请加派或改派。',
  },
  'skill-mismatch.nobody': {
    en: '“{task}” needs “{skill}”, which {people} can’t bring, and nobody else in the team has it either. Find somebody who can, or train one of them first.',
    'zh-cn': '“{task}”需要“{skill}”，而{people}不具备，团队里也没有别人具备。请找到会的人，或先安排培训。',
  },
  'workload-imbalance': {
    en: '{who} has {load} of work in {month}, {share} of the team’s median of {median} (over {max}). Hand some of it over, or move it to another month.',
    'zh-cn':
      '{who}在 {month} 的工作量为 {load}，是团队中位数 {median} 的 {share}（超过 {max}）。请分出一部分，或移到其他月份。',
  },
  'single-point-of-failure': {
    en: '{who} is on {share} of the critical path ({count} of {total} tasks; over {max}): whenever {who} is missing, the finish on {finish} slips. Let somebody else learn part of it, or hand part of it over.',
    'zh-cn':
      '关键路径的 {share} 都要靠{who}（{total} 项中的 {count} 项，超过 {max}）：{who}一缺席，{finish} 的完成日期就会推迟。请培养替补，或分出一部分。',
  },
  'raci.owners': {
    en: '“{task}” has several owners (“{owner}”). Who is asked when it goes wrong? Keep one as “owner”, list the others under “assign”.',
    'zh-cn': '“{task}”有多位负责人（“{owner}”），出了问题找谁？请只留一位 owner，其余写到 assign。',
  },
  'raci.accountable': {
    en: '{people} do “{task}” together and none of them answers for it alone. Name one of them as its “owner”.',
    'zh-cn': '“{task}”由{people}共同执行，却没有一个人单独负责。请指定其中一位为 owner。',
  },
  'raci.responsible': {
    en: '“{task}” says who is asked or told ({people}), but not who does it. Add “owner” or “assign”.',
    'zh-cn': '“{task}”写了征求或告知谁（{people}），却没写由谁来做。请补上 owner 或 assign。',
  },
} satisfies Phrases;
