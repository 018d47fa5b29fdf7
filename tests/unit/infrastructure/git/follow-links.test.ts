import { describe, expect, it } from 'vitest';
import { followLinks, type LinkedPlace } from '../../../../src/infrastructure/git/follow-links.ts';
import type { TreeEntry } from '../../../../src/infrastructure/git/list-tree.ts';

/** Where each link leads, by its path; null: a submodule, and everything else is a file. */
const LINKS: Readonly<Record<string, string | null>> = {
	'a/file.cfg': '../b/file.cfg',
	folder: 'b',
	'b/twice.cfg': '../folder/file.cfg',
	'b/up.cfg': '../../etc/passwd',
	'b/root.cfg': '/etc/passwd',
	'b/round.cfg': './again.cfg',
	'b/again.cfg': 'round.cfg',
	'b/nowhere.cfg': 'nothing.cfg',
	'b/long.cfg': `${'c/../'.repeat(2_000)}file.cfg`,
	'b/parts.cfg': `${'./'.repeat(1_001)}file.cfg`,
	module: null,
};

const modeOf = (target: string | null): string => (target === null ? '160000' : '120000');
const tree = new Map<string, TreeEntry>([
	['b/file.cfg', { mode: '100644', object: 'b/file.cfg' }],
	...Object.entries(LINKS).map(([path, target]) => [path, { mode: modeOf(target), object: path }] as const),
]);

const follow = (path: string): Promise<LinkedPlace> => followLinks(path, tree, async (object) => LINKS[object] ?? '');

describe('followLinks', () => {
	it.each(['b/file.cfg', 'a/file.cfg', 'folder/file.cfg', 'folder/twice.cfg', 'b/../folder/./file.cfg'])(
		'finds the file behind %s',
		async (path) => {
			expect(await follow(path)).toEqual({ kind: 'file', entry: tree.get('b/file.cfg') });
		},
	);

	it.each(['b', 'b/none.cfg', 'b/nowhere.cfg', 'b/file.cfg/more', '../b/file.cfg', ''])(
		'finds no file at "%s"',
		async (path) => {
			expect(await follow(path)).toEqual({ kind: 'missing' });
		},
	);

	it.each(['b/up.cfg', 'b/root.cfg', 'b/long.cfg', 'b/parts.cfg'])(
		'does not follow %s out of the repository, or for ever',
		async (path) => {
			expect(await follow(path)).toMatchObject({ kind: 'astray', at: path });
		},
	);

	it('does not go round in a circle', async () => {
		expect(await follow('folder/round.cfg')).toMatchObject({ kind: 'astray' });
	});

	it('gives up on links that lead to a file by way of thousands of folders', async () => {
		const throughFolders = (count: number): Promise<LinkedPlace> => {
			const links = Array.from({ length: 30 }, (_, index) => {
				const target = `${'c/'.repeat(count)}${'../'.repeat(count)}${index === 29 ? 'b' : index + 1}`;
				return [String(index), { mode: '120000', object: target }] as const;
			});
			return followLinks('0/file.cfg', new Map([...tree, ...links]), async (target) => target);
		};
		expect(await throughFolders(2)).toMatchObject({ kind: 'file' });
		expect(await throughFolders(500)).toMatchObject({ kind: 'astray', at: '0' });
		expect(await throughFolders(40)).toMatchObject({ kind: 'astray', at: '2' });
	});

	it.each(['module', 'module/edge-01.cfg'])('stops at a submodule: %s', async (path) => {
		expect(await follow(path)).toMatchObject({ kind: 'submodule', at: 'module' });
	});
});
