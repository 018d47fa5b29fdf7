import { X509Certificate } from 'node:crypto';
import type { Connection } from '../../domain/connection.ts';
import { NOWHERE, type Problem } from '../../errors.ts';

/** The certificates that devices are verified by, and what is wrong with their files. */
export interface Authorities {
	/** PEM text by path, as fleet.yml names it. */
	readonly authorities: ReadonlyMap<string, string>;
	readonly problems: readonly Problem[];
}

/** Reads every `ca-file` that a device names, each once. */
export async function readAuthorities(
	connections: ReadonlyMap<string, Connection>,
	read: (path: string) => Promise<{ readonly file: string; readonly text: string | null }>,
): Promise<Authorities> {
	const paths = new Set([...connections.values()].flatMap(({ caFile }) => (caFile === null ? [] : [caFile])));
	const authorities = new Map<string, string>();
	const problems: Problem[] = [];
	for (const path of paths) {
		const { file, text } = await read(path);
		const message = text === null ? 'the ca-file of fleet.yml does not exist' : mistakeIn(text);
		if (text !== null && message === null) authorities.set(path, text);
		if (message !== null) problems.push({ ...NOWHERE, file, message, fix: FIX });
	}
	return { authorities, problems };
}

const FIX = 'Put certificates in PEM there: one or more blocks that begin with "-----BEGIN CERTIFICATE-----"';
const BLOCK = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

function mistakeIn(text: string): string | null {
	const blocks = text.match(BLOCK) ?? [];
	if (blocks.length === 0) return 'the ca-file of fleet.yml holds no certificate';
	const unreadable = blocks.findIndex((block) => !isCertificate(block));
	return unreadable < 0 ? null : `certificate ${unreadable + 1} of the ca-file cannot be read`;
}

function isCertificate(block: string): boolean {
	try {
		return new X509Certificate(block).raw.length > 0;
	} catch (error) {
		// OpenSSL's error, which says nothing that a person could use.
		if (error instanceof Error) return false;
		throw error;
	}
}
