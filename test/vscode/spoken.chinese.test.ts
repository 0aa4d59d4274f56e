// A VS Code that speaks Chinese: all that the extension says is Chinese there, whatever language the plan is in.
import { expect } from 'chai';
import {
  type CodeAction,
  type CodeLens,
  type CompletionList,
  commands,
  env,
  extensions,
  type Hover,
  languages,
  Range,
  window,
} from 'vscode';
import { extensionId } from './for-tests.ts';
import { after, before, describe, it } from './mocha.ts';
import { extensionHost, outer } from './outer.ts';
import { closeAll, showPlan } from './plans.ts';
import { until } from './until.ts';

const plan = `name: Relaunch
start: 2026-03-02
finish: 2026-03-03
phases:
  work:
    tasks:
      design: 10d
      build: { duration: 15d, after: designs }
`;

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
const english = (texts: readonly string[]) => texts.filter((text) => !isChinese(text));

/** All texts of a manifest under keys that are for people. */
function textsOf(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return /^(title|category|[a-zA-Z]*[dD]escriptions?)$/.test(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, name));
}

// In a browser VS Code reads the manifest of an extension under development in English, whatever it speaks.
const isManifestChinese = extensionHost === 'node';

describe('a VS Code that speaks Chinese', () => {
  const document = () => {
    const shown = window.visibleTextEditors[0]?.document;
    if (shown === undefined) throw new Error('no plan is shown');
    return shown;
  };
  const placeOf = (text: string) => document().positionAt(document().getText().indexOf(text) + 1);

  before(async () => {
    await closeAll();
    await showPlan(plan);
  });
  after(closeAll);

  it('is one here', () => {
    expect(env.language).to.equal('zh-cn');
  });

  (isManifestChinese ? it : it.skip)('has Chinese commands, settings and views', () => {
    const { contributes } = extensions.getExtension(extensionId)?.packageJSON ?? {};
    const { commands: titles, configuration, views } = contributes;
    const said = [titles, configuration].flatMap((part) => textsOf(part));
    expect(said.length).to.be.greaterThan(50);
    expect(english(said).filter((text) => text !== 'Plan as Code')).to.deep.equal([]);
    expect(JSON.stringify(views)).to.contain('"name":"计划"');
  });

  it('finds mistakes in Chinese, and mends them in Chinese', async () => {
    const findings = await until(
      'the findings',
      () => languages.getDiagnostics(document().uri),
      (found) =>
        found.some(({ code }) =>
          typeof code === 'object' ? code.value === 'unknown-reference' : code === 'unknown-reference',
        ),
    );
    const said = findings.flatMap(({ message, relatedInformation = [] }) => [
      message,
      ...relatedInformation.map((each) => each.message),
    ]);
    expect(english(said)).to.deep.equal([]);
    const at = placeOf('designs');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document().uri,
      new Range(at, at),
    );
    const mends = actions.map(({ title }) => title);
    expect(mends).not.to.deep.equal([]);
    expect(english(mends)).to.deep.equal([]);
  });

  it('explains in Chinese', async () => {
    const { uri } = document();
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, placeOf('design:'));
    const explained = hovers.flatMap(({ contents }) =>
      contents.map((one) => (typeof one === 'string' ? one : one.value)),
    );
    expect(explained).not.to.deep.equal([]);
    expect(english(explained)).to.deep.equal([]);
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    const above = lenses.flatMap(({ command }) => command?.title ?? []);
    expect(above.some(isChinese)).to.equal(true);
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      placeOf('uration'),
      undefined,
      100,
    );
    const documented = list.items.flatMap(({ documentation }) =>
      documentation === undefined ? [] : [typeof documentation === 'string' ? documentation : documentation.value],
    );
    expect(documented).not.to.deep.equal([]);
    expect(english(documented)).to.deep.equal([]);
  });

  it('has a Chinese tree', async () => {
    await commands.executeCommand('planAsCode.plan.focus');
    const title = isManifestChinese ? '计划' : 'Plan';
    await until(
      'the lines of the tree',
      () => outer('workbenchTexts', { selector: `.pane:has(.title:text-is("${title}")) .monaco-list-row` }),
      (shown) => shown.some((line) => line.includes('work')) && shown.some(isChinese),
    );
  });

  it('has a Chinese preview', async () => {
    await window.showTextDocument(document());
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until(
      'the bar',
      () => outer('count', { selector: '.bar[data-plan-id="build"]' }),
      (count) => count === 1,
    );
    expect(await outer('attribute', { selector: 'html', name: 'lang' })).to.equal('zh-CN');
    expect(
      isChinese((await outer('attribute', { selector: '.names [data-plan-id="design"]', name: 'aria-label' })) ?? ''),
    ).to.equal(true);
    expect(isChinese((await outer('attribute', { selector: '.tools .fold-all', name: 'title' })) ?? '')).to.equal(true);
    await outer('screenshot', { name: `chinese-${extensionHost}` });
  });
});
