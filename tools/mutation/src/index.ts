export { applyMutant, operators, type Edit, type Mutant, type Operator } from './mutant';
export { nginxMutants, type NginxOptions } from './nginx/mutants';
export { pythonMutants, type PythonOptions } from './python/mutants';
