import { isRecord } from '../../domain/is-record.ts';
import { Portion, type Steps } from '../../domain/steps.ts';
import type { FleetDocument } from '../yaml/fleet-document.ts';
import type { Path } from '../yaml/yaml-index.ts';
import { secretWarning } from './secret-warning.ts';

/** A sentence for every kind of secret that a file holds as plain text. It is not read, and everybody should know. */
export function* findLiteralSecrets(document: FleetDocument, names: RegExp): Steps<readonly string[]> {
	const found = new Map<string, Path>();
	const portion = new Portion();
	const visit = function* (value: unknown, path: Path): Steps<void> {
		if (!isRecord(value)) return;
		if (portion.isFull(1)) yield;
		for (const [key, child] of Object.entries(value)) {
			if (names.test(key) && isLiteral(child) && !found.has(key)) found.set(key, [...path, key]);
			yield* visit(child, [...path, key]);
		}
	};
	yield* visit(document.value, []);
	return [...found].map(([key, path]) => secretWarning(document.placeOf(path), key));
}

/** Neither encrypted by Ansible Vault nor an expression that finds the secret elsewhere. */
export function isLiteral(value: unknown): boolean {
	if (typeof value === 'number') return true;
	return typeof value === 'string' && value !== '' && !value.startsWith('$ANSIBLE_VAULT;') && !value.includes('{{');
}
