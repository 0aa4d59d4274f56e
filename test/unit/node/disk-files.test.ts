// Files from the disk: what is inside is read, what is not stays unread.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { diskFiles } from '../../../server/node/disk-files.ts';
import { largestFile } from '../../../server/workspace/file-source.ts';

const unix = process.platform !== 'win32';
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'disk-files-'));
  mkdirSync(join(root, 'in', 'sub'), { recursive: true });
  mkdirSync(join(root, 'out'));
  writeFileSync(join(root, 'in', '团队.yaml'), '\uFEFFteam: { li: 李 }\r\n');
  writeFileSync(join(root, 'out', 'secret.yaml'), 'secret: 1');
  writeFileSync(join(root, 'in', 'binary.yaml'), Buffer.from([0x61, 0, 0x62]));
  writeFileSync(join(root, 'in', 'latin.yaml'), Buffer.from([0x61, 0xe9, 0x62]));
  writeFileSync(join(root, 'in', 'large.yaml'), '');
  truncateSync(join(root, 'in', 'large.yaml'), largestFile + 1);
  if (!unix) return;
  symlinkSync(join(root, 'out', 'secret.yaml'), join(root, 'in', 'link.yaml'));
  symlinkSync(join(root, 'out'), join(root, 'in', 'folder'));
  symlinkSync(join(root, 'in', '团队.yaml'), join(root, 'in', 'sub', 'inner.yaml'));
  symlinkSync(join(root, 'in'), join(root, 'link-to-in'));
  execFileSync('mkfifo', [join(root, 'in', 'pipe.yaml')]);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function read(path: string, folder = 'in') {
  return diskFiles.read(URI.file(join(root, 'in', path)).toString(), [URI.file(join(root, folder)).toString()]);
}

it('reads a text, whatever it is called', async () => {
  expect(await read('团队.yaml')).toEqual({ text: 'team: { li: 李 }\r\n' });
});

it.each([
  ['none.yaml', 'missing'],
  ['团队.yaml/x.yaml', 'missing'],
  ['../out/secret.yaml', 'outside'],
  ['../out/none.yaml', 'outside'],
  ['sub', 'unreadable'],
  ['binary.yaml', 'unreadable'],
  ['latin.yaml', 'unreadable'],
  ['large.yaml', 'too-large'],
])('%s is %s', async (path, failure) => {
  expect(await read(path)).toEqual({ failure });
});

it.runIf(unix).each([
  ['a link that leads out', 'link.yaml', 'outside'],
  ['a folder that leads out', 'folder/secret.yaml', 'outside'],
  ['a pipe that nobody writes to', 'pipe.yaml', 'unreadable'],
])('does not follow %s', async (_, path, failure) => {
  expect(await read(path)).toEqual({ failure });
});

it.runIf(unix)('follows a link that stays inside', async () => {
  expect(await read('sub/inner.yaml')).toHaveProperty('text');
});

it.runIf(unix)('knows a folder that is itself a link', async () => {
  const uri = URI.file(join(root, 'link-to-in', '团队.yaml')).toString();
  expect(await diskFiles.read(uri, [URI.file(join(root, 'link-to-in')).toString()])).toHaveProperty('text');
});

it('reads nothing where there is no folder', async () => {
  expect(await diskFiles.read(URI.file(join(root, 'in', '团队.yaml')).toString(), [])).toEqual({ failure: 'outside' });
});
