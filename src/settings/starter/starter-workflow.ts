import { REPOSITORY } from '../../repository.ts';

/** A workflow that checks pull requests and audits the fleet every night: the one of the README. */
export function starterWorkflow({ login }: { readonly login: 'password' | 'private-key' }): string {
	const secret = login === 'password' ? 'FLEET_PASSWORD' : 'FLEET_PRIVATE_KEY';
	return `name: Fleet drift
on: { pull_request: {}, schedule: [{ cron: '17 4 * * *' }] }
jobs:
  drift:
    runs-on: [self-hosted, network] # a runner that reaches the devices
    environment: network # holds the secrets
    timeout-minutes: 15
    permissions: { contents: write, checks: write, pull-requests: write } # history, check, comment
    env: { FLEET_USERNAME: '\${{ secrets.FLEET_USERNAME }}', ${secret}: '\${{ secrets.${secret} }}' }
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false }
      - uses: ${REPOSITORY}@v0
`;
}
