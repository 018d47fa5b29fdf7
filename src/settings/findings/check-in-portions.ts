import type { z } from 'zod';
import { isRecord } from '../../domain/is-record.ts';
import type { Steps } from '../../domain/steps.ts';
import { type FleetFile, fleetSchema } from '../schema/fleet-schema.ts';

/** What zod has against a value. */
export type Issue = z.core.$ZodIssue;

/** What the schema makes of a file. */
export interface Checked {
	/** null: there are issues. */
	readonly fleet: FleetFile | null;
	/** Of one device in the order in which the schema tells them. */
	readonly issues: readonly Issue[];
}

/** Devices that are checked on end: some 5 ms of them. */
const PORTION = 500;

/** Holds the values of a fleet.yml against the schema, in steps: each device by itself. */
export function* checkInPortions(value: unknown): Steps<Checked> {
	const own = isRecord(value) && isRecord(value.devices) ? Object.entries(value.devices) : [];
	if (!isRecord(value) || own.length <= PORTION) return checked(fleetSchema.safeParse(value, { reportInput: true }));
	const first = Object.fromEntries(own.slice(0, PORTION));
	const { fleet, issues } = checked(fleetSchema.safeParse({ ...value, devices: first }, { reportInput: true }));
	const devices = { ...fleet?.devices };
	const all = [...issues];
	for (let start = PORTION; start < own.length; start += PORTION) {
		yield;
		const portion = Object.fromEntries(own.slice(start, start + PORTION));
		const { data, error } = fleetSchema.shape.devices.safeParse(portion, { reportInput: true });
		Object.assign(devices, data);
		for (const issue of error?.issues ?? []) all.push({ ...issue, path: ['devices', ...issue.path] });
	}
	return { fleet: fleet === null || all.length > 0 ? null : { ...fleet, devices }, issues: all };
}

function checked({ data, error }: ReturnType<typeof fleetSchema.safeParse>): Checked {
	return { fleet: data ?? null, issues: error?.issues ?? [] };
}
