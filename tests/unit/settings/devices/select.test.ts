import { describe, expect, it } from 'vitest';
import type { Device } from '../../../../src/domain/device.ts';
import { ConfigurationError, formatProblem } from '../../../../src/errors.ts';
import { compileSelect } from '../../../../src/settings/devices/select.ts';

const edge: Device = {
	name: 'edge-07',
	host: '192.0.2.7',
	port: null,
	platform: 'arista_eos',
	transport: 'ssh',
	site: 'ams',
	role: 'edge',
	tags: ['prod', 'dc:1'],
	groups: ['tacacs-eu'],
};
const bare: Device = { ...edge, name: 'core-1', site: null, role: null, tags: [], groups: [] };

describe('compileSelect', () => {
	it.each([
		['site=ams', true, false],
		['site=fra,ams', true, false],
		['site=fra', false, false],
		['!site=fra', true, true],
		['role=edge tag=prod', true, false],
		['role=edge tag=lab', false, false],
		['tag=lab,prod', true, false],
		['tag=dc:*', true, false],
		['group=tacacs-eu', true, false],
		['platform=arista_eos', true, true],
		['platform=cisco_*', false, false],
		['name=edge-*', true, false],
		['edge-*', true, false],
		['edge-* !edge-07', false, false],
		['edge-?7,core-1', true, true],
		['!edge-*,core-*', false, false],
		['  edge-07\t', true, false],
		['Edge-07', false, false],
	])('%s', (expression, takesEdge, takesBare) => {
		const isSelected = compileSelect(expression);

		expect([isSelected(edge), isSelected(bare)]).toEqual([takesEdge, takesBare]);
	});

	it.each([
		['', ['the select expression is empty. Write terms such as: site=ams,fra role=edge !edge-07']],
		['sites=ams', ['unknown key "sites" in select. Did you mean "site"? Keys: name, site, role, tag, group, platform']],
		['constructor=x', ['unknown key "constructor" in select. Keys: name, site, role, tag, group, platform']],
		['site=', ['a value is missing in "site=" in select. Write terms such as: site=ams,fra role=edge !edge-07']],
		['!', ['a value is missing in "!" in select. Write terms such as: site=ams,fra role=edge !edge-07']],
		[
			'site=a,,b site=a=b !!x',
			[
				'a value is missing in "site=a,,b" in select. Write terms such as: site=ams,fra role=edge !edge-07',
				'"site=a=b" in select cannot be read. Write terms such as: site=ams,fra role=edge !edge-07',
				'"!!x" in select cannot be read. Write terms such as: site=ams,fra role=edge !edge-07',
			],
		],
	])('refuses "%s"', (expression, expected) => {
		expect(() => compileSelect(expression)).toThrowError(
			expect.toSatisfy((error) => {
				expect(error).toBeInstanceOf(ConfigurationError);
				expect((error as ConfigurationError).problems.map(formatProblem)).toEqual(expected);
				return true;
			}),
		);
	});
});
