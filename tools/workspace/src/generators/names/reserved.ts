const words = (list: string) => new Set(list.split(' '));

/** https://docs.python.org/3/reference/lexical_analysis.html#keywords, including soft keywords. */
const PYTHON = words(
  'false none true and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case type',
);

/** Reserved words of ECMAScript modules (ECMA-262, 12.7.2) and of TypeScript. */
const TYPESCRIPT = words(
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield any boolean never number object string symbol unknown arguments eval',
);

/** Words that SQLite or PostgreSQL accept as identifiers only when quoted. */
const SQL = words(
  'add all alter analyse analyze and any array as asc asymmetric autoincrement between binary both by case cast check collate column commit concurrently constraint create cross current_date current_time current_timestamp current_user default deferrable delete desc distinct do drop else end escape except exists fetch for foreign freeze from full grant group having if ilike in index initially inner insert intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not nothing notnull null offset on only or order outer overlaps placing primary references returning right select session_user set similar some symmetric table tablesample then to trailing transaction trigger true union unique update user using values variadic verbose when where window with',
);

/** Names that the generated modules import or define. */
const GENERATED = words(
  'action actions admin api app change changes choice choices client close code conflict create data date day dialog discard draft element error fact facts factory field fields find form found gate http input item items json link list method mine model models name names navigate notice number open other owner page pages pagination path payload pool problem problems query querysets remove request response rest retry route router run save saved schema schemas screen search select selectors server service services session sort start state status stored summary test tests text time title titles toast transaction update url user uuid value values version window within word',
);

const COLUMNS = words('id pk owner owner_id version created_at updated_at');
const QUERY_PARAMETERS = words('search sort page page_size');
const DJANGO = words(
  'objects check clean clean_fields delete full_clean save save_base refresh_from_db serializable_value validate_unique validate_constraints get_constraints unique_error_message date_error_message prepare_database_save from_db adelete asave arefresh_from_db get_deferred_fields meta',
);
const PYDANTIC = words(
  'construct copy dict fields from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs validate',
);

/** Returns why a resource cannot have a name in snake case. */
export function whyNotAResource(name: string): string | undefined {
  if (PYTHON.has(name)) return 'it is a Python keyword';
  if (TYPESCRIPT.has(name)) return 'it is a TypeScript keyword';
  return GENERATED.has(name) ? 'the generated code uses this name' : undefined;
}

/** Returns why a field cannot have a name in snake case. */
export function whyNotAField(name: string): string | undefined {
  if (COLUMNS.has(name)) return 'every resource has this column';
  if (QUERY_PARAMETERS.has(name)) return 'it is a query parameter of the list';
  if (DJANGO.has(name)) return 'Django models have a method with this name';
  if (PYDANTIC.has(name)) return 'pydantic schemas have a method with this name';
  if (PYTHON.has(name) && name !== 'type') return 'it is a Python keyword';
  if (SQL.has(name)) return 'it is an SQL keyword';
  return name.startsWith('model_') ? 'pydantic reserves the prefix model_' : undefined;
}
