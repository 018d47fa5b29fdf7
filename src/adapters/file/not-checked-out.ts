import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from '../../errors.ts';

/**
 * What to do about a file that is missing although the repository may have it: a checkout can leave out submodules, and with
 * `sparse-checkout` whole folders. null: nothing says so.
 *
 * @param repository - the folder of the checkout
 * @param path - of the file, relative to it and with `/`
 */
export function notCheckedOut(repository: string, path: string): string | null {
	const modules = valuesIn(join(repository, '.gitmodules'), 'path');
	const around = modules.find((module) => path.startsWith(`${module}/`));
	if (around !== undefined && !existsSync(join(repository, around, '.git'))) {
		return `It is in the submodule ${around}, which is not checked out: set \`submodules: true\` for actions/checkout`;
	}
	// Git writes it into either.
	const settings = ['config', 'config.worktree'].flatMap((file) =>
		valuesIn(join(repository, '.git', file), 'sparsecheckout'),
	);
	return settings.at(-1) === 'true'
		? 'The checkout is sparse: name the folder in `sparse-checkout` of actions/checkout, or add the file'
		: null;
}

/** Values of a key in a file that is written as git's configuration; none where there is no such file. */
function valuesIn(file: string, key: string): readonly string[] {
	const lines = textIfThere(file).split('\n');
	return lines.flatMap((line) => {
		const [name = '', value] = line.split('=', 2);
		return name.trim().toLowerCase() === key && value !== undefined ? [value.trim()] : [];
	});
}

function textIfThere(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		if (systemCode(error) === '') throw error;
		return '';
	}
}
