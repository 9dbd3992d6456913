/** https://docs.python.org/3/reference/lexical_analysis.html#keywords, the soft ones too. */
const PYTHON =
  'false none true and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case type'.split(
    ' ',
  );

/** What no variable of a module may be called (ECMA-262, 12.7.2), and what TypeScript adds. */
const TYPESCRIPT =
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield any boolean never number object string symbol unknown arguments eval'.split(
    ' ',
  );

/** Words that SQLite or PostgreSQL take only in quotation marks (their own lists of reserved words). */
const SQL =
  'add all alter analyse analyze and any array as asc asymmetric autoincrement between binary both by case cast check collate column commit concurrently constraint create cross current_date current_time current_timestamp current_user default deferrable delete desc distinct do drop else end escape except exists fetch for foreign freeze from full grant group having if ilike in index initially inner insert intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not nothing notnull null offset on only or order outer overlaps placing primary references returning right select session_user set similar some symmetric table tablesample then to trailing transaction trigger true union unique update user using values variadic verbose when where window with'.split(
    ' ',
  );

/** Names that the generated modules have already: their imports, their arguments, fixtures of the tests. */
const OWN_NAMES =
  'admin api app base browser copy date draft duration error event fact field form http input json model models notice page pagination payload person problem query queryset record request response route router save schema schemas screen search select selectors server service services session skeleton sort state status stop stranger system test tests toast url user uuid values version within'.split(
    ' ',
  );

/** What every row has, what Django's and pydantic's classes are called, and what the API takes beside the fields. */
const OWN_FIELDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['id', 'pk', 'owner', 'owner_id', 'version', 'created_at', 'updated_at'].map((name) => [
      name,
      'every resource has it already',
    ]),
  ),
  ...Object.fromEntries(['search', 'sort', 'page', 'page_size'].map((name) => [name, 'the list is asked with it'])),
  ...Object.fromEntries(
    'objects check clean clean_fields delete full_clean save save_base refresh_from_db serializable_value validate_unique validate_constraints get_constraints unique_error_message date_error_message prepare_database_save from_db adelete asave arefresh_from_db get_deferred_fields meta'
      .split(' ')
      .map((name) => [name, "Django's models have a method of that name"]),
  ),
  ...Object.fromEntries(
    'construct copy dict fields from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs validate'
      .split(' ')
      .map((name) => [name, "pydantic's schemas have a method of that name"]),
  ),
};

/** Why nothing can be called so; null when something can. Words are in lower case, with underscores. */
export function whyNotAName(word: string): string | null {
  if (PYTHON.includes(word)) return `${word} is a word of Python`;
  if (TYPESCRIPT.includes(word)) return `${word} is a word of TypeScript`;
  return null;
}

/** Why no resource can be called so, besides what is in the tree. */
export function whyNotAResource(word: string): string | null {
  return whyNotAName(word) ?? (OWN_NAMES.includes(word) ? `the generated code has a name ${word} of its own` : null);
}

/** Why no field can be called so. */
export function whyNotAField(word: string): string | null {
  if (word in OWN_FIELDS) return OWN_FIELDS[word] ?? null;
  if (PYTHON.includes(word) && word !== 'type') return `${word} is a word of Python`;
  if (SQL.includes(word)) return `${word} is a word of SQL: a column of that name has to be quoted in every query`;
  if (word.startsWith('model_')) return 'pydantic keeps names that begin with model_ for itself';
  return null;
}
