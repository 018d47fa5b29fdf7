import type { Problem } from '../../errors.ts';

/** An inventory names a file that is not there. */
export function missingFile(file: string): Problem {
	return {
		file,
		line: null,
		column: null,
		message: 'there is no such file, and inventory of fleet.yml names it',
		fix: 'Check its path: it is relative to the folder of fleet.yml, and in a pull request it is read from the base commit',
	};
}
