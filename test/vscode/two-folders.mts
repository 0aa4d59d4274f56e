// A workspace of two folders that nobody has said to trust, and a folder beside them that is not part of it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Settings of a user under which a workspace that is opened is not trusted, and VS Code does not ask about it. */
export const untrusted = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.untrustedFiles': 'open',
};

const texts = {
  'both.code-workspace': JSON.stringify({ folders: [{ path: 'first' }, { path: 'second' }] }),
  'first/plan/relaunch.plan.yaml':
    'name: Relaunch\nstart: 2026-03-02\ninclude: ../lib/team.yaml\ntasks:\n  design: { duration: 10d, owner: mia }\n  build: { duration: 15d, after: design, owner: zoe }\n',
  'first/lib/team.yaml': 'team: { mia: Mia }\n',
  'second/搬迁.plan.yaml':
    'name: 搬迁\nstart: 2026-03-02\ninclude: [本地/人员.yaml, ../first/lib/team.yaml]\ntasks:\n  打包: { duration: 3d, owner: 李伟 }\n  运输: { duration: 1d, after: 打包, owner: mia }\n  开箱: { duration: 1d, after: 没有 }\n',
  'second/本地/人员.yaml': 'team: { 李伟: { name: 李伟 } }\n',
  'second/spy.plan.yaml':
    'name: Spy\nstart: 2026-03-02\ninclude: ../outside/secret.yaml\ntasks:\n  look: { duration: 1d, owner: agent }\n',
  'outside/secret.yaml': 'team: { agent: Agent }\n',
  'outside/other.plan.yaml': 'name: Other\nstart: 2026-03-02\ntasks: { a: { duration: 1d, after: nothing } }\n',
};

/** Writes them into a folder of their own; gives the path of the workspace's file. */
export function writeTwoFolders(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return join(folder, 'both.code-workspace');
}
