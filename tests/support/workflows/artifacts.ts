import { cp, mkdir, readdir } from 'node:fs/promises';
import { join, matchesGlob, resolve } from 'node:path';

/** What the jobs of a run hand to each other: upload-artifact and download-artifact, as far as our workflows use them. */
export interface Artifacts {
	/** As `with` of the step has it; a path may be relative to the workspace. */
	upload(inputs: ArtifactInputs, workspace: string): Promise<void>;
	download(inputs: ArtifactInputs, workspace: string): Promise<void>;
}

interface ArtifactInputs {
	readonly name?: string;
	readonly pattern?: string;
	readonly path: string;
}

/** @param store - a folder, empty, with a folder for each artifact in the end */
export function openArtifacts(store: string): Artifacts {
	return {
		async upload({ name = 'artifact', path }, workspace) {
			// Fails where there is one of that name already, as GitHub does.
			await mkdir(join(store, name));
			await cp(resolve(workspace, path), join(store, name), { recursive: true });
		},
		async download({ name, pattern, path }, workspace) {
			const target = resolve(workspace, path);
			if (name !== undefined) return cp(join(store, name), target, { recursive: true });
			const found = (await readdir(store)).filter((each) => matchesGlob(each, pattern ?? '*'));
			for (const each of found) await cp(join(store, each), join(target, each), { recursive: true });
		},
	};
}
