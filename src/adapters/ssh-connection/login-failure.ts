import { systemCode } from '../../errors.ts';
import { describeNoConnection } from '../connection/no-connection.ts';
import { seconds } from '../connection/phase.ts';
import type { AlgorithmOffers } from './algorithm-offers.ts';
import { SshFailure } from './ssh-failure.ts';

/** How far a login came: what an error means depends on it. */
export type LoginStage = 'connecting' | 'greeting' | 'negotiating' | 'authenticating';

const SILENT_AT: Readonly<Record<Exclude<LoginStage, 'authenticating'>, string>> = {
	connecting: 'did not answer',
	greeting: 'took the connection but did not finish the SSH handshake',
	negotiating: 'took the connection but did not finish the SSH handshake',
};

/** A phase up to the login took longer than it may. A host that does not even take the connection is unreachable, not slow. */
export function loginTimeout(options: {
	readonly where: string;
	readonly stage: LoginStage;
	readonly connectMs: number;
	readonly authMs: number;
	/** See `OpeningWords`. */
	readonly said: string | null;
}): SshFailure {
	const { where, stage, connectMs, authMs, said } = options;
	if (stage === 'authenticating') {
		const message = `${where} neither accepted nor refused the login within ${seconds(authMs)}. Check its AAA server, or raise timeouts.auth`;
		return new SshFailure('ERR_TIMEOUT', message);
	}
	const isForeign = stage !== 'connecting' && said !== null && said !== '';
	const message = isForeign
		? `${where} took the connection, but said ${said} instead of SSH within ${seconds(connectMs)}. ${CHECK_PORT}`
		: `${where} ${SILENT_AT[stage]} within ${seconds(connectMs)}. Check that it is up, or raise timeouts.connect`;
	if (stage === 'connecting') return new SshFailure('ERR_UNREACHABLE', message);
	return new SshFailure('ERR_TIMEOUT', message, { transient: 'handshake-timeout' });
}

/** Says in our words why a connection ended before anybody was asked to log in. */
export function loginFailure(options: {
	readonly where: string;
	readonly stage: LoginStage;
	readonly offers: AlgorithmOffers;
	/** See `OpeningWords`. */
	readonly said: string | null;
	/** What ssh2 or the socket threw; nothing when the server just hung up. */
	readonly cause: unknown;
}): SshFailure {
	const { where, stage, offers, said, cause } = options;
	const text = cause instanceof Error ? cause.message : '';
	if (/no matching/i.test(text)) {
		return new SshFailure('ERR_ALGORITHMS', `${where} and this tool have ${offers.describe()}`, { cause });
	}

	const code = systemCode(cause);
	const noConnection = stage === 'connecting' ? describeNoConnection(code, 'SSH') : null;
	if (noConnection !== null) {
		const transient = code === 'ECONNREFUSED' ? 'refused' : null;
		return new SshFailure('ERR_UNREACHABLE', `${where} ${noConnection}`, { cause, transient });
	}

	if (hungUp(cause)) {
		const message = `${where} ${describeHangUp(said)}`;
		// A device short of vty lines or a sshd at MaxStartups resets new connections for a moment.
		return new SshFailure('ERR_UNREACHABLE', message, {
			cause,
			transient: stage === 'authenticating' ? null : 'reset',
		});
	}
	if (stage === 'connecting') {
		return new SshFailure('ERR_UNREACHABLE', `${where} cannot be reached (${code || 'no reason given'})`, { cause });
	}
	const message = `${where} does not speak SSH 2 correctly. ${CHECK_PORT}`;
	return new SshFailure('ERR_UNREACHABLE', message, { cause });
}

const CHECK_PORT = 'Check that this is the port of an SSH server';
const FEWER = 'ask fewer devices at once';

function describeHangUp(said: string | null): string {
	if (said === null) return `hung up during the handshake. It may allow no more sessions: ${FEWER}`;
	if (said !== '')
		return `said ${said} instead of SSH and hung up. ${CHECK_PORT}, or ${FEWER} if it has no session left`;
	return `hung up during the handshake without a word. It may allow no more sessions, or none from this address: ${FEWER}, or check its access list`;
}

/** The socket broke, closed, or was closed with a DISCONNECT message, whose numeric code ssh2 passes on. */
function hungUp(cause: unknown): boolean {
	if (!(cause instanceof Error)) return true;
	const code = 'code' in cause ? cause.code : undefined;
	return (
		typeof code === 'number' || code === 'ECONNRESET' || code === 'EPIPE' || /^Connection lost/.test(cause.message)
	);
}
