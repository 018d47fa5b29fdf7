import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { bytesIfThere } from '../../composition/fleet/trusted-files.ts';
import { systemCode } from '../../errors.ts';
import { writeWhole } from '../../infrastructure/output-file.ts';
import type { Answered } from '../asking/ask-devices.ts';
import { enclosingRepository } from '../options/enclosing-repository.ts';
import type { FetchContext } from './fetch-configs.ts';

interface WriteContext extends FetchContext {
	/** Path of fleet.yml, as the user gave it. */
	readonly fleet: string;
	/** Whether files that read otherwise are written over. */
	readonly force: boolean;
}

/** Writes configs to where the intended ones belong. Returns whether a file that is there was left as it is. */
export async function writeIntended(configs: readonly Answered<string>[], context: WriteContext): Promise<boolean> {
	const outcomes: Written[] = [];
	for (const config of configs) outcomes.push(await writeOne(config, context));
	const written = outcomes.filter((outcome) => outcome === 'written').length;
	const asked = context.prepared.run.devices.length;
	if (written > 0) {
		const next = 'Next: read what was written, commit it, then "fleet-drift audit"';
		context.line.log.info(`${written} of ${asked} configs written. ${next}`);
	}
	return outcomes.includes('refused');
}

type Written = 'written' | 'as it was' | 'refused';

/** A file that somebody wrote is not lost to what runs: where the two differ is for people to say. */
async function writeOne(
	{ device, answer: text }: Answered<string>,
	{ prepared, line, fleet, force }: WriteContext,
): Promise<Written> {
	const root = dirname(resolve(line.cwd, fleet));
	const path = prepared.tools.intended.pathOf(device);
	if (await leavesRepository(resolve(root, path), enclosingRepository(root))) {
		line.log.error(`${device.name}: ${path} leads out of the repository: nothing was written`);
		return 'refused';
	}
	const present = await bytesIfThere(path, root);
	if (present?.equals(Buffer.from(text))) {
		line.log.info(`${device.name}: ${path} is unchanged`);
		return 'as it was';
	}
	if (present !== null && !force) {
		const ways = `"fleet-drift adopt ${device.name}" puts what runs into it, --force overwrites it`;
		line.log.error(`${device.name}: ${path} already exists with other content and was left as it is. ${ways}`);
		return 'refused';
	}
	await writeWhole(join(root, path), text);
	line.log.info(`${device.name}: wrote ${path}`);
	return 'written';
}

/** By its words, by the links on its way, or into what is git's alone. */
async function leavesRepository(path: string, repository: string): Promise<boolean> {
	const ways = [relative(repository, path), relative(await placeOf(repository), await placeOf(path))];
	return ways.some((way) => {
		const parts = way.toLowerCase().split(sep);
		return parts[0] === '..' || parts.includes('.git');
	});
}

/** Where a path leads to; of what is not there yet, where it would be made. */
async function placeOf(path: string): Promise<string> {
	try {
		return await realpath(path);
	} catch (error) {
		if (systemCode(error) === '' || path === dirname(path)) throw error;
		return join(await placeOf(dirname(path)), basename(path));
	}
}
