import type { Path } from '../yaml/yaml-index.ts';

/** One line, whatever the text holds. */
export function quote(text: string): string {
	return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/** The same without quotation marks, for a message that quotes already: what cannot be seen is written as YAML would. */
export function visible(text: string): string {
	return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
		const code = character.codePointAt(0) ?? 0;
		return `\\U${code.toString(16).padStart(8, '0')}`;
	});
}

/** `masks[0].pattern` */
export function label(path: Path): string {
	return path.reduce<string>((text, step) => {
		if (typeof step === 'number') return `${text}[${step}]`;
		return text === '' ? printable(step) : `${text}.${printable(step)}`;
	}, '');
}

function printable(name: string): string {
	return /^[\w.-]{1,128}$/.test(name) ? name : quote(name);
}
