import { describe, expect, it } from 'vitest';
import type { Variables } from '../../../../src/settings/inventories/ansible-graph.ts';
import { fillTemplate } from '../../../../src/settings/inventories/ansible-template.ts';

const place = { file: 'hosts', line: 1, column: 1 };

function variablesOf(values: Readonly<Record<string, unknown>>): Variables {
	return new Map(Object.entries(values).map(([name, value]) => [name, { value, place }]));
}

describe('fillTemplate', () => {
	it('fills in what names a variable, and what that names', () => {
		const variables = variablesOf({
			host: '{{ name }}.{{ site }}.example.net',
			name: 'edge-{{ number }}',
			number: 7,
			site: 'ams',
		});

		expect(fillTemplate('{{ host }}', variables)).toBe('edge-7.ams.example.net');
		expect(fillTemplate('{{ name }} {{name}}', variables)).toBe('edge-7 edge-7');
	});

	it.each(['{{ gone }}', '{{ host | upper }}', '{% if x %}a{% endif %}', '{{ circle }}', '{{ list }}'])(
		'leaves alone what does more: %s',
		(text) => {
			expect(
				fillTemplate(text, variablesOf({ host: 'a', circle: '{{ circle2 }}', circle2: '{{ circle }}', list: [] })),
			).toBeNull();
		},
	);

	it('multiplies nothing without end', () => {
		const bomb = variablesOf({
			...Object.fromEntries(Array.from({ length: 4 }, (_, level) => [`v${level}`, `{{ v${level + 1} }}`.repeat(90)])),
			v4: '',
			long: '{{ w }}'.repeat(100),
			w: 'x'.repeat(900),
		});

		expect(fillTemplate('{{ v0 }}', bomb)).toBe('');
		expect(fillTemplate('{{ long }}', bomb)).toBeNull();
	});
});
