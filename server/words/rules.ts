// What every rule says, by message.
import { documentRuleWords } from './document-rules.ts';
import { goalRuleWords } from './goal-rules.ts';
import { milestoneRuleWords } from './milestone-rules.ts';
import { moneyRuleWords } from './money-rules.ts';
import { networkQualityRuleWords } from './network-quality-rules.ts';
import { networkRuleWords } from './network-rules.ts';
import { ownCheckRuleWords } from './own-check-rules.ts';
import { peopleRuleWords } from './people-rules.ts';
import { progressRuleWords } from './progress-rules.ts';
import { syntaxRuleWords } from './syntax-rules.ts';

export const ruleWords = {
  ...documentRuleWords,
  ...syntaxRuleWords,
  ...networkRuleWords,
  ...networkQualityRuleWords,
  ...progressRuleWords,
  ...milestoneRuleWords,
  ...peopleRuleWords,
  ...moneyRuleWords,
  ...goalRuleWords,
  ...ownCheckRuleWords,
};
