import type { DeviceReport, FleetReport } from '../../src/domain/fleet-report.ts';
import { FleetHealthScorer } from '../../src/domain/health.ts';

const DAY_MS = 86_400_000;
const DAYS = 30;

/** A month that could have led to a report: each of its devices went wrong on some day, some of them for a while before. */
export function sampleHistory(latest: FleetReport): readonly FleetReport[] {
	const end = Date.parse(latest.startedAt);
	return Array.from({ length: DAYS }, (_, day) => {
		if (day === DAYS - 1) return latest;
		const devices = latest.devices.map((device, index) => (isIllOn(day, index) ? device : inSync(device)));
		return {
			...latest,
			runId: `sample-${day}`,
			startedAt: new Date(end - (DAYS - 1 - day) * DAY_MS).toISOString(),
			devices,
			fleet: new FleetHealthScorer(devices).score(devices),
		};
	});
}

/** Spread over the month by the device's place alone, so that the picture is the same every time. */
function isIllOn(day: number, index: number): boolean {
	const fellIll = 6 + ((index * 11) % 23);
	const firstTime = (index * 7) % 24;
	return day >= fellIll || (index % 2 === 0 && day >= firstTime && day < firstTime + 5);
}

function inSync(device: DeviceReport): DeviceReport {
	return {
		...device,
		status: 'in-sync',
		reason: null,
		message: null,
		reachable: true,
		fingerprint: null,
		changes: [],
		diff: '',
	};
}
