import type { Fault } from '../simulated-device.ts';
import { randomBytes, seededRandom } from './random.ts';
import type { Shown } from './session-fault.ts';

/** As routers of several makers print to a terminal that is in the middle of something else. */
const CONSOLE_MESSAGE = '*Nov  3 05:04:21.123: %SYS-5-CONFIG_I: Configured from console by anna on vty0 (192.0.2.9)';

const RELOAD = '\n\n***\n*** --- SHUTDOWN NOW ---\n***\n';

/** Does to a running-config what a fault does to it; a fault of another kind does nothing. */
export function damage(whole: string, fault: Fault, prompt: string): Shown {
	const go = (text: string | Buffer): Shown => ({ text, afterwards: 'go-on' });
	const half = firstPartOf(whole);
	switch (fault) {
		case 'truncated':
			return go(half);
		case 'dropped':
			return { text: half, afterwards: 'drop' };
		case 'hang':
			return { text: half, afterwards: 'hang' };
		case 'drips':
			return { text: half, afterwards: 'drip' };
		case 'reloads':
			return { text: half + RELOAD, afterwards: 'drop' };
		case 'floods':
			return { text: half, afterwards: 'flood' };
		case 'garbled':
			return go(garbled(whole));
		case 'logs-in-between':
			return go(between(whole, [CONSOLE_MESSAGE]));
		case 'prompts-in-between':
			return go(between(whole, [prompt, `${prompt} show running-config`, `${prompt}exit`]));
		default:
			return go(whole);
	}
}

/** Three fifths of it, which ends in the middle of a line sooner or later. */
function firstPartOf(text: string): string {
	return text.slice(0, Math.floor(text.length * 0.6));
}

function between(text: string, lines: readonly string[]): string {
	const all = text.split('\n');
	return all.toSpliced(Math.floor(all.length / 2), 0, ...lines).join('\n');
}

function garbled(text: string): Buffer {
	const bytes = Buffer.from(text);
	const at = Math.floor(bytes.length / 2);
	randomBytes(seededRandom(bytes.length), 64).copy(bytes, at);
	return bytes;
}
