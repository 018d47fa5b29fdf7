import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const ENTRY = fileURLToPath(new URL('../src/reporting/dashboard/client/main.ts', import.meta.url));

/**
 * `src/reporting/dashboard/script.ts`: the page's script as a string, bundled into one, with the hash under which the page's
 * content security policy lets it run. Not minified, so that it can be read where it runs.
 */
export async function pageScript(): Promise<string> {
	const build = await rolldown({ input: ENTRY, platform: 'browser' });
	const { output } = await build.generate({ format: 'iife', codeSplitting: false, comments: false });
	await build.close();
	const [chunk] = output;
	// Region comments name files of this repository.
	const code = `\n${chunk.code.replaceAll(/^\s*\/\/#(?:end)?region.*\n/gm, '')}`;
	if (/<\/script|<!--/i.test(code)) throw new Error('the page’s script would end its own element');
	const hash = createHash('sha256').update(code).digest('base64');
	return `/** Bundled from client/ by \`npm run generate\`. */
export const SCRIPT = ${asTemplate(code)};

/** The content security policy of the page allows exactly this text. */
export const SCRIPT_HASH = 'sha256-${hash}';
`;
}

function asTemplate(text: string): string {
	return `\`${text.replaceAll(/[\\`]|\$\{/g, (match) => `\\${match}`)}\``;
}
