import { REPOSITORY } from '../../repository.ts';

/**
 * For the `if` of a job: a pull request of a fork gets no secrets, and what it brings must not run beside the management
 * network. A fork that was deleted has no name, and is kept out, too.
 */
export const NOT_OF_A_FORK =
	"github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository";

/**
 * A workflow that checks pull requests and audits the fleet every night.
 *
 * @param variables - of the environment that fleet.yml takes its logins from; each is a secret of the same name
 * @param fleet - path of fleet.yml in the repository
 */
export function starterWorkflow(variables: readonly string[], fleet = 'fleet.yml'): string {
	const env = variables.map((name) => `${name}: '\${{ secrets.${name} }}'`).join(', ');
	const inputs = fleet === 'fleet.yml' ? '' : `        with: { fleet: '${fleet.replaceAll("'", "''")}' }\n`;
	return `name: Fleet drift
on: { pull_request: {}, workflow_dispatch: {}, schedule: [{ cron: '17 4 * * *' }] }
permissions: {}
jobs:
  drift:
    if: ${NOT_OF_A_FORK}
    runs-on: [self-hosted, network] # a runner that reaches the devices
    environment: network # holds the secrets
    timeout-minutes: 15
${CONCURRENCY}    permissions: { contents: write, checks: write, pull-requests: write } # history, check, comment
    env: { ${env} }
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false } # only the audit needs it
      - uses: ${REPOSITORY}@v0
${inputs}`;
}

const CONCURRENCY = `    concurrency: # a newer push ends the check of the older one; audits wait for each other
      group: fleet-drift-\${{ github.event.number || github.ref }}
      cancel-in-progress: \${{ github.event_name == 'pull_request' }}
`;

/** The same without what only matters once there are many runs. `npm run generate` writes it into the README. */
export function readmeWorkflow(variables: readonly string[]): string {
	return starterWorkflow(variables).replace(CONCURRENCY, '');
}

/** The variables that a fleet.yml names, in order, those of its comments aside. */
export function variablesIn(fleet: string): readonly string[] {
	const text = fleet.replaceAll(/^\s*#.*$/gmu, '');
	return [...new Set([...text.matchAll(/\$\{(\w+)\}/gu)].flatMap(([, name]) => name ?? []))];
}
