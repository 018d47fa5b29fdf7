import { describe, expect, it } from 'vitest';
import { maskContent } from '../../../../src/domain/masking/mask-content.ts';
import { compileMasks } from '../../../../src/domain/masking/registry.ts';
import { renderMasking } from '../../../../src/reporting/terminal/render-masking.ts';
import { platformOf } from '../../../support/platform-of.ts';

const masks = compileMasks(platformOf('cisco_ios'), { userMasks: [], fingerprintKey: 'k'.repeat(16) });
const CONFIG = `! Last configuration change at 10:00:00 UTC Mon Nov 23 2026 by anna
hostname edge-01
snmp-server community fictive RO
username anna privilege 15 secret 9 $9$fictive a remark that goes on and on and on for longer than a terminal
end
`;
const render = (width: number, config = CONFIG, named: readonly string[] = []) =>
	renderMasking(maskContent(config, masks), masks, { named: new Set(named), width });

describe('renderMasking', () => {
	it('fits a terminal, with a heading over every column', () => {
		const text = render(80, CONFIG, [
			'secret/ios-vtp-password',
			'volatile/ios-building',
			...Array<string>(20).fill('x'),
		]);

		expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
		expect(text).toMatch(/^ {2}LINE {2}MASK +WHAT IS LEFT OF IT\n {5}1 {2}volatile\/\S+ +dropped$/mu);
		expect(text).toMatch(/^3 of 5 lines were dropped or altered\n\n LINES {2}MASK +WHY\n {5}1 {2}\S+\n {10}\S/mu);
		expect(text).toMatch(/^ {5}4 {2}secret\/\S+\n {10}username anna privilege 15 secret 9 <secret:\w{6}>/mu);
	});

	it('keeps a line in one piece where nobody looks', () => {
		expect(render(Number.POSITIVE_INFINITY)).toMatch(/^ {5}4 {2}\S+ +username .* for longer than a terminal$/mu);
	});

	it('shows no columns where no mask hit', () => {
		expect(render(80, 'hostname edge-01\nend\n')).toMatch(
			/^0 of 2 lines were dropped or altered\n\n\d+ of \d+ masks hit nothing\n$/u,
		);
	});

	it('shows of a line that several masks hit only what is left in the end', () => {
		const routeros = compileMasks(platformOf('mikrotik_routeros'), { userMasks: [], fingerprintKey: 'k'.repeat(16) });
		const config =
			'/snmp community\nset [ find default=yes ] authentication-password=f1ctive-a encryption-password=f1ctive-b name=f1ctive-c\n';

		const { hits, masked } = maskContent(config, routeros);
		expect(hits.length).toBeGreaterThan(1);
		const text = renderMasking({ hits, masked }, routeros, { named: new Set(), width: 200 });

		expect(text).toContain('encryption-password=<secret:');
		expect(text).not.toContain('f1ctive');
	});

	it('sends a terminal none of what a config says to it', () => {
		expect(render(80, 'snmp-server community fictive RO \u001b[2J##[error]x\nend\n')).not.toMatch(/\u001b|##\[/u);
	});
});
