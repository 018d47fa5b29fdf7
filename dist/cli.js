#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) >= 24) await import('./program.js');
else {
	console.error(`error: fleet-drift needs Node.js 24 or newer, and this is ${process.version}. Install it, or write "npx node@24" in place of "node"`);
	process.exitCode = 2;
}
