import { describe, expect, it } from 'vitest';
import { starterWorkflow } from '../../../src/settings/starter/starter-workflow.ts';
import { codeBlocks, documents, findFiles, readFile } from '../../support/docs/documents.ts';
import { actionErrors, workflowErrors } from '../../support/docs/github-syntax.ts';

const workflows = [
	...findFiles('{.github,examples}/workflows/*.yml').map((name) => ({ name, text: readFile(name) })),
	...documents()
		.flatMap(codeBlocks)
		.filter(({ language, code }) => language === 'yaml' && /^jobs:/m.test(code) && /^on:/m.test(code))
		.map(({ path, line, code }) => ({ name: `${path}:${line}`, text: code })),
	{ name: 'what init writes', text: starterWorkflow(['FLEET_USERNAME', 'NETBOX_TOKEN']) },
];

describe("GitHub's own reader of workflows", () => {
	it.each(workflows)('takes $name', async ({ name, text }) => {
		expect(await workflowErrors(name, text)).toEqual([]);
	});

	it('takes action.yml', () => {
		expect(actionErrors('action.yml', readFile('action.yml'))).toEqual([]);
	});

	it.each([
		['a misspelt key', 'permissions:', 'permisions:', "Unexpected value 'permisions'"],
		['a misspelt context', 'secrets.FLEET_USERNAME', 'secret.FLEET_USERNAME', "Unrecognized named-value: 'secret'"],
		['an expression without its end', 'FLEET_USERNAME }}', 'FLEET_USERNAME }', 'The expression is not closed'],
		['a job that waits for none', 'runs-on:', 'needs: build\n    runs-on:', 'at least one job with no dependencies'],
		['a time that is none', '17 4 * * *', '17 25 * * *', 'cron'],
	])('finds %s', async (_, good, bad, message) => {
		const text = starterWorkflow(['FLEET_USERNAME']).replace(good, bad);

		expect((await workflowErrors('w.yml', text)).join('\n')).toContain(message);
	});

	it('finds what is wrong with an action.yml', () => {
		const text = readFile('action.yml').replace('using: node24', 'usin: node24');

		expect(actionErrors('action.yml', text)).not.toEqual([]);
	});
});
