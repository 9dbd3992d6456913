const words = (list: string) => new Set(list.split(' '));

/** https://docs.python.org/3/reference/lexical_analysis.html#keywords. */
const PYTHON = words(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield',
);

const PYTHON_CONSTANTS = words('False None True');

/** Reserved words of ECMAScript modules (ECMA-262, 12.7.2) and of TypeScript. */
const TYPESCRIPT = words(
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield any boolean never number object string symbol unknown arguments eval',
);

/** https://docs.python.org/3/library/functions.html and the exceptions: Ruff rejects names that hide them. */
const BUILTINS = words(
  'abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip Ellipsis Exception NotImplemented GeneratorExit KeyboardInterrupt StopIteration StopAsyncIteration SystemExit BaseException ExceptionGroup BaseExceptionGroup Warning',
);
const BUILTIN_EXCEPTION =
  /^(?:Arithmetic|Assertion|Attribute|BlockingIO|BrokenPipe|Buffer|ChildProcess|Connection\w*|EOF|Environment|FileExists|FileNotFound|FloatingPoint|IO|Import|Indentation|Index|Interrupted|IsADirectory|Key|Lookup|Memory|ModuleNotFound|Name|NotADirectory|NotImplemented|OS|Overflow|Permission|ProcessLookup|Recursion|Reference|Runtime|Syntax|System|Tab|Timeout|Type|UnboundLocal|Unicode\w*|Value|ZeroDivision)Error$|^(?:Bytes|Deprecation|Encoding|Future|Import|PendingDeprecation|Resource|Runtime|Syntax|Unicode|User)Warning$/;

/** System columns of PostgreSQL. Django quotes all other names. */
const SQL = words('ctid cmax cmin tableoid xmax xmin');

const COLUMNS = words('id pk owner owner_id search_text sort_key version created_at updated_at');
const QUERY_PARAMETERS = words('search sort page page_size');
const DJANGO = words(
  'objects check clean clean_fields delete full_clean save save_base refresh_from_db serializable_value validate_unique validate_constraints get_constraints unique_error_message date_error_message prepare_database_save from_db adelete asave arefresh_from_db get_deferred_fields meta',
);
const PYDANTIC = words(
  'construct copy dict fields from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs validate',
);

/** Parameters of Python methods, and methods of the test factories. */
const PARAMETERS = words('self cls build create stub generate create_batch build_batch stub_batch reset_sequence');

export const isReservedInPython = (name: string) =>
  PYTHON.has(name) || PYTHON_CONSTANTS.has(name) || BUILTINS.has(name) || BUILTIN_EXCEPTION.test(name);

export const isReservedInTypeScript = (name: string) => TYPESCRIPT.has(name);

/** Returns why a field cannot have a name in snake case. */
export function whyNotAField(name: string): string | undefined {
  if (COLUMNS.has(name)) return 'every resource has this column';
  if (QUERY_PARAMETERS.has(name)) return 'it is a query parameter of the list';
  if (DJANGO.has(name)) return 'Django models have a method with this name';
  if (PYDANTIC.has(name)) return 'pydantic schemas have a method with this name';
  if (PYTHON.has(name)) return 'it is a Python keyword';
  if (PARAMETERS.has(name)) return 'Python methods use it';
  if (SQL.has(name)) return 'PostgreSQL has a system column with this name';
  if (name in Object.prototype) return 'every JavaScript object has a member with this name';
  return name.startsWith('model_') ? 'pydantic reserves the prefix model_' : undefined;
}
