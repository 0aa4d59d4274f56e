// What sources say to people: texts in two languages, and literals where people would read them. Found in the syntax trees of TypeScript.

import type { Node } from 'typescript/unstable/ast';
import { SyntaxKind } from 'typescript/unstable/ast';
import {
  isBinaryExpression,
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
} from 'typescript/unstable/ast/is';

/** Properties that hold what people read, of objects of VS Code and of a page. */
const shown = new Set([
  ...['title', 'label', 'description', 'detail', 'tooltip', 'placeHolder', 'placeholder', 'prompt', 'message'],
  ...['openLabel', 'saveLabel', 'textContent', 'innerText', 'ariaLabel', 'alt', 'validationMessage'],
]);
/** Functions whose arguments people read. */
const showing = /^(show(Information|Warning|Error)Message|showQuickPick|setStatusBarMessage|appendMarkdown)$/;
const showingConstructors = new Set(['TreeItem', 'MarkdownString']);
const spokenAttributes = new Set(['aria-label', 'title', 'alt', 'placeholder', 'aria-roledescription']);

/** A literal text, as written. */
export interface Said {
  readonly text: string;
  readonly node: Node;
}

/** Literals with words in them where people would read them, with no way to say them in another language. */
export function bareTexts(root: Node): readonly Said[] {
  const found: Said[] = [];
  const collect = (node: Node | undefined): void => {
    if (node !== undefined) found.push(...literals(node).filter(({ text }) => hasWords(text)));
  };
  visit(root, (node) => {
    if (isCallExpression(node) && isPropertyAccessExpression(node.expression)) {
      const { name } = node.expression;
      const [first, second] = node.arguments;
      if (showing.test(name.text)) node.arguments.forEach(collect);
      if (name.text === 'setAttribute' && first && isStringLiteral(first) && spokenAttributes.has(first.text))
        collect(second);
    }
    if (isNewExpression(node) && isIdentifier(node.expression) && showingConstructors.has(node.expression.text))
      node.arguments?.forEach(collect);
    if (isPropertyAssignment(node) && shown.has(nameOf(node.name))) collect(node.initializer);
    if (
      isBinaryExpression(node) &&
      node.operatorToken.kind === SyntaxKind.EqualsToken &&
      isPropertyAccessExpression(node.left) &&
      shown.has(node.left.name.text)
    )
      collect(node.right);
  });
  return found;
}

/** Objects that say something in English or in Chinese: each text by language, '' where it has none. */
export function phrases(root: Node): readonly { readonly en: string; readonly chinese: string; readonly node: Node }[] {
  const found: { en: string; chinese: string; node: Node }[] = [];
  visit(root, (node) => {
    if (!isObjectLiteralExpression(node)) return;
    const texts = new Map(
      node.properties.flatMap((property) =>
        isPropertyAssignment(property) ? [[nameOf(property.name), literals(property.initializer)] as const] : [],
      ),
    );
    const [en, chinese] = [texts.get('en'), texts.get('zh-cn')];
    if ((en?.length ?? 0) + (chinese?.length ?? 0) === 0) return;
    const joined = (said: readonly Said[] = []): string => said.map(({ text }) => text).join('');
    found.push({ en: joined(en), chinese: joined(chinese), node });
  });
  return found;
}

/** Literals of an expression itself, not those that go into a call or a function inside it. */
function literals(node: Node): readonly Said[] {
  if (isCallExpression(node) || node.kind === SyntaxKind.ArrowFunction) return [];
  if (isObjectLiteralExpression(node) || isPropertyAccessExpression(node)) return [];
  if (node.kind === SyntaxKind.ElementAccessExpression || isComparison(node)) return [];
  if ('text' in node && typeof node.text === 'string' && texts.has(node.kind)) return [{ text: node.text, node }];
  const found: Said[] = [];
  node.forEachChild((child) => {
    found.push(...literals(child));
  });
  return found;
}

const texts: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
]);

function isComparison(node: Node): boolean {
  return isBinaryExpression(node) && /^(===|!==|in|instanceof)$/.test(node.operatorToken.getText());
}

/** Letters that are neither an icon's name nor markup. */
function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replaceAll(/\$\([\w~-]*\)?|<\/?[\w-]+>?|&\w+;/g, ''));
}

function nameOf(name: Node): string {
  return 'text' in name && typeof name.text === 'string' ? name.text : '';
}

function visit(node: Node, act: (node: Node) => void): void {
  act(node);
  node.forEachChild((child) => {
    visit(child, act);
  });
}
