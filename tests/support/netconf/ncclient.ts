import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

const PYTHON = '/usr/bin/python3';

/** Why ncclient cannot be asked; null when it can. */
export function ncclientMissing(): string | null {
	try {
		execFileSync(PYTHON, ['-c', 'import ncclient'], { stdio: 'ignore' });
		return null;
	} catch (error) {
		if (error instanceof Error) return 'Debian package python3-ncclient is not installed';
		throw error;
	}
}

/**
 * Has ncclient send one operation to a server on the loopback.
 *
 * @param options.print - a Python expression over `reply`, whose text is returned
 */
export async function runNcclient(
	port: number,
	{ request, print }: { readonly request: string; readonly print: string },
): Promise<string> {
	const client = `
import sys
from lxml import etree as ElementTree
from ncclient import manager
from ncclient.xml_ import to_ele
with manager.connect(host='127.0.0.1', port=${port}, username='audit', password='open sesame',
                     hostkey_verify=False, allow_agent=False, look_for_keys=False, timeout=20) as session:
    reply = session.dispatch(to_ele(sys.argv[1]))
    sys.stdout.buffer.write((${print}).encode())
`;
	const { stdout } = await promisify(execFile)(PYTHON, ['-c', client, request], { timeout: 30_000 });
	return stdout;
}
