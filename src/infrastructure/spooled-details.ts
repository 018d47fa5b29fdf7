import { type DeviceDetails, withDetailsElsewhere } from '../domain/device-details.ts';
import type { DeviceReport } from '../domain/fleet-report.ts';
import { SharedParts } from '../domain/shared-parts.ts';
import { Spool, type SpoolOptions } from './spool.ts';

/** Where the details of devices are put aside, and what is taken out of them first. */
export interface SpooledDetailsOptions extends Omit<SpoolOptions, 'what'> {
	/** Takes the secrets of the run out of what is written. */
	readonly redact: (details: DeviceDetails) => DeviceDetails;
}

/**
 * What is kept of a run's devices: what there is to tell at length is put aside, as JSON. Renderers are functions of a report and
 * know of no file; a device's details are some kilobytes.
 */
export class SpooledDetails implements Disposable {
	readonly #redact: SpooledDetailsOptions['redact'];
	readonly #spool: Spool;
	readonly #shared = new SharedParts();
	/** Whoever asks for a device's changes asks for its diff next. */
	#last: { readonly text: () => string; readonly details: DeviceDetails } | null = null;

	constructor({ redact, ...file }: SpooledDetailsOptions) {
		this.#redact = redact;
		this.#spool = new Spool({ ...file, what: 'what devices drifted by' });
	}

	/** Takes a report that is finished, and returns what is to be kept of it. */
	readonly keep = (finished: DeviceReport): DeviceReport => {
		const report = this.#shared.of(finished);
		const { changes, diff, remediation } = report;
		if (this.#spool.isRefused || (changes.length === 0 && diff === '')) return report;
		const details = { changes, diff, ...(remediation === undefined ? {} : { remediation }) };
		const text = this.#spool.put(JSON.stringify(this.#redact(details)));
		return text === null ? report : withDetailsElsewhere(report, () => this.#read(text));
	};

	[Symbol.dispose](): void {
		this.#spool[Symbol.dispose]();
		this.#last = null;
	}

	#read(text: () => string): DeviceDetails {
		if (this.#last?.text === text) return this.#last.details;
		const details: DeviceDetails = JSON.parse(text());
		this.#last = { text, details };
		return details;
	}
}
