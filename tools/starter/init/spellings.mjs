// @ts-check
/**
 * Where the template's name stands, how it is spelled there, and what stands there afterwards. Each place is decided by
 * the text before and after it; a place that no rule knows stops everything, because a guess would be wrong in a product
 * whose name has a dash.
 */

/** The template's name: one word that means nothing else in the tree, so that every occurrence of it is the name. */
export const PLACEHOLDER = 'tandem';

/**
 * @typedef {object} Spellings
 * @property {string} kebab folders, databases, hosts, Compose's project: `ox-cart`
 * @property {string} pascal types: `OxCart`
 * @property {string} camel variables: `oxCart`
 * @property {string} screaming variables of the environment: `OX_CART`
 * @property {string} title what a person reads: `Ox Cart`
 * @property {string} scope the npm scope, without `@`
 * @property {string} module the Python package
 * @property {string} images what stands before `/web` and `/api`
 */

/**
 * @typedef {object} Rule
 * @property {string} word the placeholder as it is written there
 * @property {keyof Spellings} to
 * @property {RegExp} [before] must match at the end of the text before the word
 * @property {RegExp} [after] must match at the beginning of the text after it
 * @property {RegExp} [file] must match the path
 */

/** In this order: the first that fits decides. @type {readonly Rule[]} */
export const RULES = [
  { word: 'TANDEM', to: 'screaming', after: /^_/ },
  { word: 'Tandem', to: 'pascal', after: /^[A-Za-z0-9_]/ },
  { word: 'Tandem', to: 'title' },
  { word: 'tandem', to: 'scope', before: /@$/ },
  { word: 'tandem', to: 'camel', after: /^[A-Z]/ },
  // The folder of what one machine keeps, `.tandem`.
  { word: 'tandem', to: 'kebab', before: /(?:^|[^\w.])\.$/ },
  { word: 'tandem', to: 'images', before: /(?:^|[^\w/}])$/, after: /^\/(?:web|api|\$\{name\})(?![\w-])/ },
  { word: 'tandem', to: 'images', before: /_IMAGES:-$|'reference=$/ },
  { word: 'tandem', to: 'images', before: /variable "IMAGES" \{\n {2}default = "$/ },
  // Files, hosts, names made of several words.
  { word: 'tandem', to: 'kebab', after: /^(?:-|\.(?:sqlite3|example)\b)/ },
  { word: 'tandem', to: 'kebab', before: /problem-type:$/ },
  // A folder of images in a registry, which has a host name already.
  { word: 'tandem', to: 'kebab', before: /(?:registry\.example|127\\?\.0\\?\.0\\?\.1:5000)\\?\/$/ },
  // Compose's project.
  { word: 'tandem', to: 'kebab', before: /^name: $/m, file: /compose\.yaml$/ },
  { word: 'tandem', to: 'kebab', before: /(?:COMPOSE_PROJECT_NAME'\] \?\? '|tandem-web-1 )$/ },
  // The Python package: its folder, its modules, the logger that is named after it.
  { word: 'tandem', to: 'module', before: /(?:apps\/api\/|\{projectRoot\}\/(?:\{config,)?)$|`config` and `$/ },
  { word: 'tandem', to: 'module', before: /(?:config|apps\/api\/tandem) $/, file: /Dockerfile$/ },
  { word: 'tandem', to: 'module', after: /^\.(?:[a-z_*]|\$\{|<%-)/ },
  { word: 'tandem', to: 'module', before: /(?:^|[^\w./-])$/, file: /\.py$|(?:^|\/)pyproject\.toml$/ },
  // PostgreSQL's role and database, which SQL would have to quote if there were a dash in them.
  { word: 'tandem', to: 'module', before: /postgres:\/\/$/, after: /^@/ },
  { word: 'tandem', to: 'module', before: /(?:postgres|mongo):\/\/\S+\/$/ },
  { word: 'tandem', to: 'module', before: /POSTGRES_(?:USER|DB): $|--(?:username|dbname)(?:', '| )$/ },
];

/** How much of a line a rule may look at. */
const CONTEXT = 120;

/** A place that no rule knows. */
export class UnknownSpelling extends Error {
  /** @param {string} path @param {string} line */
  constructor(path, line) {
    super(`${path} spells the template's name in a way that no rule knows: ${line.trim()}`);
  }
}

/**
 * Writes the product's name wherever the template's stands.
 *
 * @param {string} path the file's, from the root: some rules are for some files
 * @param {string} text
 * @param {Spellings} spellings
 * @returns {string}
 * @throws {UnknownSpelling}
 */
export function respell(path, text, spellings) {
  return text.replaceAll(new RegExp(PLACEHOLDER, 'gi'), (word, /** @type {number} */ index) => {
    const before = text.slice(Math.max(0, index - CONTEXT), index);
    const after = text.slice(index + word.length, index + word.length + CONTEXT);
    const rule = RULES.find((each) => fits(each, word, before, after, path));
    if (rule === undefined) throw new UnknownSpelling(path, lineAt(text, index));
    return spellings[rule.to];
  });
}

/**
 * Where a file or folder goes. A path is spelled as it would be in a sentence about it.
 *
 * @param {string} path
 * @param {Spellings} spellings
 * @returns {string}
 * @throws {UnknownSpelling}
 */
export function respellPath(path, spellings) {
  return respell(path, path, spellings);
}

/**
 * @param {Rule} rule
 * @param {string} word
 * @param {string} before
 * @param {string} after
 * @param {string} path
 */
function fits(rule, word, before, after, path) {
  return (
    rule.word === word &&
    (rule.file?.test(path) ?? true) &&
    (rule.before?.test(before) ?? true) &&
    (rule.after?.test(after) ?? true)
  );
}

/** @param {string} text @param {number} index */
function lineAt(text, index) {
  const start = text.lastIndexOf('\n', index) + 1;
  const end = text.indexOf('\n', index);
  return text.slice(start, end === -1 ? undefined : end);
}
