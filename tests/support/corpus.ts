import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type CompiledMasks, compileMasks } from '../../src/domain/masking/registry.ts';
import { platformOf } from './platform-of.ts';

/** Recorded device data beside the project; not a part of it, and missing on most machines. */
const root = new URL('../../../shared/corpus/', import.meta.url);

/** For `describe.skipIf`: the reason why a test did not run stands in its title. */
export const corpusIsMissing = !existsSync(root);

/** The corpus's names of operating systems, by ours. */
export const PLATFORM_OF: Readonly<Record<string, string>> = {
	ios: 'cisco_ios',
	iosxe: 'cisco_ios',
	cisco_iosxe: 'cisco_ios',
	cisco_generic: 'cisco_ios',
	nxos: 'cisco_nxos',
	cisco_nxos: 'cisco_nxos',
	iosxr: 'cisco_xr',
	cisco_iosxr: 'cisco_xr',
	eos: 'arista_eos',
	arista_eos: 'arista_eos',
	junos: 'juniper_junos',
	junos_set: 'juniper_junos',
	juniper_junos: 'juniper_junos',
	fortios: 'fortinet',
	fortigate: 'fortinet',
	panos: 'paloalto_panos',
	asa: 'cisco_asa',
	asa_mixed: 'cisco_asa',
	routeros: 'mikrotik_routeros',
	sros: 'nokia_sros',
	nokia_sros: 'nokia_sros',
	sros_md: 'nokia_srosmd',
	vyos: 'vyos',
	aoscx: 'aruba_aoscx',
	aruba_aoscx: 'aruba_aoscx',
	bigip: 'f5_tmsh',
	bigip_f5: 'f5_tmsh',
	comware: 'hp_comware',
	hp_comware: 'hp_comware',
	cumulus: 'cumulus',
	gaia: 'checkpoint_gaia',
	opnsense: 'opnsense',
	pfsense: 'pfsense',
	vrp: 'huawei_vrp',
};

/** Systems of which the corpus has whole configs among the cases of a parser only. */
const PARSER_CASES = ['bigip_f5', 'hp_comware', 'nokia_sros'];

export function readCorpus(path: string): string {
	return readFileSync(new URL(path, root), 'utf8');
}

export function readCorpusJson<T>(path: string): T {
	return JSON.parse(readCorpus(path)) as T;
}

/** Names in a folder of the corpus, sorted; none where the folder is missing. */
export function listCorpus(folder: string): readonly string[] {
	const url = new URL(`${folder}/`, root);
	return existsSync(url) ? readdirSync(url).toSorted() : [];
}

const compiled = new Map<string, CompiledMasks>();

/** The masks of a platform under one fixed key. */
export function corpusMasks(platform: string): CompiledMasks {
	const masks = compiled.get(platform) ?? compileMasks(platformOf(platform), { fingerprintKey: 'corpus' });
	compiled.set(platform, masks);
	return masks;
}

/** A whole config of the corpus. */
export interface CorpusConfig {
	/** `ios/01_….txt` */
	readonly name: string;
	readonly platform: string;
	readonly text: string;
}

/** Every whole config of a platform that we know. */
export function corpusConfigs(): readonly CorpusConfig[] {
	const folders = [
		...Object.keys(PLATFORM_OF).map((os) => ({ os, folder: `configs/${os}` })),
		...PARSER_CASES.map((os) => ({ os, folder: `netutils/parser/base/${os}` })),
	];
	return folders.flatMap(({ os, folder }) =>
		listCorpus(folder)
			.filter((file) => file.endsWith('.txt') || file.endsWith('.cfg'))
			.map((file) => ({
				name: `${os}/${file}`,
				platform: PLATFORM_OF[os] ?? os,
				text: readCorpus(`${folder}/${file}`),
			})),
	);
}

/** Counts what a corpus test found and prints it, with the name of everything that is wrong. */
export class Tally {
	readonly wrong: string[] = [];
	run = 0;
	readonly #title: string;

	constructor(title: string) {
		this.#title = title;
	}

	count(name: string, isRight: boolean): void {
		this.run += 1;
		if (!isRight) this.wrong.push(name);
	}

	get right(): number {
		return this.run - this.wrong.length;
	}

	print(): void {
		const wrong = this.wrong.map((name) => `\n  wrong: ${name}`).join('');
		process.stdout.write(
			`corpus: ${this.#title}: ${this.run} run, ${this.right} right, ${this.wrong.length} wrong${wrong}\n`,
		);
	}
}
