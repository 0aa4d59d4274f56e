// PSPLIB's instances as their makers wrote them: jobs, links, what they need and what there is of it.
import { readFileSync } from 'node:fs';

export interface Instance {
  readonly mpmTime: number;
  readonly durations: readonly number[];
  readonly links: readonly { readonly predecessor: number; readonly successor: number; readonly type: 'FS' }[];
  /** By job and resource. */
  readonly needs: readonly (readonly number[])[];
  /** By resource. */
  readonly capacity: readonly number[];
}

export function readInstance(file: string): Instance {
  const text = readFileSync(file, 'utf8');
  const rows = (from: string, until: string) => {
    const [, section = ''] = text.split(from);
    const [body = ''] = section.split(until);
    return body.split('\n').flatMap((line) => {
      const numbers = line.trim().split(/\s+/).map(Number);
      return numbers.length > 1 && numbers.every((number) => !Number.isNaN(number)) ? [numbers] : [];
    });
  };
  const jobs = rows('PRECEDENCE RELATIONS:', '****');
  const links = jobs.flatMap(([job = 0, , , ...successors]) =>
    successors.map((successor) => ({ predecessor: job - 1, successor: successor - 1, type: 'FS' as const })),
  );
  const requests = rows('REQUESTS/DURATIONS:', '\n****').slice(0, jobs.length);
  return {
    mpmTime: rows('PROJECT INFORMATION:', '****').at(-1)?.at(-1) ?? Number.NaN,
    durations: requests.map(([, , duration = 0]) => duration),
    links,
    needs: requests.map(([, , , ...needs]) => needs),
    capacity: rows('RESOURCEAVAILABILITIES:', '\n****').at(-1) ?? [],
  };
}
