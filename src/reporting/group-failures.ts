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
	/** What one of them said; of several with "each" in place of the address and DEVICE in place of the name. */
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
		if (first === undefined || message === null || devices.length === 1) return { devices, reason, message };
		return { devices, reason, message: ofAnyDevice(first.name, message) };
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
	return `${nameReason(failure)} ${failure.message === null ? '' : ofAnyDevice(failure.name, failure.message)}`;
}

/**
 * A message without what is of one device alone: its address in front, and its name in paths and commands.
 *
 * @example
 * ofAnyDevice('edge-01', '192.0.2.1:22 refused the password') //=> 'each refused the password'
 * ofAnyDevice('edge-01', 'intended/edge-01.cfg does not exist') //=> 'intended/DEVICE.cfg does not exist'
 */
function ofAnyDevice(name: string, message: string): string {
	return withoutName(name, message.replace(/^\S{1,300}:\d{1,5} /u, 'each '));
}

/** DEVICE for a name that stands by itself. No expression: one would have to be compiled for each device. */
function withoutName(name: string, message: string): string {
	if (name === '') return message;
	let text = '';
	let told = 0;
	for (let at = message.indexOf(name); at !== -1; at = message.indexOf(name, at + 1)) {
		const end = at + name.length;
		if (at < told || /[\w.-]/u.test(message.charAt(at - 1)) || /[\w-]/u.test(message.charAt(end))) continue;
		text += `${message.slice(told, at)}DEVICE`;
		told = end;
	}
	return text + message.slice(told);
}
