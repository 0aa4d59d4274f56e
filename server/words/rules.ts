// What every rule says, by message.
import { documentRuleWords } from './document-rules.ts';
import { networkRuleWords } from './network-rules.ts';
import { syntaxRuleWords } from './syntax-rules.ts';

export const ruleWords = { ...documentRuleWords, ...syntaxRuleWords, ...networkRuleWords };
