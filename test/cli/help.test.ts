// Help and complaints about the words of a command, in both languages.
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PlanFolder } from './run-plan.ts';

const folder = new PlanFolder();
afterAll(() => folder.remove());

const chinese = { PLAN_LANG: 'zh-CN' };
const commands = ['check', 'schedule', 'level', 'simulate', 'chart', 'convert', 'diff', 'new', 'fmt', 'rules', 'lsp'];

/** What is left of a help without what is written alike in every language: flags, names of files and formats, values in brackets. */
const spoken = (text: string): string =>
  text
    .replaceAll(/（[^）]*）|<[^>]*>|\[[^\]]*\]|-{1,2}[\w-]+/g, ' ')
    .replaceAll(/^ {2}[\w-]+(?=\s)|plan \w+|\bplan\b/gm, ' ');

describe('help', () => {
  test('names every command', () => {
    const { status, stdout } = folder.plan(['--help']);
    expect(status).toBe(0);
    expect([...stdout.matchAll(/^ {2}([a-z]+) .*/gm)].map(([, name]) => name)).toEqual([...commands, 'help']);
  });

  test.each(['', ...commands])('plan %s is explained in English and in Chinese', (command) => {
    const args = [...(command === '' ? [] : [command]), '--help'];
    const [english, other] = [folder.plan(args), folder.plan(args, chinese)];
    expect([english.status, other.status]).toEqual([0, 0]);
    expect(english.stdout).not.toMatch(/[\p{Script=Han}“”]{2}/u);
    // Two words of English in a row are a sentence that nobody translated.
    expect(spoken(other.stdout)).not.toMatch(/[A-Za-z]{2,} [A-Za-z]{2,}/);
    const flags = (text: string) => text.match(/^ {2}(?:-\w, )?--[\w-]+/gm);
    expect(flags(other.stdout)).toEqual(flags(english.stdout));
  });

  describe('in Chinese', () => {
    let lines: readonly string[];
    beforeAll(() => {
      lines = folder.plan(['check', '--help'], chinese).stdout.split('\n');
    });

    test('begins with how it is used', () => {
      expect(lines[0]).toMatch(/^用法：\s*plan check \[选项\] <files\.\.\.>$/);
    });

    test('keeps to the width of a terminal, and begins no line with a mark that ends a clause', () => {
      expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
      expect(lines.filter((line) => /^\s*[，。；：、）”]/.test(line))).toEqual([]);
    });

    test('says what a flag can be, and what it is when it is left out', () => {
      expect(lines.join('').replaceAll(/\s+/g, '')).toContain('（errorwarninginfohint；默认error）');
    });
  });

  test.each([
    [{ PLAN_LANG: '', LANG: 'zh_CN.UTF-8' }, '用法'],
    [{ LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8' }, '用法'],
    [{ LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }, 'Usage'],
    [{ PLAN_LANG: 'zh', LANG: 'C' }, '用法'],
  ])('%o: the first variable that says something', (env, title) => {
    expect(folder.plan(['--help'], env).stdout.slice(0, title.length)).toBe(title);
  });
});

describe('complaints', () => {
  test.each([
    [['chekc'], 'There is no command “chekc”.\nIs it check that you mean?', '没有命令“chekc”。\n是不是要写 check？'],
    [['check', '.', '--fromat'], '“--fromat”.\nIs it --format that', '没有选项“--fromat”。\n是不是要写 --format？'],
    [['check'], '“files” is missing', '缺少参数“files”'],
    [['check', '.', '--rules'], '--rules <set> needs a value', '--rules <set> 后面要写值'],
    [['check', '.', '-f', 'pdf'], 'It can be pretty, json, sarif', '可选：pretty, json, sarif'],
    [['check', '.', '--rule', 'lag=never'], '“lag=never”: write --rule', '“lag=never”：请写 --rule'],
    [['level', 'a', 'b', 'c'], 'there are 3: a, b, c', '写了 3 个：a, b, c'],
    [['lsp'], '--stdio is needed here', '这里必须写选项 --stdio'],
    [['schedule', 'a', '--as-of', 'May'], '“May” is not a date', '“May”不是 2026-03-31 这样的日期'],
    [['simulate', 'a', '--runs', '0'], '“0” is not a whole number', '“0”不是大于等于 1 的整数'],
    [['simulate', 'a', '--runs', '99999999999'], 'is more than 1', '超过了 1'],
    [['check', '.', '--fail-on', "'\n(x)"], 'is no value for --fail-on', '不能用于 --fail-on'],
  ])('%j is answered in both languages, with 2', (args, english, other) => {
    const help = args[0] === 'chekc' ? 'plan --help' : `plan ${args[0]} --help`;
    for (const [env, said] of [
      [{}, english],
      [chinese, other],
    ] as const) {
      const { status, stdout, stderr } = folder.plan(args, env);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain(said);
      expect(stderr.trimEnd().split('\n').at(-1)).toContain(help);
    }
  });
});
