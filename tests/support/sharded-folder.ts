import { join } from 'node:path';
import { stringify } from 'yaml';
import { trustedFiles } from '../../src/composition/fleet/trusted-files.ts';
import type { AuditShardOptions } from '../../src/composition/sharding/audit-shard.ts';
import { planShards } from '../../src/composition/sharding/plan-shards.ts';
import type { Plan } from '../../src/domain/sharding/accept-shards.ts';
import { readPlan, writeManifest } from '../../src/infrastructure/shards/manifest-file.ts';
import { writeFiles } from './e2e/checkout.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NAMES = Array.from({ length: 8 }, (_, index) => `edge-${index}`);
/** Runs, but was not picked. */
const OTHER = 'core-1';

const fleetYml = {
	version: 1,
	intended: 'intended/{device}.cfg',
	defaults: { platform: 'cisco_ios', credentials: 'lab', groups: ['tacacs'] },
	credentials: { lab: { username: `\${NAME}`, password: `\${WORD}` } },
	concurrency: { fleet: 50, 'per-group': { tacacs: 4 } },
	features: [{ name: 'names', pattern: '^hostname ' }],
	history: { 'store-configs': 'redacted' },
	devices: Object.fromEntries([...NAMES, OTHER].map((name) => [name, { host: '192.0.2.1' }])),
};

/** A fleet whose devices are captured files, and a plan over its eight `edge-*` with two shards. */
export interface ShardedFolder extends AsyncDisposable {
	/** Where the manifest is, and where reports of shards belong. */
	readonly shards: string;
	readonly plan: Plan;
	/** What every part of a sharded run is told. */
	readonly options: Omit<AuditShardOptions, 'plan' | 'shard'>;
}

/** @param changed - keys of fleet.yml that are other ones */
export async function shardedFolder(changed: Readonly<Record<string, unknown>> = {}): Promise<ShardedFolder> {
	const folder = await temporaryFolder('sharded-');
	const root = folder.path;
	const configs = [...NAMES, OTHER].flatMap((name) =>
		['intended', 'running'].map((side) => [join(side, `${name}.cfg`), `hostname ${name}\nend\n`] as const),
	);
	await writeFiles(root, { 'fleet.yml': stringify({ ...fleetYml, ...changed }), ...Object.fromEntries(configs) });
	const options: ShardedFolder['options'] = {
		fleetFile: 'fleet.yml',
		trusted: trustedFiles(root),
		root,
		source: { from: 'folder', path: join(root, 'running') },
		fingerprintKey: 'the key of every shard',
		env: {},
		clock: { now: () => 0, elapsed: () => 0 },
		progress: { started: () => {}, finished: () => {}, defect: () => {} },
		signal: new AbortController().signal,
		registerSecrets: () => {},
		redact: (text) => text,
	};
	const shards = join(root, 'shards');
	await writeManifest(shards, await planShards({ ...options, select: 'name=edge-*', shards: 2, measured: [] }));
	return {
		shards,
		plan: await readPlan([shards]),
		options,
		[Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
	};
}
