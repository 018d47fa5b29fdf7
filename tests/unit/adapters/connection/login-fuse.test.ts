import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type LoginAnswer, LoginFuse } from '../../../../src/adapters/connection/login-fuse.ts';
import { testConnection } from '../../../support/ssh/ssh-fixtures.ts';

const { credentials } = testConnection();
const NEVER = new AbortController().signal;

/** Turns of one login, with what became of them so far. */
function turnsOf(count: number, fuse = new LoginFuse(), { login = credentials, signal = NEVER } = {}) {
	const turns = Array.from({ length: count }, () => fuse.turnFor(login, signal));
	const said: string[] = turns.map(() => 'waits');
	turns.forEach((turn, index) => {
		turn.given().then(
			(isGiven) => {
				said[index] = isGiven ? 'tries' : 'must not';
			},
			() => {
				said[index] = 'over';
			},
		);
	});
	const settled = async (): Promise<readonly string[]> => {
		await new Promise(setImmediate);
		return said;
	};
	const end = (index: number, answer: LoginAnswer): void => turns[index]?.end(answer);
	return { end, settled };
}

describe('LoginFuse', () => {
	it('has a login tried by three until one has taken it, and then by all', async () => {
		const { end, settled } = turnsOf(5);

		expect(await settled()).toEqual(['tries', 'tries', 'tries', 'waits', 'waits']);
		end(1, 'taken');
		expect(await settled()).toEqual(Array(5).fill('tries'));
	});

	it('lets nobody try what three have refused', async () => {
		const { end, settled } = turnsOf(5);

		for (const index of [0, 1, 2]) end(index, 'refused');

		expect(await settled()).toEqual(['tries', 'tries', 'tries', 'must not', 'must not']);
	});

	it('counts no connection that broke, and gives its place to the next', async () => {
		const { end, settled } = turnsOf(5);
		await settled();

		end(0, 'nothing');
		expect(await settled()).toEqual(['tries', 'tries', 'tries', 'tries', 'waits']);
		end(1, 'refused');
		expect((await settled()).at(4)).toBe('waits');
		end(2, 'taken');
		expect((await settled()).at(4)).toBe('tries');
	});

	it('has others try while devices take long to answer, and still counts what these answer', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		onTestFinished(() => {
			vi.useRealTimers();
		});
		const { end, settled } = turnsOf(7, new LoginFuse({ patienceMs: 3_000 }));
		await settled();

		vi.advanceTimersByTime(2_999);
		expect(await settled()).toEqual([...Array(3).fill('tries'), ...Array(4).fill('waits')]);
		vi.advanceTimersByTime(1);
		expect(await settled()).toEqual([...Array(6).fill('tries'), 'waits']);
		end(2, 'nothing');
		expect((await settled()).at(6)).toBe('waits');
		end(0, 'refused');
		end(3, 'refused');
		expect((await settled()).at(6)).toBe('waits');
		end(1, 'refused');
		expect((await settled()).at(6)).toBe('must not');
	});

	it('gives no place to a connection that is over', async () => {
		const { end, settled } = turnsOf(5);
		await settled();

		end(3, 'nothing');
		end(0, 'nothing');

		expect(await settled()).toEqual(['tries', 'tries', 'tries', 'over', 'tries']);
	});

	it('does not mind a refusal once the login has been taken', async () => {
		const fuse = new LoginFuse();
		const { end, settled } = turnsOf(5, fuse);
		end(0, 'nothing');
		await settled();
		end(1, 'taken');
		await settled();
		for (const index of [2, 3, 4]) end(index, 'refused');

		expect(await turnsOf(1, fuse).settled()).toEqual(['tries']);
	});

	it('holds nobody back once the login has been taken', async () => {
		const fuse = new LoginFuse();
		turnsOf(1, fuse).end(0, 'taken');

		expect(await turnsOf(9, fuse).settled()).toEqual(Array(9).fill('tries'));
	});

	it.each([{ name: 'another' }, { username: 'another' }])('says nothing of another login: %o', async (other) => {
		const fuse = new LoginFuse();
		const { end, settled } = turnsOf(3, fuse);
		for (const index of [0, 1, 2]) end(index, 'refused');
		await settled();

		expect(await turnsOf(4, fuse, { login: { ...credentials, ...other } }).settled()).toEqual([
			...Array(3).fill('tries'),
			'waits',
		]);
	});

	it('ends the waiting of a connection that is over, and of all when the run is', async () => {
		const run = new AbortController();
		const { end, settled } = turnsOf(5, new LoginFuse(), { signal: run.signal });

		end(3, 'nothing');
		expect(await settled()).toEqual(['tries', 'tries', 'tries', 'over', 'waits']);
		run.abort();
		expect(await settled()).toEqual(['tries', 'tries', 'tries', 'over', 'over']);
	});

	it('gives no turn to a connection that is over before it asks', async () => {
		const turn = new LoginFuse().turnFor(credentials, NEVER);
		turn.end('nothing');

		await expect(turn.given()).rejects.toThrow();
	});

	it('counts an answer once, and none of a connection that had no turn', async () => {
		const fuse = new LoginFuse();
		const { end, settled } = turnsOf(5, fuse);
		end(3, 'refused');
		for (const answer of ['refused', 'refused', 'taken'] as const) end(0, answer);
		end(1, 'refused');

		expect((await settled()).at(4)).toBe('waits');
		end(2, 'refused');
		expect(await turnsOf(1, fuse).settled()).toEqual(['must not']);
	});
});
