// The runner's ear: tests inside VS Code tell their results here, and ask for steps in the browser around them.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { Page } from 'playwright-core';
import { outerSteps } from './outer-steps.mts';
import type { TestResult } from './result.ts';

export interface Ear {
  /** Has a secret in it: no page that this machine shows can guess it. */
  readonly address: string;
  readonly results: readonly TestResult[];
  /** The window that steps are done in: called for the first step. */
  showWindow: (window: () => Promise<Page>) => void;
  readonly close: () => void;
}

const steps: Readonly<Record<string, (page: Page, args: never) => Promise<unknown>>> = outerSteps;

/** Listens on this machine only, to the tests. `heard` is told each result as it comes. */
export async function listen(heard: (result: TestResult) => void): Promise<Ear> {
  const results: TestResult[] = [];
  const secret = randomUUID();
  let page: () => Promise<Page> = () => Promise.reject(new Error('there is no window yet'));

  async function answer(request: IncomingMessage): Promise<unknown> {
    const [, said, step = ''] = (request.url ?? '').split('/');
    if (said !== secret) throw new Error('unknown address');
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk);
    const args = JSON.parse(Buffer.concat(body).toString());
    if (step === 'result') {
      results.push(args);
      heard(args);
      return null;
    }
    const known = steps[step];
    if (!known) throw new Error('no such step');
    // biome-ignore lint/nursery/noUnsafeTypeAssertion: the tests are typed with the same table
    return known(await page(), args as never);
  }

  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    answer(request)
      .then((value) => ({ value: value ?? null }))
      .catch((error) => ({ error: String(error) }))
      .then((said) => response.end(JSON.stringify(said)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}/${secret}`,
    results,
    showWindow: (window) => {
      page = window;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
