import { posix } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isRecord } from '../../domain/is-record.ts';
import { ConfigurationError, NOWHERE, type Problem } from '../../errors.ts';
import { stepByStep } from '../step-by-step.ts';
import { readYaml } from '../yaml/fleet-document.ts';
import type { Variables } from './ansible-graph.ts';
import { ansibleHost } from './ansible-host.ts';
import { readAnsibleIni } from './ansible-ini.ts';
import { readAnsibleYaml } from './ansible-yaml.ts';
import { isLiteral } from './find-literal-secrets.ts';
import { type InventoryHost, type InventoryKind, type InventoryWorld, unread } from './inventory-kind.ts';
import { missingFile } from './missing-file.ts';
import { secretWarning } from './secret-warning.ts';

/** An Ansible inventory (INI or YAML) with the group_vars and host_vars beside it. */
export const ansible: InventoryKind = {
	name: 'ansible',
	required: ['file'],
	optional: ['groups'],
	async read({ file: path = '', groups }, world) {
		const { file, text } = await world.read(path);
		if (text === null) return unread(missingFile(file));
		const problems: Problem[] = [];
		const inventory = isYaml(path, text)
			? await collect(problems, () => stepByStep(readAnsibleYaml(file, text)))
			: await stepByStep(readAnsibleIni(file, text));
		if (inventory === null) return unread(...problems);
		problems.push(...inventory.problems);
		const { graph } = inventory;
		const folder = posix.dirname(path);
		const groupVars = await openVars(posix.join(folder, 'group_vars'), { world, problems });
		const hostVars = await openVars(posix.join(folder, 'host_vars'), { world, problems });

		const secrets = new Map<string, string>();
		const hosts: InventoryHost[] = [];
		for (const [index, name] of graph.hosts.entries()) {
			if (index % ON_END === 0) await setImmediate();
			const own = graph.groupsOf(name);
			if (groups !== undefined && !groups.some((group) => own.includes(group ?? ''))) continue;
			const variables: Variables = new Map([
				['inventory_hostname', { value: name, place: graph.host(name, NOWHERE).place }],
			]);
			variables.set('inventory_hostname_short', { value: name.split('.', 1)[0], place: NOWHERE });
			const lay = (over: Variables): void => {
				for (const [key, value] of over) variables.set(key, value);
			};
			for (const group of own) lay(graph.group(group).variables);
			for (const group of own) lay(await groupVars(group));
			lay(graph.host(name, NOWHERE).variables);
			lay(await hostVars(name));
			noteSecrets(variables, secrets);
			const { place } = graph.host(name, NOWHERE);
			hosts.push(ansibleHost(name, { place, groups: own, variables, problems }));
		}
		return { hosts, problems, warnings: [...secrets.values()] };
	},
};

/** Hosts between two turns of timers and sockets: some milliseconds, where there are many groups. */
const ON_END = 200;

/** As Ansible tells them apart: by name, else by whether it can be YAML. */
function isYaml(path: string, text: string): boolean {
	if (/\.(?:ya?ml|json)$/.test(path)) return true;
	return !/\.(?:ini|cfg)$/.test(path) && /^(?:---|[\w-]+:\s*$|\{)/m.test(text) && !/^\s*\[/m.test(text);
}

/** The variables of a group or host, from `NAME`, `NAME.yml`, `NAME.yaml`, `NAME.json` and every such file in `NAME/`. */
async function openVars(
	folder: string,
	{ world, problems }: { readonly world: InventoryWorld; readonly problems: Problem[] },
): Promise<(name: string) => Promise<Variables>> {
	const paths = (await world.list(folder)).toSorted();
	const known = new Map<string, Promise<Variables>>();
	const read = async (name: string): Promise<Variables> => {
		const variables: Variables = new Map();
		for (const path of paths.filter((candidate) => belongsTo(name, candidate))) {
			const { file, text } = await world.read(posix.join(folder, path));
			// A file that Ansible Vault encrypted as a whole holds secrets, which are not read.
			if (text === null || text.startsWith('$ANSIBLE_VAULT;')) continue;
			const document = await collect(problems, () => stepByStep(readYaml({ file, text, dialect: 'foreign' })));
			if (document === null || !isRecord(document.value)) continue;
			for (const [key, value] of Object.entries(document.value)) {
				variables.set(key, { value, place: document.placeOf([key]) });
			}
		}
		return variables;
	};
	return (name) => {
		const variables = known.get(name) ?? read(name);
		known.set(name, variables);
		return variables;
	};
}

function belongsTo(name: string, path: string): boolean {
	const rest = path.startsWith(name) ? path.slice(name.length) : null;
	return (
		rest !== null && (/^(?:\.ya?ml|\.json)?$/.test(rest) || /^\/.*(?:\.ya?ml|\.json|\/[^./]+|^\/[^./]+)$/.test(rest))
	);
}

async function collect<Value>(problems: Problem[], read: () => Promise<Value>): Promise<Value | null> {
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof ConfigurationError)) throw error;
		problems.push(...error.problems);
		return null;
	}
}

/** Each secret once, however many hosts inherit it. */
function noteSecrets(variables: Variables, secrets: Map<string, string>): void {
	for (const [key, { value, place }] of variables) {
		if (!/^ansible_(?:\w+_)?pass(?:word|phrase)?$/.test(key) || !isLiteral(value)) continue;
		secrets.set(`${place.file}:${place.line}:${key}`, secretWarning(place, key));
	}
}
