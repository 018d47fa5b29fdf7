/** What YAML takes for something else than the text that it is, in whatever case. */
const KEYWORD = '(?:true|false|null)(?=[ \\r,:\\]]|$)';
/** A text that needs no quotes: `fra-core`, `192.0.2.1`, `SHA256:…`. */
const WORD = `(?!${KEYWORD})[a-z][\\w./+=-]*(?::[\\w./+=-]+)*|\\d+(?:\\.\\d+){3}`;
const WORDS = `(?:${WORD})(?:, *(?:${WORD}))*`;
const VALUE = `(?<number>0|[1-9]\\d{0,8})|(?<word>${WORD})|\\[ *(?<words>${WORDS}) *\\]`;

const DEVICE = new RegExp(`^ +(?!${KEYWORD})(?<name>[a-z][\\w.-]*): *\\r?$`, 'i');
const SETTING = new RegExp(`^ +(?!${KEYWORD})(?<key>[a-z][a-z-]*): +(?:${VALUE}) *\\r?$`, 'i');
const BLANK_OR_COMMENT = /^ *(?:#|\r?$)/;

type Settings = Record<string, number | string | readonly string[]>;

/**
 * Reads devices of which every line is a key with one word, one number or one list of words, as most are written. The YAML
 * library takes twenty times as long for them.
 *
 * @param section - a YAML text that begins with the line `devices:`
 * @returns by name; null: something else stands there, or a device twice, and only the library understands it
 */
export function readPlainDevices(section: string): Readonly<Record<string, Settings>> | null {
	const devices: Record<string, Settings> = {};
	let settings: Settings | null = null;
	let deviceIndent = 0;
	let settingIndent = 0;
	for (const line of section.split('\n').slice(1)) {
		if (BLANK_OR_COMMENT.test(line)) continue;
		const indent = line.search(/[^ ]/);
		const name = DEVICE.exec(line)?.groups?.name;
		if (name !== undefined) {
			if (Object.hasOwn(devices, name) || (settings !== null && indent !== deviceIndent)) return null;
			// One without a setting is nothing, and no mapping.
			if (settings !== null && isEmpty(settings)) return null;
			settings = {};
			devices[name] = settings;
			deviceIndent = indent;
			settingIndent = 0;
			continue;
		}
		const { key, number, word, words = '' } = SETTING.exec(line)?.groups ?? {};
		if (settings === null || key === undefined || Object.hasOwn(settings, key)) return null;
		if (indent <= deviceIndent || (settingIndent > 0 && indent !== settingIndent)) return null;
		settings[key] = number === undefined ? (word ?? words.split(/, */)) : Number(number);
		settingIndent = indent;
	}
	return settings === null || isEmpty(settings) ? null : devices;
}

function isEmpty(settings: Settings): boolean {
	return Object.keys(settings).length === 0;
}
