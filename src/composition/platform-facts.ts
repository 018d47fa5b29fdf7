import type { Completeness, Platform } from '../domain/platform/platform.ts';
import { type PlatformRegistry, platformsIn } from '../domain/platform/platform-registry.ts';
import { readAs } from '../domain/platform/text-form.ts';
import { type DeviceTransport, transportsOf } from '../domain/platform/transports.ts';
import { platforms as shipped } from '../platforms/index.ts';
import { evidenceOf } from '../platforms/shared/evidence.ts';

/** What there is to know about a platform before it is used. */
export interface PlatformFacts {
	readonly name: string;
	readonly title: string;
	readonly aliases: readonly string[];
	/** What is typed to see the running config. */
	readonly command: string;
	readonly transports: readonly TransportFacts[];
}

/** One way to fetch a platform, and how what comes in by it is read. */
export interface TransportFacts {
	readonly transport: DeviceTransport;
	/** Over SSH only. */
	readonly channel: 'shell' | 'exec' | null;
	/** What intended configs are written in. */
	readonly format: 'text' | 'JSON' | 'XML';
	readonly completeness: Completeness['proof'];
	/** Masks of lines that are not a change. */
	readonly volatile: number;
	readonly secrets: number;
	/** Rules about order. */
	readonly ordered: number;
	/** What it was tried against; empty for a platform of fleet.yml. */
	readonly tested: readonly string[];
}

/** Facts about every platform of a registry, in its order. */
export function platformFacts(platforms: PlatformRegistry): readonly PlatformFacts[] {
	return platformsIn(platforms).map((platform) => {
		const { name, title, aliases, cli } = platform;
		const transports = transportsOf(platform).map((transport) => transportFacts(platform, transport));
		return { name, title, aliases, command: cli.showRunning, transports };
	});
}

function transportFacts(platform: Platform, transport: DeviceTransport): TransportFacts {
	const { syntax, completeness, masks, order } = readAs(platform, transport);
	const volatile = masks.filter(({ kind }) => kind === 'volatile').length;
	return {
		transport,
		channel: transport === 'ssh' ? platform.cli.channel : null,
		format: syntax.style === 'json' ? 'JSON' : syntax.style === 'xml' ? 'XML' : 'text',
		completeness: completeness.proof,
		volatile,
		secrets: masks.length - volatile,
		ordered: order.length,
		tested: shipped.names.includes(platform.name) ? evidenceOf(platform.name, transport) : [],
	};
}

/** What is told of one way in a row of a table, whoever prints it. */
export function cellsOf(way: TransportFacts): readonly string[] {
	return [
		way.channel === null ? way.transport : `${way.transport} ${way.channel}`,
		way.format,
		way.completeness,
		String(way.volatile),
		String(way.secrets),
		String(way.ordered),
		way.tested.join(', '),
	];
}
