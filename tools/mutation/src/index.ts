export { changedLines, onChangedLines, type LineRange } from './changed';
export { lintExceptions, mostExceptions, type Exception } from './exceptions';
export { applyMutant, operators, type Edit, type Mutant, type Operator } from './mutant';
export { nginxMutants, type NginxOptions } from './nginx/mutants';
export { pythonMutants, type PythonOptions } from './python/mutants';
export { markdownReport, terminalSummary, type ReportOptions, type Result } from './report';
export { count, scoreOf, type Counts } from './score';
export { defaultVariables, places, readSources, workspaceMutants } from './workspace';
