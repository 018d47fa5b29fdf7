import type { DeviceReport } from './fleet-report.ts';

/** More that is alike is not looked for: what differs from device to device would be remembered for nothing. */
const REMEMBERED = 500;

const NOTHING: readonly never[] = [];

/** Has the reports of a large fleet say what is the same on many devices with the same objects: most of one in sync is. */
export class SharedParts {
	readonly #masked = new Map<string, DeviceReport['masked']>();
	readonly #metadata = new Map<string, DeviceReport['metadata']>();

	/** The same report. */
	of(report: DeviceReport): DeviceReport {
		const { changes, remediation, masked, metadata } = report;
		return {
			...report,
			...(changes.length === 0 ? { changes: NOTHING } : {}),
			...(remediation?.length === 0 ? { remediation: NOTHING } : {}),
			masked: known(this.#masked, masked),
			metadata: known(this.#metadata, metadata),
		};
	}
}

function known<Part>(parts: Map<string, Part>, part: Part): Part {
	const key = JSON.stringify(part);
	const same = parts.get(key);
	if (same === undefined && parts.size < REMEMBERED) parts.set(key, part);
	return same ?? part;
}
