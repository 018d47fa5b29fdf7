import { systemCode } from '../../errors.ts';
import { ConnectionFailure } from '../connection/connection-failure.ts';
import type { Phase } from '../connection/phase.ts';

/**
 * Says in our words why a request got no whole answer. The library's error is not kept as the cause: it holds the request
 * with its headers.
 */
export async function explainFailure(
	error: unknown,
	{
		where,
		name,
		isAnswering,
		phase,
	}: { readonly where: string; readonly name: string; readonly isAnswering: boolean; readonly phase: Phase },
): Promise<unknown> {
	const ours = ourOwn(error);
	if (ours !== null) return ours;
	const { TimeoutError } = await import('got');
	if (error instanceof TimeoutError) return phase.overdue('idle', { where, what: name });
	const code = systemCode(error);
	// Anything that carries no code of the network or of HTTP is a defect.
	if (code === '') return error;
	if (code === 'ERR_INVALID_CHAR') {
		const message = `${where} was not asked: the credentials hold a character that cannot be sent over HTTP. Look for a trailing line break`;
		return new ConnectionFailure('ERR_AUTHENTICATION', message);
	}
	if (isAnswering) {
		const message = `${where} broke off its answer to ${name} (${code}), so it is incomplete. Try again; if it keeps happening, check its log`;
		return new ConnectionFailure('ERR_INCOMPLETE', message);
	}
	if (code.startsWith('HPE_')) {
		const message = `${where} does not speak HTTP correctly (${code}). Check that this is the port of its API`;
		return new ConnectionFailure('ERR_UNREACHABLE', message);
	}
	const message = `${where} hung up before it answered ${name} (${code}). Try again; if it keeps happening, check its log`;
	return new ConnectionFailure('ERR_UNREACHABLE', message);
}

/** The failure that the connection was opened with lies below what the library makes of it. */
function ourOwn(error: unknown): ConnectionFailure | null {
	let cause = error;
	for (let depth = 0; depth < 5 && cause instanceof Error; depth += 1) {
		if (cause instanceof ConnectionFailure) return cause;
		cause = cause.cause;
	}
	return null;
}
