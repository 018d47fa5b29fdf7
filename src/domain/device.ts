import type { ConfigLine } from './config/config-line.ts';
import type { ConfigNode } from './config/config-node.ts';
import type { MaskHit } from './masking/mask-hit.ts';
import type { MaskedTelemetry } from './masking/masked-lines.ts';
import type { DeviceTransport } from './platform/transports.ts';
import type { Steps } from './steps.ts';

/** How a running-config comes in. `file` reads it from a folder instead of a device. */
export type Transport = DeviceTransport | 'file';

/** One member of the fleet: who it is, not how to log in to it. */
export interface Device {
	/** Unique in the fleet, as written in fleet.yml: `edge-01`. */
	readonly name: string;
	readonly host: string;
	/** null: the transport's own. */
	readonly port: number | null;
	/** A name of the platform registry, never an alias: `arista_eos`. */
	readonly platform: string;
	readonly transport: Transport;
	readonly site: string | null;
	readonly role: string | null;
	readonly tags: readonly string[];
	/** Names of `concurrency.per-group` that this device counts against. */
	readonly groups: readonly string[];
}

/** A configuration as the compare sees it: masked, split into lines and read as a tree. Never holds a secret. */
export interface DeviceConfig {
	readonly platform: string;
	/** The masked text: what may be shown, stored and diffed. */
	readonly text: string;
	/** Every line that is left, with its number in the text that came in. */
	readonly lines: readonly ConfigLine[];
	readonly tree: readonly ConfigNode[];
	/** The tree for whoever asks first: it is made then. */
	treeInSteps(): Steps<readonly ConfigNode[]>;
	readonly masked: MaskedTelemetry;
	/** What each mask did, in the order in which it was done. */
	readonly hits: readonly MaskHit[];
	/** Who/when facts that masks surfaced: `{ lastChangedBy: 'anna' }`. */
	readonly metadata: Readonly<Record<string, string>>;
	/** First lines of blocks that a mask took out and whose end never came; left out: none. */
	readonly endless?: readonly ConfigLine[];
}
