import type { DeviceTransport } from '../../domain/platform/transports.ts';
import type { Place, Problem } from '../../errors.ts';
import type { Variables } from './ansible-graph.ts';
import { fillTemplate } from './ansible-template.ts';
import { asSlug } from './as-slug.ts';
import type { InventoryHost, InventorySetting, Sourced } from './inventory-kind.ts';

/** The variable that says it, by our name for the setting; the second is the one of Ansible 1. */
const VARIABLES = {
	host: ['ansible_host', 'ansible_ssh_host'],
	port: ['ansible_port', 'ansible_ssh_port'],
	username: ['ansible_user', 'ansible_ssh_user'],
	platform: ['ansible_network_os'],
	transport: ['ansible_connection'],
	site: ['site'],
	role: ['role'],
} as const satisfies Partial<Record<InventorySetting, readonly string[]>>;

/** `httpapi` has a port of its own; the usual one is that of SSH (ansible.netcommon.httpapi). */
const HTTP_PORT = ['ansible_httpapi_port'] as const;

/** Where a login that cannot be read comes from elsewhere: `credentials` of fleet.yml say it. */
const MAY_BE_MISSING: readonly string[] = ['username'];

/** What is known of a host, whatever files it came from. */
interface KnownHost {
	readonly place: Place;
	/** Those above them included. */
	readonly groups: readonly string[];
	/** With those of its groups. */
	readonly variables: Variables;
	/** Takes what is wrong with them. */
	readonly problems: Problem[];
}

/** What the variables of a host say about the device, in our words. */
export function ansibleHost(name: string, { place, groups, variables, problems }: KnownHost): InventoryHost {
	const settings: Partial<Record<InventorySetting, Sourced>> = { host: { value: name, place } };
	const isHttp = transportOf(variables.get('ansible_connection')?.value) === 'rest';
	for (const [setting, usual] of Object.entries(VARIABLES)) {
		const names: readonly string[] = isHttp && setting === 'port' ? HTTP_PORT : usual;
		const variable = names.map((key) => variables.get(key)).find((value) => value !== undefined);
		if (variable === undefined || variable.value === null || !isUsable(variable.value)) continue;
		const value = typeof variable.value === 'string' ? fillTemplate(variable.value, variables) : variable.value;
		if (value !== null)
			settings[setting as InventorySetting] = { value: shaped(setting, value), place: variable.place };
		else if (!MAY_BE_MISSING.includes(setting))
			problems.push({ ...variable.place, ...unfilled(name, names[0] ?? setting) });
	}
	const tags = [
		...groups.filter((group) => group !== 'all' && group !== 'ungrouped'),
		...words(variables.get('tags')?.value),
	];
	if (tags.length > 0) settings.tags = { value: [...new Set(tags.map(asSlug))], place };
	return { name, place, settings };
}

/** What Ansible Vault encrypted is a secret, and none of our business. */
function isUsable(value: unknown): boolean {
	return typeof value !== 'string' || !value.startsWith('$ANSIBLE_VAULT;');
}

function shaped(setting: string, value: unknown): unknown {
	if (setting === 'port' && typeof value === 'string' && /^\d+$/.test(value)) return Number(value);
	if ((setting === 'site' || setting === 'role') && typeof value === 'string') return asSlug(value);
	return setting === 'transport' ? transportOf(value) : value;
}

/** Of a connection plugin, whatever collection it is of. */
function transportOf(connection: unknown): DeviceTransport {
	const plugin = String(connection).split('.').at(-1);
	return plugin === 'netconf' ? 'netconf' : plugin === 'httpapi' ? 'rest' : 'ssh';
}

function words(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

function unfilled(host: string, variable: string): { readonly message: string; readonly fix: string } {
	return {
		message: `${variable} of ${host} holds an expression that is more than the name of a variable, and Jinja is not evaluated`,
		fix: `Write the value out, or give ${host} its own under devices of fleet.yml`,
	};
}
