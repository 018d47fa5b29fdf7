import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../../errors.ts';
import { writeWhole } from '../../infrastructure/output-file.ts';
import type { DeviceAdoption } from '../../use-cases/adopt-drift.ts';

const MARK = '\uFEFF';

/**
 * Writes an intended file anew. A byte order mark is no part of what was compared, and belongs to whoever wrote it. Asking
 * devices takes a while: a file that somebody has saved meanwhile stays as it is.
 *
 * @param root - folder that the path of the file is relative to
 * @returns what came of it
 */
export async function writeAdoption(adoption: DeviceAdoption, root: string): Promise<DeviceAdoption> {
	if (!adoption.isWritten) return adoption;
	const { path, before, after, adopted, refused } = adoption;
	const place = join(root, path);
	const text = await textOf(place);
	const mark = text?.startsWith(MARK) === true ? MARK : '';
	const found = text?.slice(mark.length);
	// Devices that share a file have it say the same.
	if (found !== before && found !== after) {
		const reason = 'is in a file that has changed since it was compared: run it again';
		return {
			...adoption,
			adopted: [],
			isWritten: false,
			refused: [...refused, ...adopted.map((change) => ({ change, reason }))],
		};
	}
	await writeWhole(place, mark + after);
	return adoption;
}

/** null: it is gone. */
async function textOf(place: string): Promise<string | null> {
	try {
		return await readFile(place, 'utf8');
	} catch (error) {
		if (systemCode(error) === 'ENOENT') return null;
		throw error;
	}
}
