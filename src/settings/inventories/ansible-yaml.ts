import { isRecord } from '../../domain/is-record.ts';
import { Portion, type Steps } from '../../domain/steps.ts';
import type { Problem } from '../../errors.ts';
import { readYaml } from '../yaml/fleet-document.ts';
import { AnsibleGraph } from './ansible-graph.ts';
import { expandHosts } from './host-range.ts';

/** Reads an Ansible inventory in its YAML format (ansible.builtin.yaml). Throws a `ConfigurationError` where it is no YAML. */
export function* readAnsibleYaml(
	file: string,
	text: string,
): Steps<{ graph: AnsibleGraph; problems: readonly Problem[] }> {
	const document = yield* readYaml({ file, text, dialect: 'foreign' });
	const graph = new AnsibleGraph();
	const problems: Problem[] = [];
	const refuse = (path: readonly string[], message: string, fix: string): void => {
		problems.push({ ...document.placeOfKey(path), message, fix });
	};
	const portion = new Portion();
	const readGroup = function* (name: string, value: unknown, path: readonly string[]): Steps<void> {
		const group = graph.group(name);
		if (!isRecord(value)) {
			if (value !== null) refuse(path, `the group ${JSON.stringify(name)} is not a mapping`, SHAPE);
			return;
		}
		for (const [key, variable] of entriesOf(value.vars)) {
			group.variables.set(key, { value: variable, place: document.placeOf([...path, 'vars', key]) });
		}
		for (const [pattern, variables] of entriesOf(value.hosts)) {
			const own = [...path, 'hosts', pattern];
			if (portion.isFull(1)) yield;
			const hosts = expandHosts(pattern);
			if (hosts === null) refuse(own, 'a range of hosts is too long', 'Write fewer than 20,000 hosts');
			for (const host of hosts ?? []) {
				group.hosts.add(host);
				const known = graph.host(host, document.placeOfKey(own));
				for (const [key, variable] of entriesOf(variables)) {
					known.variables.set(key, { value: variable, place: document.placeOf([...own, key]) });
				}
			}
		}
		for (const [child, below] of entriesOf(value.children)) {
			group.children.add(child);
			yield* readGroup(child, below, [...path, 'children', child]);
		}
	};
	if (!isRecord(document.value)) refuse([], 'the inventory is not a mapping', SHAPE);
	for (const [name, value] of entriesOf(document.value)) yield* readGroup(name, value, [name]);
	return { graph, problems };
}

const SHAPE = 'Write groups with hosts, vars and children below them, each a mapping';

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
	return isRecord(value) ? Object.entries(value) : [];
}
