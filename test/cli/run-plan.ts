// Runs `plan` as people do: the bundle in a process of its own, in a folder of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A folder for one file of tests. */
export class PlanFolder {
  readonly path: string = mkdtempSync(join(tmpdir(), 'plan-check-'));

  /** Writes a file and says its name. */
  write(name: string, text: string | Uint8Array): string {
    writeFileSync(join(this.path, name), text);
    return name;
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  /** It has to end by itself. `input` comes in by standard input. */
  plan(args: readonly string[], env: Readonly<Record<string, string>> = {}, input: string | Uint8Array = '') {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], {
      cwd: this.path,
      encoding: 'utf8',
      input,
      timeout: 300_000,
      env: { PATH: process.env.PATH, LANG: 'en_GB.UTF-8', NO_COLOR: '1', ...env },
    });
    return { status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
