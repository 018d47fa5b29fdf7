import type { Place } from '../../errors.ts';

/** A secret that stands as plain text in an inventory: it is not read, and everybody who reads the repository sees it. */
export function secretWarning({ file, line }: Place, key: string): string {
	return `${file}:${line}: ${key} holds a secret as plain text. It is not read: logins come from credentials of fleet.yml. Take it out`;
}
