import type { UnknownReason } from '../errors.ts';
import { nameReason } from './wording/describe-reason.ts';

/** A device of which nothing could be had, as a report or an error tells it. */
interface Failure {
	readonly name: string;
	readonly reason: UnknownReason | null;
	readonly hostKeyUnknown?: boolean;
	readonly message: string | null;
}

/** Devices to which the same happened. */
export interface FailureGroup<Failed extends Failure> {
	readonly devices: readonly Failed[];
	/** As `nameReason` says it. */
	readonly reason: string;
	/** What one of them said; of several with "each" in place of the address. */
	readonly message: string | null;
}

/**
 * Puts together what one mistake did to many devices, so that it is told once: a wrong password, a bastion that is down. In the
 * order of the first of each.
 */
export function groupFailures<Failed extends Failure>(failures: readonly Failed[]): readonly FailureGroup<Failed>[] {
	return [...Map.groupBy(failures, failureKey).values()].map((devices): FailureGroup<Failed> => {
		const [first] = devices;
		const reason = first === undefined ? '' : nameReason(first);
		const message = first?.message ?? null;
		return { devices, reason, message: devices.length === 1 ? message : withoutAddress(message) };
	});
}

/**
 * Remembers failures as they come.
 *
 * @returns the first device to which the same happened; null: nothing like it has happened yet
 */
export function rememberFailures(): (failure: Failure) => string | null {
	const firsts = new Map<string, string>();
	return (failure) => {
		const key = failureKey(failure);
		const first = firsts.get(key) ?? null;
		if (first === null) firsts.set(key, failure.name);
		return first;
	};
}

/** The same for devices to which the same happened. */
function failureKey(failure: Failure): string {
	return `${nameReason(failure)} ${withoutAddress(failure.message)}`;
}

/** `192.0.2.1:22 refused the password` and `[2001:db8::1]:22 refused the password` are the same mistake. */
function withoutAddress(message: string | null): string | null {
	return message === null ? null : message.replace(/^\S{1,300}:\d{1,5} /u, 'each ');
}
