import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../src/domain/steps.ts';
import { renderCommands } from '../../../../src/reporting/github/render-commands.ts';
import { aChange, aDevice, aReport } from '../../../support/report-fixtures.ts';

describe('renderCommands', () => {
	it('gives as many of each level as the runner shows', () => {
		const changes = Array.from({ length: 40 }, (_, index) =>
			aChange({ intendedLine: index + 1, class: index % 2 === 0 ? 'planned' : 'drift' }),
		);

		const commands = atOnce(renderCommands(aReport({ devices: [aDevice({ changes })] })));

		expect(commands.map(({ level }) => level)).toEqual([...Array(10).fill('failure'), ...Array(10).fill('notice')]);
	});

	it('keeps messages below the length at which the runner cuts them', () => {
		const changes = Array.from({ length: 100 }, (_, index) =>
			aChange({ kind: 'extra', line: `${index} ${'x'.repeat(200)}` }),
		);

		const [command] = atOnce(renderCommands(aReport({ devices: [aDevice({ changes })] })));

		expect(command?.message.length).toBeLessThanOrEqual(4096);
	});
});
