import { describe, expect, it } from 'vitest';
import { describeNoConnection } from '../../../../src/adapters/connection/no-connection.ts';

describe('describeNoConnection', () => {
	it.each(['EMFILE', 'ENFILE'])('blames no device for too many open files (%s), and says what helps', (code) => {
		const said = describeNoConnection(code, 'SSH');

		expect(said).toContain('too many files are open');
		expect(said).toContain('ulimit -n');
		expect(said).toContain('concurrency in fleet.yml');
	});

	it('says nothing of an error of another kind', () => {
		expect(describeNoConnection('ECONNRESET', 'SSH')).toBeNull();
	});
});
