import { type GitServer, startGitServer } from '../git/http-backend.ts';
import type { Permissions } from '../github/routes.ts';
import { type ActionRun, type FinishedAction, runAction } from '../github/runner.ts';
import { type GitHubServer, startGitHubServer } from '../github/server.ts';
import { type Checkout, createCheckout } from './checkout.ts';

/** As GitHub's servers know it. */
export const REPOSITORY = 'octo/network';

export interface HostingOptions {
	/** See GitHubServerOptions. */
	readonly latencyOf?: (request: string) => number;
	/** What the workflow's token may do. @default everything that the Action ever needs */
	readonly permissions?: Permissions;
	/** Scripts of the repository on the server by hook name: `pre-receive`. */
	readonly hooks?: Readonly<Record<string, string>>;
	/** The folder in which the clone is made. @default that of temporary files */
	readonly checkoutIn?: string;
}

/** GitHub as far as the Action sees it, each part on a port of its own: the API, the repository, and a clone of it. */
export interface Hosting extends AsyncDisposable {
	readonly github: GitHubServer;
	readonly git: GitServer;
	readonly checkout: Checkout;
	/** Runs the shipped Action with the workflow's token, in the clone as it is checked out. */
	run(run: WorkflowRun): Promise<FinishedAction>;
	/** Runs git in the repository on the server. */
	inRepository(...args: readonly string[]): Promise<string>;
}

/** What differs from one run of the workflow to the next. */
export type WorkflowRun = Pick<ActionRun, 'eventName' | 'event' | 'env' | 'onStart'> & {
	readonly inputs?: ActionRun['inputs'];
};

export async function startHosting({
	permissions,
	hooks = {},
	latencyOf = () => 0,
	checkoutIn,
}: HostingOptions = {}): Promise<Hosting> {
	await using starting = new AsyncDisposableStack();
	const github = starting.use(
		await startGitHubServer({ latencyOf, ...(permissions === undefined ? {} : { permissions }) }),
	);
	const repository = `${REPOSITORY}.git`;
	const readOnly = permissions !== undefined && permissions.contents !== 'write';
	const auth = { token: github.token, readOnly };
	const git = starting.use(await startGitServer({ repositories: [repository], auth, hooks }));
	const checkout = starting.use(await createCheckout(git.pathOf(repository), checkoutIn));
	const started = starting.move();
	return {
		github,
		git,
		checkout,
		run: async ({ inputs = {}, env = {}, ...run }) =>
			runAction({
				...run,
				inputs: { 'github-token': github.token, ...inputs },
				workspace: checkout.folder,
				env: {
					GITHUB_API_URL: github.url,
					GITHUB_SERVER_URL: git.url,
					GITHUB_SHA: await checkout.git('rev-parse', 'HEAD'),
					...env,
				},
			}),
		inRepository: (...args) => git.git(repository, ...args),
		[Symbol.asyncDispose]: () => started.disposeAsync(),
	};
}
