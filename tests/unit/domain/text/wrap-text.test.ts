import { describe, expect, it } from 'vitest';
import { wrapText } from '../../../../src/domain/text/wrap-text.ts';

describe('wrapText', () => {
	it('breaks at spaces, and leaves a longer word whole', () => {
		expect(wrapText('one two three-and-more four', 9)).toEqual(['one two', 'three-and-more', 'four']);
	});

	it('takes a word of a megabyte, which looks like a host again at each of its letters', { timeout: 5_000 }, () => {
		const word = '⚠'.repeat(2 ** 20);

		expect(wrapText(`one ${word} two`, 80)).toEqual(['one', word, 'two']);
	});

	it.each([
		'[192.0.2.1]:2222 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl',
		'edge-01 ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEmKSENjQEezOmxkZMy7opKgwFB9',
		'"fleet-drift init --help"',
		'fleet-drift fetch edge-01 --write',
		'ssh-algorithms: legacy',
		'host-key: "SHA256:uNiVztksCsDhcc0u9e8BrtS8"',
		'platforms: { "f5": NAME }',
		'91.67 %',
		`env: { FLEET_PASSWORD: "\${{ secrets.FLEET_PASSWORD }}" }`,
	])('leaves what people copy in one piece: %s', (copied) => {
		for (const width of [20, 40, 79]) {
			const lines = wrapText(
				`Compare it with the console of the device first. Then add ${copied} where it belongs`,
				width,
			);

			expect(lines.filter((line) => line.includes(copied))).toHaveLength(1);
			expect(lines.filter((line) => line.length > width && !line.includes(copied))).toEqual([]);
		}
	});
});
