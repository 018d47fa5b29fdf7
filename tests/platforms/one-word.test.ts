import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareConfigs } from '../../src/domain/compare/calculate-diff.ts';
import type { ConfigNode } from '../../src/domain/config/config-node.ts';
import { prepareConfig } from '../../src/domain/config/prepare-config.ts';
import { maskContent } from '../../src/domain/masking/mask-content.ts';
import { type CompiledMasks, compileMasks } from '../../src/domain/masking/registry.ts';
import { platforms } from '../../src/platforms/index.ts';
import { saysDefault } from '../corpus/mutations.ts';
import { buildTree } from '../support/at-once.ts';
import { platformOf } from '../support/platform-of.ts';
import { wordMutationsOf } from '../support/word-mutations.ts';

const fixtures = new URL('./', import.meta.url);

/** Documents are changed in their values, in the corpus. */
const names = platforms.names.filter((name) => !/^(?:xml|json)$/.test(platformOf(name).syntax.style));

const PLACEHOLDER = /^swapped: \S+ .*\{\{/;

/** What is taken away is not there, and of these that is the same. */
const NEGATED_VERSION = /^negated: version \S+; → /;
const NEGATED_EMPTY = /^negated: set system login user \S+ authentication plaintext-password '' → /;

/** What an account, a port or a slot has in any case, it has whatever it is called. */
const ACCOUNTS = /^word: set system login user \S+ authentication plaintext-password '' → /;

/** Changes of a line that are none of the device, and why. */
const SAME: Readonly<Record<string, readonly RegExp[]>> = {
	// A placeholder stands for any value.
	cisco_ios: [PLACEHOLDER],
	frr: [PLACEHOLDER],
	// The VLANs have sections of their own.
	cisco_nxos: [
		/^gone: vlan 1,10,20 → $/,
		/^word: username \S+ passphrase {2}lifetime 99999 warntime 14 gracetime 3 → /,
	],
	fortinet: [/^swapped: set allowaccess /, /^gone: set vdom "root" → $/],
	hp_comware: [/^swapped: service-type /],
	// All addresses, whatever stands in front of the mask.
	hp_procurve: [
		/^number: (.*) 0\.0\.0\.0 255\.255\.255\.255(.*) → \1 1\.0\.0\.0 255\.255\.255\.255\2$/,
		/^number: module 1 (type \S+) → module \d \1$/,
	],
	// A comment of the device, a set, and a number that it gives.
	juniper_junos: [
		/^word: (.*;) ## .* → \1 ## \S+$/,
		/^swapped: permissions \[ /,
		/^gone: uid \d+; → $/,
		NEGATED_VERSION,
	],
	mikrotik_routeros: [/^swapped: (?:add|set) /],
	paloalto_panos: [/^swapped: set rulebase .* to \[ /],
	ubiquiti_edgeos: [ACCOUNTS, NEGATED_EMPTY],
	vyos: [
		ACCOUNTS,
		NEGATED_EMPTY,
		/^\w+: set interfaces ethernet \S+ hw-id \S+ → (?:set interfaces ethernet \w+ hw-id \S+)?$/,
	],
};

describe.each(names)('what one word changes in a config of %s', (name) => {
	const masks = compileMasks(platformOf(name), { fingerprintKey: 'words' });

	it.each(['in-sync/intended', 'in-sync/running', 'drift/running'])('is told: %s', (file) => {
		const text = readFileSync(new URL(`${name}/${file}.cfg`, fixtures), 'utf8');
		const hidden = hiddenIn(text, masks);

		expect(hidden.filter((change) => !SAME[name]?.some((pattern) => pattern.test(change)))).toEqual([]);
	});
});

function hiddenIn(text: string, masks: CompiledMasks): readonly string[] {
	const lines = text.split('\n');
	const masked = maskContent(text, masks).text;
	const intended = prepareConfig(text, masks);
	return leavesOf(text, masks).flatMap((at) =>
		wordMutationsOf(lines[at] ?? '', masks.platform.syntax.negation)
			.filter(({ kind, line }) => {
				const mutated = (line === null ? lines.toSpliced(at, 1) : lines.with(at, line)).join('\n');
				// Of what is not compared, such as a placeholder, there is nothing to tell.
				if (maskContent(mutated, masks).text === masked) return false;
				if (kind === 'gone' && saysDefault(lines[at]?.trim() ?? '', masks)) return false;
				return compareConfigs({ intended, running: prepareConfig(mutated, masks) }, masks).changes.length === 0;
			})
			.map(({ kind, line }) => `${kind}: ${lines[at]?.trim()} → ${line?.trim() ?? ''}`),
	);
}

/** The places of the lines that have no others below them. */
function leavesOf(text: string, masks: CompiledMasks): readonly number[] {
	const places = (nodes: readonly ConfigNode[]): readonly number[] =>
		nodes.flatMap(({ body, children, lineNumber }) => {
			if (body !== null) return [];
			return children.length === 0 ? [lineNumber - 1] : places(children);
		});
	return places(buildTree(maskContent(text, masks).lines, masks.platform));
}
