import { STATUS_CODES } from 'node:http';
import { ConnectionFailure } from '../connection/connection-failure.ts';

interface Refused {
	readonly where: string;
	readonly name: string;
	readonly enabledBy: string;
	/** The device's own words; null: it has none. */
	readonly said: string | null;
}

/** What an HTTP status says that is not a success. */
export function statusFailure(status: number, { where, name, enabledBy, said }: Refused): ConnectionFailure {
	const shown = `HTTP ${status}${STATUS_CODES[status] === undefined ? '' : ` ${STATUS_CODES[status]}`}`;
	if (status === 401 || status === 403) {
		const what = status === 401 ? 'refused the credentials' : 'does not let this account in';
		const words = said === null ? '' : `: ${said}`;
		// Who may not do what the API needs is told so by 403 alone.
		const needs = status === 403 ? ` Its API needs: ${enabledBy}.` : '';
		const advice = 'Check the credentials and their rights; they were tried once and will not be tried again';
		return new ConnectionFailure('ERR_AUTHENTICATION', `${where} ${what} (${shown})${words}.${needs} ${advice}`);
	}
	return new ConnectionFailure('ERR_COMMAND_REJECTED', `${where} ${saying(status, { name, enabledBy })} (${shown})`);
}

function saying(status: number, { name, enabledBy }: { readonly name: string; readonly enabledBy: string }): string {
	if (status >= 300 && status < 400) {
		return `redirects ${name}, and redirects are not followed. Check host and port, and that its API is on: ${enabledBy}`;
	}
	if (isUnknown(status)) return `does not know ${name}. Switch its API on: ${enabledBy}`;
	if (status === 429) return `says that it is asked for ${name} too often. Ask fewer devices at once, or later`;
	if (status >= 500) return `failed on ${name}. Check the log of the device`;
	return `rejected ${name}. Give the account the right to read the whole config`;
}

/** Another release of the system may know the request under another name. */
export function isUnknown(status: number): boolean {
	return status === 404 || status === 405;
}
