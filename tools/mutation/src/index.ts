export { changedLines, onChangedLines, type LineRange } from './changed.ts';
export { lintExceptions, mostExceptions, type Exception } from './exceptions.ts';
export { applyMutant, operators, type Edit, type Mutant, type Operator } from './mutant.ts';
export { nginxMutants, type NginxOptions } from './nginx/mutants.ts';
export { pythonMutants, type PythonOptions } from './python/mutants.ts';
export { markdownReport, terminalSummary, type ReportOptions, type Result } from './report.ts';
export { count, scoreOf, type Counts } from './score.ts';
export { defaultVariables, places, readSources, workspaceMutants } from './workspace.ts';
