import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
	type CodeBlock,
	codeBlocks,
	codeSpans,
	documents,
	readFile,
	shownFiles,
} from '../../support/docs/documents.ts';
import { shellFault } from '../../support/docs/shell.ts';
import { loadWithFiles } from '../../support/inventory/load-with-files.ts';

const blocks = documents()
	.flatMap(codeBlocks)
	.map((block) => ({ ...block, name: `${block.path}:${block.line}` }));
const ofKind = (language: string, shape = /(?:)/): readonly (CodeBlock & { readonly name: string })[] =>
	blocks.filter((block) => block.language === language && shape.test(block.code));

/** What a job of a workflow may hold, for blocks that show a part of one. */
const JOB_KEYS = ['env', 'permissions', 'environment', 'runs-on', 'timeout-minutes', 'steps', 'concurrency', 'if'];

/** Every variable that an example refers to is set. */
function environmentFor(text: string): Readonly<Record<string, string>> {
	const names = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name);
	const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n';
	return Object.fromEntries(names.map((name) => [name, name.endsWith('PRIVATE_KEY') ? key : `value of ${name}`]));
}

describe('code blocks', () => {
	it('are in languages that are checked here', () => {
		const known = ['sh', 'yaml', 'text'];

		expect(blocks.filter(({ language }) => !known.includes(language)).map(({ name }) => name)).toEqual([]);
		expect(ofKind('yaml', /^version: 1$/m).length).toBeGreaterThan(2);
		expect(ofKind('sh').length).toBeGreaterThan(10);
	});

	it.each(ofKind('yaml', /^version: 1$/m))('$name is a fleet.yml', async ({ path, code }) => {
		const files = shownFiles({ path, text: readFile(path) });
		// NetBox is not asked; the examples of it have a device of their own.
		const { fleet, problems, warnings } = await loadWithFiles(code, files, {
			env: environmentFor(code),
			online: false,
		});

		expect(problems).toEqual([]);
		expect(fleet.devices.length).toBeGreaterThan(0);
		expect(warnings.filter((warning) => !warning.includes('is not asked for its devices'))).toEqual([]);
	});

	it.each(ofKind('yaml', /^version: 1$/m))('$name is what an editor takes for one', ({ code }) => {
		const isValid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
			JSON.parse(readFile('schema/fleet.schema.json')),
		);

		expect(isValid(parse(code)), JSON.stringify(isValid.errors)).toBe(true);
	});

	it.each(ofKind('yaml').filter(({ code }) => !/^(?:version: 1$|jobs:)/m.test(code)))(
		'$name is a part of a job',
		({ code }) => {
			expect(Object.keys(parse(code)).filter((key) => !JOB_KEYS.includes(key))).toEqual([]);
		},
	);

	it.each(ofKind('sh'))('$name can be typed', ({ code }) => {
		for (const line of code.trimEnd().split('\n')) expect(shellFault(line), line).toBeNull();
	});
});

describe('commands in sentences', () => {
	const spans = documents().flatMap((document) =>
		codeSpans(document)
			.filter((code) => /^(?:npm|npx|fleet-drift|gh|node) \S/.test(code) && !code.includes('|'))
			.map((code) => ({ code: code.replace(/ …$/, ''), path: document.path }))
			// Half a command that stands for all that begin so.
			.filter(({ code }) => code !== 'npm run' && code !== 'npx'),
	);

	it.each(spans)('$path: $code', ({ code }) => {
		expect(shellFault(code)).toBeNull();
	});
});

describe('the check of commands', () => {
	it.each([
		['fleet-drift adit', 'there is no command adit'],
		['fleet-drift audit --selekt site=ams', 'audit has no option --selekt'],
		['fleet-drift audit --select', '--select of audit has no value'],
		['fleet-drift preflight', 'preflight needs --base'],
		['fleet-drift diff a.cfg --platform frr', 'diff takes other arguments'],
		['fleet-drift audit a.cfg', 'audit takes other arguments'],
		['npm install && npm run dmeo', 'package.json has no script dmeo'],
		['npx node scripts/none.ts', 'there is no file scripts/none.ts'],
		['curl https://example.com', 'curl is no program that a document may use'],
	])('refuses %s', (line, fault) => {
		expect(shellFault(line)).toBe(fault);
	});
});
