import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The top of the git repository that a folder stands in, a worktree or a submodule included; the folder itself where it is in
 * none. What fleet.yml names may stand anywhere in there, as it may for the Action.
 */
export function enclosingRepository(folder: string): string {
	for (let top = folder; ; top = dirname(top)) {
		if (existsSync(join(top, '.git'))) return top;
		if (top === dirname(top)) return folder;
	}
}
