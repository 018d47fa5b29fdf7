import type { OrderRule } from '../../domain/platform/order-rules.ts';
import type { EntryRule, Syntax } from '../../domain/platform/syntax.ts';
import type { TextForm } from '../../domain/platform/text-form.ts';
import { anyPlatformMasks } from './any-platform-masks.ts';
import { jsonSecrets, xmlSecrets } from './document-secrets.ts';

interface DocumentOptions {
	/** A line at the top without which it is another document. */
	readonly top: RegExp;
	/** How the entries of its lists are told apart. */
	readonly entries?: readonly EntryRule[];
	readonly order?: readonly OrderRule[];
}

/** How the JSON of an API is read. */
export function jsonDocument(options: DocumentOptions): Required<TextForm> {
	return document('json', options);
}

/** How the XML of an API is read. */
export function xmlDocument(options: DocumentOptions): Required<TextForm> {
	return document('xml', options);
}

function document(style: 'json' | 'xml', { top, entries, order = [] }: DocumentOptions): Required<TextForm> {
	const syntax: Syntax = { style, comments: [], negation: '', closers: [], frame: [], blocks: [] };
	return {
		syntax: entries === undefined ? syntax : { ...syntax, entries },
		completeness: { proof: 'parses', pattern: top },
		masks: [...(style === 'json' ? jsonSecrets : xmlSecrets), ...anyPlatformMasks],
		order,
	};
}
