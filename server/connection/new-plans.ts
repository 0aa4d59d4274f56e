// The requests about new plans: which templates there are, and the text that comes of one.
import { mondayAfter, planFromTemplate } from '../edits/new-plan.ts';
import { parseDate } from '../plan/scalars/date.ts';
import {
  type NewPlanAnswer,
  type NewPlanParams,
  newPlanRequest,
  type TemplatesAnswer,
  templatesRequest,
} from '../protocol.ts';
import { templateFile, templateIds, templateTitles } from '../words/templates.ts';
import type { Locale } from '../words/words.ts';
import type { Feature } from './features.ts';

export const newPlans: Feature = {
  capabilities: {},
  listen: ({ connection, runner, client }) => {
    connection.onRequest<unknown, unknown>(
      templatesRequest,
      runner.request(templatesRequest, () => templates(client.reader.locale)),
    );
    connection.onRequest<unknown, unknown>(newPlanRequest, runner.request(newPlanRequest, newPlan));
  },
};

function templates(locale: Locale): TemplatesAnswer {
  return {
    templates: templateIds().map((id) => ({ id, file: templateFile(id), title: templateTitles[id][locale] })),
  };
}

function newPlan({ text, today, start }: NewPlanParams): NewPlanAnswer {
  return { text: planFromTemplate(text, start === undefined ? mondayAfter(dayOf(today)) : dayOf(start)) };
}

function dayOf(text: string): number {
  const read = parseDate(text);
  if (!read.ok) throw new Error(`“${text}” is no day`);
  return read.value.day;
}
