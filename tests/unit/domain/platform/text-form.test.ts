import { describe, expect, it } from 'vitest';
import { masksInAllForms, readAs } from '../../../../src/domain/platform/text-form.ts';
import { platformOf } from '../../../support/platform-of.ts';

const panos = platformOf('paloalto_panos');
const routeros = platformOf('mikrotik_routeros');

describe('readAs', () => {
	it('changes nothing where a transport gives what the command line shows', () => {
		expect(readAs(panos, 'ssh')).toBe(panos);
		expect(readAs(platformOf('arista_eos'), 'rest')).toBe(platformOf('arista_eos'));
		expect(readAs(platformOf('juniper_junos'), 'netconf')).toBe(platformOf('juniper_junos'));
	});

	it('reads a document by its own rules, and mends it by no commands', () => {
		const read = readAs(panos, 'rest');

		expect(read.syntax.style).toBe('xml');
		expect(read.completeness.proof).toBe('parses');
		expect(panos.remediation).toBe('set-statements');
		expect(read.remediation).toBeUndefined();
	});

	it('asks no rule about lines of the command line about a document', () => {
		const { ranges, ports, lists, defaults } = platformOf('cisco_xe');
		const read = readAs(platformOf('cisco_xe'), 'rest');

		for (const rules of [ranges, ports, lists, defaults]) expect(rules).toBeDefined();
		expect([read.ranges, read.ports, read.lists, read.defaults]).toEqual([undefined, undefined, undefined, undefined]);
	});

	it('changes only what a form says', () => {
		const { syntax, masks, completeness } = readAs(routeros, 'rest');

		expect([syntax, masks]).toEqual([routeros.syntax, routeros.masks]);
		expect(completeness).not.toEqual(routeros.completeness);
	});
});

it('masksInAllForms lists each mask once', () => {
	const masks = masksInAllForms(platformOf('cisco_xe'));

	expect(masks).toEqual([...new Set(masks)]);
	for (const id of ['secret/ios-enable', 'secret/json-value', 'secret/xml-value']) {
		expect(masks.map((mask) => mask.id)).toContain(id);
	}
});
