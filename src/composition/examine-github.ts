import { openJsonClient } from '../adapters/inventory/json-client.ts';
import { ConfigurationError } from '../errors.ts';
import { originUrl } from '../infrastructure/git/origin-url.ts';
import { type ExaminedStep, examineWorkflow } from '../settings/action/examine-workflow.ts';
import type { TrustedFiles } from './fleet/trusted-files.ts';

/** The repository to examine, and the token to do it with, from the environment. */
export interface ExamineOptions {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly cwd: string;
	/** Files of the repository around. */
	readonly files: TrustedFiles;
	/** `owner/name`; null: that of GITHUB_REPOSITORY, else of the remote "origin". */
	readonly repository: string | null;
	readonly signal: AbortSignal;
	readonly registerSecrets: (values: readonly string[]) => void;
}

/** What can be read with the token, and what the workflows of the repository are allowed to write. Nothing is changed. */
export async function examineGitHub(options: ExamineOptions): Promise<readonly ExaminedStep[]> {
	return [...(await readableThings(options)), ...(await workflows(options))];
}

/** What a run reads; to find out what may be written, somebody would have to write. */
const THINGS = [
	{ step: 'pull requests', path: 'pulls?per_page=1', permission: 'pull-requests' },
	{ step: 'checks', path: 'commits/HEAD/check-runs?per_page=1', permission: 'checks' },
	{ step: 'issues', path: 'issues?per_page=1', permission: 'issues' },
] as const;

async function readableThings(options: ExamineOptions): Promise<readonly ExaminedStep[]> {
	const { env, signal, registerSecrets } = options;
	const token = env.GITHUB_TOKEN ?? env.GH_TOKEN ?? '';
	if (token === '')
		return [{ step: 'token', status: 'failed', detail: 'set GITHUB_TOKEN, such as to what "gh auth token" prints' }];
	registerSecrets([token]);
	const repository = await repositoryOf(options);
	if (repository === null) {
		const detail = 'which one is not known. Name it with --repository owner/name';
		return [{ step: 'repository', status: 'failed', detail }];
	}
	const getJson = openJsonClient({ signal, authority: async () => '' });
	const api = env.GITHUB_API_URL ?? 'https://api.github.com';
	const failureOf = async (path: string): Promise<string | null> => {
		try {
			const url = new URL(`${api}/repos/${repository}/${path}`);
			await getJson({ url, authorization: `Bearer ${token}`, caFile: null });
			return null;
		} catch (error) {
			if (!(error instanceof ConfigurationError)) throw error;
			return error.problems.map(({ message }) => message).join();
		}
	};
	const found: ExaminedStep[] = [];
	const failures: string[] = [];
	for (const { step, path, permission } of THINGS) {
		const failure = await failureOf(path);
		if (failure !== null) failures.push(failure);
		found.push(
			failure === null
				? { step, status: 'passed', detail: 'can be read' }
				: { step, status: 'failed', detail: `${failure}. ${howToGrant(permission)}` },
		);
	}
	if (failures.length === THINGS.length)
		return [{ step: 'repository', status: 'failed', detail: `${failures[0]}. ${UNSEEN}` }];
	return [{ step: 'repository', status: 'passed', detail: `${repository} at ${new URL(api).host}` }, ...found];
}

/** Nothing of it can be read: then it is the token or the name, and no right of three. */
const UNSEEN =
	'Check that the token is valid and not expired, that it may see this repository (a fine-grained one lists its repositories), ' +
	'and the name';

function howToGrant(permission: string): string {
	return `Give the token "${permission}: read" for this repository; in a workflow, add it to the permissions of the job`;
}

async function repositoryOf({ repository, env, cwd, signal }: ExamineOptions): Promise<string | null> {
	const named = repository ?? env.GITHUB_REPOSITORY;
	if (named !== undefined && named !== null) return named;
	return /[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec((await originUrl(cwd, signal)) ?? '')?.[1] ?? null;
}

const FOLDER = '.github/workflows';

async function workflows({ files }: ExamineOptions): Promise<readonly ExaminedStep[]> {
	const found: ExaminedStep[] = [];
	for (const path of (await files.list(FOLDER)).filter((name) => /\.ya?ml$/.test(name)).toSorted()) {
		const file = `${FOLDER}/${path}`;
		found.push(...(examineWorkflow(file, (await files.read(file)) ?? '') ?? []));
	}
	if (found.length > 0) return found;
	const detail = `no workflow in ${FOLDER} uses the Action. Write one with: fleet-drift init --workflow`;
	return [{ step: 'events', status: 'missing', detail }];
}
