import type { DiffOptions } from '../domain/compare/calculate-diff.ts';
import type { LastSize } from '../domain/config/shrink.ts';
import type { Device } from '../domain/device.ts';
import type { Feature } from '../domain/features/feature.ts';
import type { DeviceReport } from '../domain/fleet-report.ts';
import type { MasksOf } from '../domain/masking/registry.ts';
import type { JudgingGate } from './pacing/judging-gate.ts';
import type { Clock, DeviceAdapter, IntendedConfigs, Progress } from './ports.ts';

/** Everything that auditing a device takes, the same for the whole fleet. */
export interface AuditTools {
	readonly adapter: DeviceAdapter;
	readonly intended: IntendedConfigs;
	/** Where a change of fleet.yml, or of an inventory that it reads, puts intended configs; left out: where they are. */
	readonly intendedAtHead?: Pick<IntendedConfigs, 'pathOf'>;
	readonly masksOf: MasksOf;
	/** Scope and ignore rules as they hold for this device. */
	readonly optionsFor: (device: Device) => DiffOptions;
	/** Milliseconds that one device may take from the first byte to the last. */
	readonly timeoutOf: (device: Device) => number;
	/** Parts of the configuration that are judged by themselves as well. */
	readonly features?: readonly Feature[];
	/** Given the redacted running config of every device that could be read; it must not wait. */
	readonly keepConfig?: (name: string, redacted: string) => void;
	/** Given every report as its device is done; returns what is to be kept of it. Left out: all. It must not wait. */
	readonly keepReport?: ((report: DeviceReport) => DeviceReport) | undefined;
	/** Something else has fetched the running configs, with less care; left out: we do, or did. */
	readonly fetchedElsewhere?: boolean;
	/** How long configs were when they were judged last, by device. Left out: nobody knows. Must never throw. */
	readonly lastSizes?: (() => Promise<ReadonlyMap<string, LastSize>>) | undefined;
	/** Where devices are judged, one after the other. */
	readonly judging: JudgingGate;
	readonly clock: Clock;
	readonly progress: Progress;
}
