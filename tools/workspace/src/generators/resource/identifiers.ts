import type { Tree } from '@nx/devkit';
import ts from 'typescript';

/** Names that a file uses as variables, functions or types. Members of objects are not among them: they collide with nothing. */
export function identifiersIn(path: string, text: string): Set<string> {
  return path.endsWith('.py') ? pythonNames(text) : typescriptNames(path, text);
}

function typescriptNames(path: string, text: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node) && !isMember(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return names;
}

function isMember(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isBindingElement(parent) || ts.isImportSpecifier(parent)) return parent.propertyName === node;
  if (ts.isJsxAttribute(parent)) return parent.name === node;
  if (ts.isJsxOpeningLikeElement(parent) || ts.isJsxClosingElement(parent)) return /^[a-z]/.test(node.text);
  return (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node;
}

/** Words outside strings and comments, without modules, attributes and keyword arguments. */
function pythonNames(text: string): Set<string> {
  const code = text.replaceAll(/"""[^]*?"""|f?"(?:[^"\\\n]|\\.)*"|#.*|^from .* import/gm, '""');
  return new Set(code.match(/(?<![\w.])[A-Za-z_]\w*(?!\w|\s*=(?!=)(?<=[(,]\s*\w+\s*=))/g));
}

/** Names that the class bodies with a certain attribute use. In them, an attribute hides a name of the module. */
export function namesBesideAttribute(text: string, attribute: string): Set<string> {
  const bodies = [...text.matchAll(/^class .*:\n((?:(?: {4}.*)?\n)*)/gm)].map(([, body = '']) => body);
  const statements = bodies
    .filter((body) => new RegExp(`^ {4}${attribute}\\b`, 'm').test(body))
    .flatMap((body) => body.match(/^ {4}[\w@].*$/gm) ?? [])
    .filter((line) => !/^ +(?:class|def) /.test(line));
  return new Set(statements.flatMap((line) => [...pythonNames(line.replace(/^ +\w+(?=:| =)/, ''))]));
}

/** A tree that keeps written files in a map. */
export function memoryTree(tree: Tree, files: Map<string, string>): Tree {
  const write = (path: string, content: string | Buffer) => void files.set(path, content.toString());
  return Object.assign(Object.create(tree) as Tree, { write, exists: (path: string) => files.has(path) });
}
