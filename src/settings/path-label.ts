import type { Path } from './yaml-index.ts';

/** One line, whatever the text holds. */
export function quote(text: string): string {
	return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
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
