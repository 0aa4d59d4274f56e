// What the rules about money say.
import type { Phrases } from './words.ts';

export const moneyRuleWords = {
  'over-budget': {
    en: '“{name}” will cost {cost}, {over} over its budget of {budget}. Cut the work, find a cheaper way, or agree on a larger budget.',
    'zh-cn': '“{name}”预计费用 {cost}，比预算 {budget} 超出 {over}。请削减工作、换更省的做法，或商定更高的预算。',
  },
  'over-budget.spent': {
    en: '“{name}” has already cost {cost}, {over} over its budget of {budget}. Agree on a larger budget, or stop what is left.',
    'zh-cn': '“{name}”已实际支出 {cost}，比预算 {budget} 超出 {over}。请追加预算，或停止剩余工作。',
  },
  'over-budget.plan': {
    en: 'The plan will cost {cost}, {over} over its budget of {budget}. Cut the work, find a cheaper way, or agree on a larger budget.',
    'zh-cn': '计划预计费用 {cost}，比预算 {budget} 超出 {over}。请削减工作、换更省的做法，或商定更高的预算。',
  },
  'over-budget.plan.spent': {
    en: 'The plan has already cost {cost}, {over} over its budget of {budget}. Agree on a larger budget, or stop what is left.',
    'zh-cn': '计划已实际支出 {cost}，比预算 {budget} 超出 {over}。请追加预算，或停止剩余工作。',
  },
  'over-budget.part': { en: '“{task}”: {cost}', 'zh-cn': '“{task}”：{cost}' },
  'small-reserve': {
    en: 'The reserve is {reserve} of the budget, under {min}. Keep more for what nobody foresees.',
    'zh-cn': '储备只占预算的 {reserve}，低于 {min}。请为意外情况多留一些。',
  },
  'small-reserve.money': {
    en: 'The reserve is {reserve} of the budget ({money}), under {min}. Keep more for what nobody foresees.',
    'zh-cn': '储备只占预算的 {reserve}（{money}），低于 {min}。请为意外情况多留一些。',
  },
  'small-reserve.left': {
    en: 'The work is planned at {cost} of {total}; that leaves {left} ({share}), less than a reserve of {min}. Cut the work, or agree on a larger budget.',
    'zh-cn':
      '工作的计划费用为 {cost}，预算 {total} 只剩 {left}（{share}），不足 {min} 的储备。请削减工作，或商定更高的预算。',
  },
  'missing-rate': {
    en: '{who} works here (tasks: {count}) but has no “rate”, so the plan’s cost is too low. Add it.',
    'zh-cn': '{who}在计划中有工作（{count} 项）却没有 rate，计划费用会被低估。请补上费率。',
  },
  'missing-rate.task': { en: 'Part of “{task}” is not priced', 'zh-cn': '“{task}”的费用没有算全' },
} satisfies Phrases;
