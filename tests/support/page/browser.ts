import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** Why there is no browser to test in; null: there is. */
export const browserMissing = existsSync(CHROMIUM) ? null : 'Debian package chromium is not installed';

/** Debian's Chromium, which asks nobody for anything by itself. */
export function launchBrowser(): Promise<Browser> {
	const args = [
		'--no-sandbox',
		'--disable-gpu',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
	];
	return chromium.launch({ executablePath: CHROMIUM, args });
}
