import type { Transport } from '../device.ts';
import type { MaskingPattern } from '../masking/pattern.ts';
import type { EquivalenceRules } from './equivalence-rules.ts';
import type { Platform } from './platform.ts';

/**
 * How the text of a transport is read, where it is another one than the command line shows: an API gives a document of a
 * data model, or says at the end that it is whole. What is left out is as on the command line.
 */
export type TextForm = Partial<Pick<Platform, 'syntax' | 'completeness' | 'masks' | 'order'>>;

/** A platform as the text of a transport is to be read: its intended config is written in the same form. */
export function readAs(platform: Platform, transport: Transport): Platform {
	const form = formOf(platform, transport);
	if (form === undefined) return platform;
	if (form.syntax === undefined) return { ...platform, ...form };
	return { ...platform, ...OF_COMMAND_LINE, ...form };
}

/** What a document has not: it has no lines of the command line, and is not mended by commands. */
const OF_COMMAND_LINE: Readonly<Record<keyof EquivalenceRules | 'remediation', undefined>> = {
	lists: undefined,
	shorthands: undefined,
	ranges: undefined,
	sequences: undefined,
	clearing: undefined,
	overwritten: undefined,
	numbers: undefined,
	defaults: undefined,
	ports: undefined,
	spellings: undefined,
	remediation: undefined,
};

/** The masks of a platform in all of its forms, each once. */
export function masksInAllForms(platform: Platform): readonly MaskingPattern[] {
	const forms = [platform.rest?.form, platform.netconf?.form];
	return [...new Set([...platform.masks, ...forms.flatMap((form) => form?.masks ?? [])])];
}

function formOf({ rest, netconf }: Platform, transport: Transport): TextForm | undefined {
	if (transport === 'rest') return rest?.form;
	return transport === 'netconf' ? netconf?.form : undefined;
}
