// What the rules about the network as a whole say.
import type { Phrases } from './words.ts';

export const networkQualityRuleWords = {
  'redundant-dependency': {
    en: '“{task}” waits for “{predecessor}” anyway, by way of “{via}”. This link adds nothing and can go.',
    'zh-cn': '“{task}”通过“{via}”已经在等待“{predecessor}”。这个依赖是多余的，可以删除。',
  },
  'redundant-dependency.summary': {
    en: '“{task}” waits for “{predecessor}” anyway, as all of “{via}” does. This link adds nothing and can go.',
    'zh-cn': '“{via}”整体已经在等待“{predecessor}”，“{task}”也在其中。这个依赖是多余的，可以删除。',
  },
  'redundant-dependency.via': {
    en: '“{via}” already covers “{predecessor}”',
    'zh-cn': '“{via}”已经涵盖“{predecessor}”',
  },
  'missing-predecessor': {
    en: '{count} of {total} unfinished tasks ({share}) wait for nothing; at most {max} should. Give each an “after”, or a delay elsewhere will not show in them.',
    'zh-cn':
      '{total} 项未完成任务中有 {count} 项（{share}）没有前置任务，合理的上限是 {max}。请用 after 补上，否则别处的延误不会反映到它们身上。',
  },
  'missing-predecessor.task': { en: '“{task}” waits for nothing', 'zh-cn': '“{task}”没有前置任务' },
  'missing-successor': {
    en: 'Nothing waits for {count} of {total} unfinished tasks ({share}); at most {max} should be so. Say what needs each of them, or nobody will see what its delay does.',
    'zh-cn':
      '{total} 项未完成任务中有 {count} 项（{share}）没有后续任务，合理的上限是 {max}。请写明谁需要它们的成果，否则看不出延误的影响。',
  },
  'missing-successor.task': { en: 'Nothing waits for “{task}”', 'zh-cn': '“{task}”没有后续任务' },
  lead: {
    en: '{count} of {total} links ({share}) have a lead: work begins before what it needs is done; at most {max} should. Split the predecessor where the other can really begin.',
    'zh-cn':
      '{total} 个依赖中有 {count} 个（{share}）带提前量，即所需工作尚未完成就开始，合理的上限是 {max}。请在真正可以开始的位置拆分前置任务。',
  },
  'lead.link': {
    en: '“{successor}” begins before “{predecessor}” is over ({type})',
    'zh-cn': '“{successor}”提前于“{predecessor}”完成之前进行（{type}）',
  },
  lag: {
    en: '{count} of {total} links ({share}) have a lag; at most {max} should. Make the waiting a task of its own: then it has a name and somebody watches it.',
    'zh-cn':
      '{total} 个依赖中有 {count} 个（{share}）带延隔，合理的上限是 {max}。请把等待写成单独的任务，让它有名称、有人负责。',
  },
  'lag.link': {
    en: '“{successor}” waits on after “{predecessor}” ({type})',
    'zh-cn': '“{successor}”在“{predecessor}”之后还要等待（{type}）',
  },
  'link-type': {
    en: '{share} of {total} links are finish to start; at least {min} should be. The other types hide work that should be tasks of its own.',
    'zh-cn': '{total} 个依赖中只有 {share} 是完成—开始（FS），合理的下限是 {min}。其他类型往往掩盖了本该单列的工作。',
  },
  'link-type.link': {
    en: '“{predecessor}” to “{successor}” is {type}',
    'zh-cn': '“{predecessor}”到“{successor}”是 {type}',
  },
  'link-type.SF': {
    en: '“{successor}” may end only when “{predecessor}” begins (SF). That is hardly ever meant: turn the link around as FS.',
    'zh-cn': '“{successor}”要等“{predecessor}”开始才能完成（SF），这几乎从不是本意。请改为反方向的 FS 依赖。',
  },
  'hard-constraint': {
    en: '{count} of {total} unfinished tasks ({share}) have a date that the network can’t move; at most {max} should. Let links set the dates, and write promises as “deadline”.',
    'zh-cn':
      '{total} 项未完成任务中有 {count} 项（{share}）带网络无法移动的日期，合理的上限是 {max}。请由依赖决定日期，把承诺写成 deadline。',
  },
  'hard-constraint.task': { en: '“{task}” is tied to this date', 'zh-cn': '“{task}”被绑定在这个日期' },
  'high-slack': {
    en: '{count} of {total} unfinished tasks ({share}) have more than {longest} of slack; at most {max} should. Most often a link to what needs them is missing.',
    'zh-cn':
      '{total} 项未完成任务中有 {count} 项（{share}）的总时差超过 {longest}，合理的上限是 {max}。多半是缺少到后续工作的依赖。',
  },
  'high-slack.task': { en: '“{task}” could slip by {length}', 'zh-cn': '“{task}”有 {length} 的总时差' },
  'high-duration': {
    en: '{count} of {total} unfinished tasks ({share}) take longer than {longest}; at most {max} should. Split them into parts whose end somebody can see.',
    'zh-cn':
      '{total} 项未完成任务中有 {count} 项（{share}）的工期超过 {longest}，合理的上限是 {max}。请拆成能看到完成的小任务。',
  },
  'high-duration.task': { en: '“{task}” takes {length}', 'zh-cn': '“{task}”工期 {length}' },
  'critical-path-test': {
    en: '“{task}” is the first critical task, yet however late it gets, the plan’s finish {finish} would not move: no links lead from it to the finish. Link it to what needs it.',
    'zh-cn':
      '“{task}”是第一项关键任务，但无论它延误多久，计划的完成日期 {finish} 都不会变：没有依赖从它通向终点。请补上到后续工作的依赖。',
  },
  'critical-path-test.fixed': {
    en: '“{task}” is the first critical task, yet however late it gets, the plan’s finish {finish} would not move: the fixed date of “{by}” stops the delay. Use “earliest” or a “deadline” there.',
    'zh-cn':
      '“{task}”是第一项关键任务，但无论它延误多久，计划的完成日期 {finish} 都不会变：“{by}”的固定日期挡住了延误。请改用 earliest 或 deadline。',
  },
  'critical-path-test.stopped': {
    en: 'The fixed date of “{task}” stops the delay here',
    'zh-cn': '“{task}”的固定日期在此挡住了延误',
  },
} satisfies Phrases;
