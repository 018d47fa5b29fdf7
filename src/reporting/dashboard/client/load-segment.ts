import type { Drifts, Inventory, MonthSegment } from '../page-data.ts';
import { DEVICES_PATH, monthPath, runPath, STANDING_PATH } from '../segment.ts';

/** Data beside the page, each fetched once, when it is first asked for. A promise rejects where there is no such file. */
export interface Segments {
	inventory(): Promise<Inventory>;
	month(month: string): Promise<MonthSegment>;
	/** What differed on the devices whose drift was new in a run. */
	run(run: { readonly at: string; readonly id: string }): Promise<Drifts>;
	/** The present drift of devices that have had it for long. */
	standing(): Promise<Drifts>;
}

/** As much of Trusted Types as is used here; not every browser has them. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { readonly createScriptURL: (url: string) => string },
	): { createScriptURL(url: string): string };
}

/** @param version - of the newest audit: makes a browser fetch again what changes with every audit */
export function openSegments({
	version,
	months,
}: {
	readonly version: string;
	readonly months: readonly string[];
}): Segments {
	const loads = new Map<string, Promise<unknown>>();
	const arrived = new Map<string, unknown>();
	Object.assign(globalThis, { fleetDrift: (path: string, data: unknown) => void arrived.set(path, data) });

	const load = <Data>(path: string, query = ''): Promise<Data> => {
		const loading = loads.get(path) ?? embedded(path) ?? fetchScript(path + query).then(() => arrived.get(path));
		loads.set(path, loading);
		return loading as Promise<Data>;
	};
	const fresh = `?v=${encodeURIComponent(version)}`;
	return {
		inventory: () => load(DEVICES_PATH, fresh),
		month: (month) => load(monthPath(month), month === months.at(-1) ? fresh : ''),
		run: (run) => load(runPath(run)),
		standing: () => load(STANDING_PATH, fresh),
	};
}

/** A page in one file carries its data itself, and may load nothing; null: the data lies beside the page. */
function embedded(path: string): Promise<unknown> | null {
	if (document.querySelector('script[data-path]') === null) return null;
	const text = document.querySelector(`script[data-path="${CSS.escape(path)}"]`)?.textContent;
	return text == null ? Promise.reject(new Error(`${path} is not in this page`)) : Promise.resolve(JSON.parse(text));
}

/** Only paths of our own making may become the address of a script. */
const OWN_SCRIPT = /^page\/(?:[\w.-]+\/)*[\w.-]+\.js(?:\?v=[\w.%-]+)?$/u;

const policy = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('fleet-drift', {
	createScriptURL: (url) => {
		if (OWN_SCRIPT.test(url) && !url.includes('..')) return url;
		throw new TypeError('not a part of this page');
	},
});

function fetchScript(address: string): Promise<void> {
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	const script = document.createElement('script');
	script.addEventListener('load', () => resolve());
	script.addEventListener('error', () => reject(new Error(`${address} cannot be loaded`)));
	script.src = policy?.createScriptURL(address) ?? address;
	document.head.append(script);
	return promise;
}
