import * as ts from 'typescript';
import { cut, insert, type Range } from './splice.ts';

/** TypeScript is read by its own parser and edited by stretches of text; Prettier lays the file out afterwards. */
function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('file.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
}

function find<Kind extends ts.Node>(root: ts.Node, is: (node: ts.Node) => node is Kind): Kind | undefined {
  if (is(root)) return root;
  return ts.forEachChild(root, (child) => find(child, is));
}

const importsOf = (file: ts.SourceFile) =>
  file.statements.filter(ts.isImportDeclaration).map((node) => ({
    node,
    from: ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : '',
  }));

/** A statement with its line break. */
const lineOf = (text: string, node: ts.Node): Range => ({
  start: node.getStart(),
  end: text.charAt(node.end) === '\n' ? node.end + 1 : node.end,
});

/** Puts an import among those that are alike, relative or not, in the order of what they import from. */
export function addImport(text: string, statement: string): string {
  const [wanted] = importsOf(parse(statement));
  const imports = importsOf(parse(text));
  if (wanted === undefined) throw new Error(`not an import: ${statement}`);
  const alike = imports.filter(({ from }) => from.startsWith('.') === wanted.from.startsWith('.'));
  const before = alike.findLast(({ from }) => depth(from) > depth(wanted.from) || sorted(from, wanted.from));
  const place = before ?? (alike[0] === undefined ? imports.at(-1) : undefined);
  if (place !== undefined) return insert(text, place.node.end, `\n${statement}`);
  return insert(text, alike[0]?.node.getStart() ?? 0, `${statement}\n`);
}

const depth = (from: string) => from.split('../').length;
const sorted = (a: string, b: string) => depth(a) === depth(b) && a < b;

/** Takes out the import of a module. @returns null when there is none */
export function removeImport(text: string, from: string): string | null {
  const found = importsOf(parse(text)).find((candidate) => candidate.from === from);
  return found === undefined ? null : cut(text, lineOf(text, found.node));
}

/** Puts an export of a module among the others, in the order of what they come from. */
export function addExport(text: string, statement: string): string {
  const exportsOf = (source: string) =>
    parse(source)
      .statements.filter(ts.isExportDeclaration)
      .map((node) => ({
        node,
        from: node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : '',
      }));
  const [wanted] = exportsOf(statement);
  const before = exportsOf(text).findLast(({ from }) => from < (wanted?.from ?? ''));
  return before === undefined ? `${statement}\n${text}` : insert(text, before.node.end, `\n${statement}`);
}

/** The names of all variables, functions, types and imports at the top of a module. */
export function topNames(text: string): Set<string> {
  const file = parse(text);
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) names.add(name.getText());
    } else if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    ) {
      for (const { name } of statement.exportClause.elements) names.add(name.text);
    } else if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      if (bindings && ts.isNamedImports(bindings)) for (const { name } of bindings.elements) names.add(name.text);
    } else if ((ts.isFunctionDeclaration(statement) || ts.isInterfaceDeclaration(statement)) && statement.name) {
      names.add(statement.name.text);
    }
  }
  return names;
}

const statementOf = (file: ts.SourceFile, variable: string) =>
  file.statements.find(
    (statement) =>
      ts.isVariableStatement(statement) &&
      statement.declarationList.declarations.some(({ name }) => name.getText() === variable),
  );

/** Puts statements before that of a variable. @throws Error when there is no such variable */
export function addBefore(text: string, variable: string, statements: string): string {
  const place = statementOf(parse(text), variable);
  if (place === undefined) throw new Error(`no variable ${variable}`);
  return insert(text, place.getStart(), `${statements.trim()}\n\n`);
}

/** Takes out the statement of a variable, with the blank line after it. @returns null when there is none */
export function removeVariable(text: string, variable: string): string | null {
  const node = statementOf(parse(text), variable);
  if (node === undefined) return null;
  const { start, end } = lineOf(text, node);
  return cut(text, { start, end: text.charAt(end) === '\n' ? end + 1 : end });
}

/** The array that a variable is initialised with, or that is the one argument of a call such as `routes.addChildren`. */
function arrayOf(text: string, owner: string): ts.ArrayLiteralExpression {
  const file = parse(text);
  const call = find(
    file,
    (node): node is ts.CallExpression => ts.isCallExpression(node) && node.expression.getText() === owner,
  );
  const variable = find(
    file,
    (node): node is ts.VariableDeclaration => ts.isVariableDeclaration(node) && node.name.getText() === owner,
  );
  const array = call?.arguments[0] ?? variable?.initializer;
  if (array === undefined || !ts.isArrayLiteralExpression(array)) throw new Error(`no array in ${owner}`);
  return array;
}

/** Puts elements at the end of an array. @throws Error when there is no such array */
export function addElements(text: string, owner: string, elements: readonly string[]): string {
  const array = arrayOf(text, owner);
  const last = array.elements.at(-1);
  return last === undefined
    ? insert(text, array.getStart() + 1, elements.join(', '))
    : insert(text, last.end, `, ${elements.join(', ')}`);
}

/** Takes elements out of an array; those that are not there are passed over. */
export function removeElements(text: string, owner: string, elements: readonly string[]): string {
  let edited = text;
  for (const element of elements) {
    const present = arrayOf(edited, owner).elements;
    const index = present.findIndex((node) => node.getText() === element);
    if (index === -1) continue;
    const [before, node, after] = [present[index - 1], present[index], present[index + 1]];
    if (node === undefined) continue;
    edited = cut(edited, {
      start: before?.end ?? node.getStart(),
      end: before === undefined ? (after?.getStart() ?? node.end) : node.end,
    });
  }
  return edited;
}

const attributeOf = (node: ts.JsxElement, name: string) => {
  const attribute = node.openingElement.attributes.properties.find(
    (property): property is ts.JsxAttribute => ts.isJsxAttribute(property) && property.name.getText() === name,
  );
  return attribute?.initializer && ts.isStringLiteral(attribute.initializer) ? attribute.initializer.text : undefined;
};

const isElement =
  (tag: string, attribute: string, value: string) =>
  (node: ts.Node): node is ts.JsxElement =>
    ts.isJsxElement(node) && node.openingElement.tagName.getText() === tag && attributeOf(node, attribute) === value;

/** Puts an element into the navigation: before the link to `before` where there is one, else after its last link. */
export function addLink(text: string, element: string, before: string): string {
  const file = parse(text);
  const next = find(file, isElement('Link', 'to', before));
  if (next !== undefined) {
    const indent = text.slice(text.lastIndexOf('\n', next.getStart()) + 1, next.getStart());
    return insert(text, next.getStart(), `${element}\n${indent}`);
  }
  const nav = find(file, isElement('nav', 'aria-label', 'Main'));
  const last = nav?.children.filter(ts.isJsxElement).at(-1);
  if (last === undefined) throw new Error('no navigation with the label Main and a link in it');
  return insert(text, last.end, `\n${element}`);
}

/** Takes the link to an address out. @returns null when there is none */
export function removeLink(text: string, to: string): string | null {
  const node = find(parse(text), isElement('Link', 'to', to));
  if (node === undefined) return null;
  // With the white space before it, which is its line's indentation.
  return cut(text, { start: node.getFullStart() - blanksBefore(text, node.getFullStart()), end: node.end });
}

const blanksBefore = (text: string, at: number) => /\s*$/.exec(text.slice(0, at))?.[0].length ?? 0;

/** The `path` of every route that a module makes: `createRoute({ path: '/notes' })`. */
export function routePaths(text: string): string[] {
  const paths: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'path' && ts.isStringLiteral(node.initializer)) {
      paths.push(node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(text));
  return paths;
}
