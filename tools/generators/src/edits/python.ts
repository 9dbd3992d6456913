import { parser } from '@lezer/python';
import { appendElement, cut, cutElement, insert, type Range } from './splice.ts';

type Node = ReturnType<typeof parser.parse>['topNode'];

/** Python is read by a parser and edited by stretches of text: what is not edited keeps every byte. */
function statements(text: string): Node[] {
  const found: Node[] = [];
  for (let node = parser.parse(text).topNode.firstChild; node !== null; node = node.nextSibling) found.push(node);
  return found;
}

const words = (text: string, node: Range | { from: number; to: number }) =>
  'from' in node ? text.slice(node.from, node.to) : text.slice(node.start, node.end);

/** The strings of a list that is assigned at the top of a module. @returns null when there is none of that name */
function listOf(text: string, variable: string): Range[] | null {
  for (const node of statements(text)) {
    const name = node.name === 'AssignStatement' ? node.getChild('VariableName') : null;
    const list = node.getChild('ArrayExpression');
    if (name === null || list === null || words(text, name) !== variable) continue;
    return list.getChildren('String').map(({ from, to }) => ({ start: from, end: to }));
  }
  return null;
}

/** The values of a list of strings at the top of a module; none when there is no such list. */
export function stringsOf(text: string, variable: string): string[] {
  return (listOf(text, variable) ?? []).map((range) => words(text, range).slice(1, -1));
}

/** Puts a string at the end of a list. @throws Error when the module has no such list */
export function addString(text: string, variable: string, value: string): string {
  const elements = listOf(text, variable);
  if (elements === null) throw new Error(`no list called ${variable}`);
  return appendElement(text, elements, `"${value}"`);
}

/** Takes a string out of a list. @returns null when it is not there */
export function removeString(text: string, variable: string, value: string): string | null {
  const index = stringsOf(text, variable).indexOf(value);
  return index === -1 ? null : cutElement(text, listOf(text, variable) ?? [], index);
}

/** Puts a statement on a line of its own after the last one that begins alike. @throws Error when none does */
export function addAfter(text: string, beginning: string, statement: string): string {
  const last = statements(text).findLast((node) => words(text, node).startsWith(beginning));
  if (last === undefined) throw new Error(`no statement that begins with ${beginning}`);
  return insert(text, last.to, `\n${statement}`);
}

/** Puts an import among the others, in the order of their modules. @throws Error when there is no import yet */
export function addImport(text: string, statement: string): string {
  const imports = statements(text).filter((node) => node.name === 'ImportStatement');
  const before = imports.findLast(
    (node) => words(text, node).startsWith('from ') && moduleOf(words(text, node)) < moduleOf(statement),
  );
  if (before === undefined) throw new Error('no import to stand after');
  return insert(text, before.to, `\n${statement}`);
}

const moduleOf = (statement: string) => statement.split(' ')[1] ?? '';

/** Takes a statement out, with its line. @returns null when it is not there */
export function removeStatement(text: string, statement: string): string | null {
  const node = statements(text).find((candidate) => words(text, candidate) === statement);
  return node === undefined ? null : cut(text, { start: node.from, end: node.to + 1 });
}

/** The classes of a module, each with the field that its `__str__` returns: `return self.title`. */
export function classesWithTitle(text: string): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const node of statements(text)) {
    const name = node.name === 'ClassDefinition' ? node.getChild('VariableName') : null;
    if (name === null) continue;
    const method = node
      .getChild('Body')
      ?.getChildren('FunctionDefinition')
      .find((candidate) => {
        const called = candidate.getChild('VariableName');
        return called !== null && words(text, called) === '__str__';
      });
    const returned = method?.getChild('Body')?.getChild('ReturnStatement')?.getChild('MemberExpression');
    const [self, field] = returned === null || returned === undefined ? [] : words(text, returned).split('.');
    found.set(words(text, name), self === 'self' && field !== undefined ? field : null);
  }
  return found;
}
