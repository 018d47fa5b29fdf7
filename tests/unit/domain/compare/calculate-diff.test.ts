import { describe, expect, it } from 'vitest';
import { compareTexts, differences } from '../../../support/compare-texts.ts';
import { platformOf } from '../../../support/platform-of.ts';

describe('calculateDiff', () => {
	it('says nothing about equal configs, and then has neither diff nor fingerprint', () => {
		const text = ['hostname a', 'interface 1', ' shutdown', 'end'];

		expect(compareTexts({ intended: text, running: text })).toMatchObject({ changes: [], diff: '', fingerprint: null });
	});

	it('tells missing from extra: intended, not running; running, not intended', () => {
		expect(differences({ intended: ['ntp a b c'], running: ['logging d'] })).toEqual([
			'extra logging d',
			'missing ntp a b c',
		]);
	});

	it('gives a change the line numbers of the texts that came in, behind everything that was masked', () => {
		const { changes } = compareTexts({
			intended: ['!', '', 'interface 1', ' mtu 1500'],
			running: ['clock 12', 'clock 13', '! a comment', 'interface 1', '', ' mtu 9000'],
		});

		expect(changes).toEqual([
			{
				kind: 'changed',
				lineage: ['interface 1'],
				line: 'mtu 1500',
				runningText: 'mtu 9000',
				intendedLine: 4,
				runningLine: 6,
				class: null,
			},
		]);
	});

	it('says near which intended line a line belongs that only the device has', () => {
		const { changes } = compareTexts({
			intended: ['hostname a', 'interface 1', ' mtu 9', ' ip x', 'interface 2', ' mtu 9'],
			running: ['hostname a', 'banner x', 'interface 1', ' mtu 9', ' ip x', ' late', 'interface 2', ' early', ' mtu 9'],
		});

		expect(changes.map(({ line, nearLine }) => [line, nearLine])).toEqual([
			['banner x', 1],
			['late', 4],
			['early', 5],
		]);
	});

	it('reports a section that one side lacks line by line', () => {
		expect(differences({ intended: ['interface 1', ' shutdown', ' mtu 9'], running: [] })).toEqual([
			'missing interface 1',
			'missing interface 1 > shutdown',
			'missing interface 1 > mtu 9',
		]);
	});

	it('does not care about the order of what has none', () => {
		expect(
			differences({
				intended: ['interface 1', ' shutdown', ' mtu 9', 'interface 2', ' mtu 9'],
				running: ['interface 2', ' mtu 9', 'interface 1', ' mtu 9', ' shutdown'],
			}),
		).toEqual([]);
	});

	it('keeps duplicates: a line that stands there twice must run twice (netutils#364)', () => {
		const section = (...lines: readonly string[]): readonly string[] => ['interface 1', ...lines];

		expect(differences({ intended: section(' a', ' a', ' b'), running: section(' a', ' b') })).toEqual([
			'missing interface 1 > a',
		]);
		expect(differences({ intended: section(' a', ' b'), running: section(' a', ' b', ' a') })).toEqual([
			'extra interface 1 > a',
		]);
	});

	it('does not take a line of one section for the same line of another', () => {
		expect(
			differences({
				intended: ['interface 1', ' shutdown', 'interface 2', ' mtu 9'],
				running: ['interface 1', ' mtu 9', 'interface 2', ' shutdown'],
			}),
		).toEqual([
			'extra interface 1 > mtu 9',
			'missing interface 1 > shutdown',
			'extra interface 2 > shutdown',
			'missing interface 2 > mtu 9',
		]);
	});

	it.each([
		['twice', ['router 1', ' a', 'hostname x', 'router 1', ' b'], ['router 1', ' b', ' a', 'hostname x']],
		['first without content', ['interface 1', 'interface 1', ' a'], ['interface 1', ' a']],
		['again without content', ['interface 1', ' a', 'interface 1'], ['interface 1', ' a']],
		['without content on the other side', ['interface 1', 'interface 1'], ['interface 1', ' a']],
	])('reads a section that is opened %s as one', (_, intended, running) => {
		const difference = running.includes(' a') && !intended.includes(' a') ? ['extra interface 1 > a'] : [];

		expect(differences({ intended, running })).toEqual(difference);
	});

	it('never lets a section swallow a block with the same first line', () => {
		expect(
			differences({
				intended: ['banner motd', ' x'],
				running: ['banner motd', ' x', 'banner motd #', 'hello', '#'],
			}),
		).toEqual(['extra banner motd', 'extra banner motd > hello']);
	});

	it('finds the content of a section that the other side has without any', () => {
		expect(differences({ intended: ['policy A'], running: ['policy A', '  pass', 'end-policy'] })).toEqual([
			'extra policy A >   pass',
		]);
	});

	it('reports a secret that changed, and shows neither', () => {
		const { changes, diff } = compareTexts({ intended: ['user anna auth old'], running: ['user anna auth new'] });

		expect(changes).toHaveLength(1);
		expect(diff).not.toMatch(/old|new/);
		expect(changes[0]).toMatchObject({ kind: 'changed', line: expect.stringMatching(/auth <secret:[0-9a-f]{6}>$/) });
	});

	it('does not report what is encrypted anew at every show', () => {
		expect(differences({ intended: ['sealed aaaa'], running: ['sealed bbbb'] })).toEqual([]);
	});

	it('keeps who changed the device as a fact, and out of the changes', () => {
		const report = compareTexts({ intended: ['clock 1'], running: ['clock 12 by anna', 'clock 13'] });

		expect(report).toMatchObject({
			changes: [],
			metadata: { changedBy: 'anna' },
			masked: { lines: 2, patterns: { 'volatile/clock': 2 } },
		});
	});

	it('compares braces with set statements', () => {
		const platform = platformOf('juniper_junos');
		const intended = 'system {\n    host-name edge;\n    name-server [ 192.0.2.1 192.0.2.2 ];\n}\n';
		const running = 'set system host-name edge\nset system name-server 192.0.2.1\n';

		expect(differences({ platform, intended, running })).toEqual(['missing set system name-server 192.0.2.2']);
	});

	it('lists what an ignore rule took out with its reason, and judges by the rest', () => {
		const report = compareTexts({
			intended: ['ntp a', 'logging b'],
			running: [],
			options: { ignore: ({ line }) => (line === 'ntp a' ? 'planned for May' : null) },
		});

		expect(report.changes.map(({ line }) => line)).toEqual(['logging b']);
		expect(report.diff).not.toContain('ntp a');
		expect(report.ignored).toEqual([{ change: expect.objectContaining({ line: 'ntp a' }), reason: 'planned for May' }]);
	});
});

describe('scope: declared', () => {
	const options = { scope: 'declared' } as const;

	it('says nothing about lines and sections that the intended config does not mention', () => {
		expect(
			differences({
				intended: ['interface 1', ' mtu 9'],
				running: ['hostname x', 'interface 1', ' shutdown', ' mtu 9', 'interface 2', ' mtu 9'],
				options,
			}),
		).toEqual([]);
	});

	it('still reports what is missing and what has another value', () => {
		expect(
			differences({
				intended: ['hostname a', 'interface 1', ' mtu 9'],
				running: ['hostname b', 'interface 1'],
				options,
			}),
		).toEqual(['changed hostname a → hostname b', 'missing interface 1 > mtu 9']);
	});

	it('reports a foreign entry of a list whose order counts: the list is one value', () => {
		expect(
			differences({
				intended: ['list A', ' permit 1', 'rule X 10'],
				running: ['list A', ' permit 1', ' permit 2', 'rule X 10', 'rule X 20', 'rule Y 10'],
				options,
			}),
		).toEqual(['extra list A > permit 2', 'extra rule X 20']);
	});

	it('reports a foreign line of a text that is one value', () => {
		expect(differences({ intended: ['policy A', ' pass'], running: ['policy A', ' drop', ' pass'], options })).toEqual([
			'extra policy A >  drop',
		]);
	});
});
