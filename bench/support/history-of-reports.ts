import type { DeviceReport, FleetReport } from '../../src/domain/fleet-report.ts';
import { scoreFleet } from './score-fleet.ts';

const DAY_MS = 86_400_000;
const KINDS = ['missing', 'extra'] as const;

/** A year of daily audits: a fleet that is in sync, but for devices that take turns in drifting. */
