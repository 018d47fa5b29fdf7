import { compareConfigs, type DiffOptions } from '../domain/compare/calculate-diff.ts';
import { classifyChanges } from '../domain/compare/three-way.ts';
import { renderUnified } from '../domain/compare/unified.ts';
import type { Device, DeviceConfig } from '../domain/device.ts';
import type { FleetReport } from '../domain/fleet-report.ts';
import { prepareConfig } from '../domain/prepare-config.ts';
import { DeviceError } from '../errors.ts';
import { type AuditTools, type Judgement, judgeDevice } from './audit-device.ts';
import { type FleetRun, reportFleet } from './audit-fleet.ts';
import type { Revisions } from './ports.ts';

/**
 * Checks a change of intended configs before it is merged: asks only the devices whose file differs between the merge base
 * and head, and tells for every difference whether it is planned, applied already, drift or a conflict.
 *
 * The deadline is the run's signal: a device that is not done by then is `unknown: timed-out` and listed.
 */
export async function preflight(run: FleetRun, tools: AuditTools, revisions: Revisions): Promise<FleetReport> {
	const devices = await touchedDevices(run, tools, revisions);
	return reportFleet(
		{ ...run, devices },
		{
			tools,
			mode: 'preflight',
			judge: (device) =>
				judgeDevice(device, { tools, signal: run.signal }, (running) =>
					judgeChange(device, running, { tools, revisions }),
				),
		},
	);
}

/** The devices whose intended file differs between the merge base and head. */
export async function touchedDevices(
	{ devices }: FleetRun,
	{ intended }: AuditTools,
	revisions: Revisions,
): Promise<readonly Device[]> {
	const changed = new Set(await revisions.changedPaths());
	return devices.filter((device) => changed.has(intended.pathOf(device)));
}

async function judgeChange(
	device: Device,
	running: DeviceConfig,
	{ tools, revisions }: { readonly tools: AuditTools; readonly revisions: Revisions },
): Promise<Judgement> {
	const path = tools.intended.pathOf(device);
	const [baseText, headText] = await Promise.all([revisions.readBase(path), revisions.readHead(path)]);
	if (headText === null) {
		throw new DeviceError(
			device.name,
			'ERR_NO_INTENDED',
			`this change removes ${path}: nothing is left to compare with`,
			{
				reachable: true,
			},
		);
	}
	const masks = tools.masksOf(device.platform);
	const base = prepareConfig(baseText ?? '', masks);
	const head = prepareConfig(headText, masks);
	const options: DiffOptions = tools.optionsFor(device);
	const remaining = compareConfigs({ intended: head, running }, masks, options);
	const classified = classifyChanges({
		drift: compareConfigs({ intended: base, running }, masks, options).changes,
		plan: compareConfigs({ intended: base, running: head }, masks, options).changes,
		remaining: remaining.changes,
	});
	// A file that is new has no base: that its lines run already is what taking a device under management means.
	const changes = classified.filter((change) => baseText !== null || change.class !== 'applied');
	return {
		drift: { ...remaining, changes, diff: renderUnified(changes.filter((change) => change.class !== 'applied')) },
		drifted: changes.some((change) => change.class === 'drift' || change.class === 'conflict'),
	};
}
