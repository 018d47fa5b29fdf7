import type { Steps } from '../../domain/steps.ts';
import type { Place, Problem } from '../../errors.ts';
import { AnsibleGraph } from './ansible-graph.ts';
import { expandHosts } from './host-range.ts';

interface Word {
	readonly text: string;
	/** 1-based. */
	readonly column: number;
}

interface Section {
	readonly group: string;
	readonly kind: 'hosts' | 'vars' | 'children';
}

/** Lines between two steps: some milliseconds of them. */
const ON_END = 1_000;

/** Reads an Ansible inventory in its INI format (ansible.builtin.ini), in steps. */
export function* readAnsibleIni(
	file: string,
	text: string,
): Steps<{ readonly graph: AnsibleGraph; readonly problems: readonly Problem[] }> {
	const graph = new AnsibleGraph();
	const problems: Problem[] = [];
	let section: Section = { group: 'ungrouped', kind: 'hosts' };
	for (const [index, raw] of text.split('\n').entries()) {
		if (index % ON_END === ON_END - 1) yield;
		const words = wordsOf(raw);
		const [first] = words;
		if (first === undefined || first.text.startsWith('#') || first.text.startsWith(';')) continue;
		const place: Place = { file, line: index + 1, column: first.column };
		const refuse = (message: string, fix: string): void => {
			problems.push({ ...place, message, fix });
		};
		const heading = /^\s*\[([^\]:]+)(?::(\w+))?\]\s*(?:[#;].*)?$/.exec(raw);
		if (heading !== null) {
			const [, group = '', kind = 'hosts'] = heading;
			if (kind === 'hosts' || kind === 'vars' || kind === 'children') section = { group, kind };
			else refuse(`a section cannot be of the kind "${kind}"`, 'Write [group], [group:vars] or [group:children]');
			graph.group(group);
		} else if (raw.trimStart().startsWith('[') && !/^\s*\[[0-9A-Za-z]+:/.test(raw)) {
			refuse('a section heading is not closed', 'Write [group], [group:vars] or [group:children]');
		} else if (section.kind === 'children') {
			graph.group(section.group).children.add(first.text);
			graph.group(first.text);
		} else if (section.kind === 'vars') {
			const equals = raw.indexOf('=');
			const name = raw.slice(0, Math.max(equals, 0)).trim();
			const value = raw.slice(equals + 1).trim();
			if (/^\S+$/.test(name)) graph.group(section.group).variables.set(name, { value: scalar(unquoted(value)), place });
			else refuse('a variable has no value', 'Write name=value');
		} else if (!addHosts({ graph, section, words, file, line: index + 1 })) {
			refuse('a range of hosts is too long', 'Write fewer than 20,000 hosts');
		}
	}
	return { graph, problems };
}

function addHosts(row: {
	readonly graph: AnsibleGraph;
	readonly section: Section;
	readonly words: readonly Word[];
	readonly file: string;
	readonly line: number;
}): boolean {
	const { graph, section, words, file, line } = row;
	const [pattern, ...assignments] = words;
	if (pattern === undefined) return true;
	// `name:port`, but not an IPv6 address and not the colon of a range.
	const [, bare = pattern.text, port] = /^([^:[\]]*(?:\[[^\]]*\][^:[\]]*)*):(\d+)$/.exec(pattern.text) ?? [];
	const hosts = expandHosts(bare);
	for (const name of hosts ?? []) {
		const place = { file, line, column: pattern.column };
		const { variables } = graph.host(name, place);
		graph.group(section.group).hosts.add(name);
		if (port !== undefined) variables.set('ansible_port', { value: Number(port), place });
		for (const { text, column } of assignments) {
			const [, key = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
			if (key !== '') variables.set(key, { value: scalar(value), place: { file, line, column } });
		}
	}
	return hosts !== null;
}

/** Words as a shell splits them, up to a comment. */
function wordsOf(line: string): readonly Word[] {
	const words: Word[] = [];
	const pattern = /(?:[^\s"'#]|"[^"]*"|'[^']*'|(?<=\S)#)+|#.*$/g;
	for (const { 0: word, index } of line.matchAll(pattern)) {
		if (word.startsWith('#') && words.length > 0) break;
		words.push({ text: word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'), column: index + 1 });
	}
	return words;
}

function unquoted(text: string): string {
	return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

/** Numbers are numbers, as for Ansible; everything else that we look at is text. */
function scalar(text: string): string | number {
	return /^\d{1,9}$/.test(text) ? Number(text) : text;
}
