import { TestEnvironment } from 'jest-environment-node';
import vm, { type CompileFunctionOptions } from 'node:vm';

/** Of this process, that is of all test files a worker runs. */
const scripts = new Map<string, vm.Script>();

/**
 * Stands in for `vm.compileFunction`, with which Jest compiles every module anew for every test file.
 * A script is compiled once and run in the context of each test file, so modules stay as separate as
 * before. `import()` is not supported, as it is not in Jest without a flag of Node.js.
 */
function compileOnce(
	code: string,
	parameters: readonly string[] = [],
	{ filename = '', parsingContext }: CompileFunctionOptions = {},
): unknown {
	if (!parsingContext) throw new Error('Modules are compiled for the context of a test file');
	const head = `(function (${parameters.join(', ')}) {`;
	const source = `${head}${code}\n})`;
	const key = `${filename}\n${source}`;
	let script = scripts.get(key);
	if (!script) {
		script = new vm.Script(source, { filename, columnOffset: -head.length });
		scripts.set(key, script);
	}
	return script.runInContext(parsingContext);
}

Object.assign(vm, { compileFunction: compileOnce });

/** Node.js for a test file, without compiling again what an earlier test file has loaded. */
export default TestEnvironment;
