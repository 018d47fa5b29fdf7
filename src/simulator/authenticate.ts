import ssh2, { type AuthContext, type PublicKeyAuthContext } from 'ssh2';
import type { LiveDevice } from './live-device.ts';

/** Judges one login request the way the device's SSH server would. */
export function authenticate({ device, personality, log }: LiveDevice, context: AuthContext): void {
	const offered = personality.logins.filter((login) =>
		login === 'publickey' ? device.publicKey !== null : device.password !== null,
	);
	const judge = (right: boolean): void => {
		log.authAttempts += 1;
		if (right && device.fault !== 'auth-failed') context.accept();
		else context.reject([...offered]);
	};

	const isUser = context.username === device.username;
	if (context.method === 'none' || !offered.some((login) => login === context.method)) {
		context.reject([...offered]);
	} else if (context.method === 'password') {
		judge(isUser && context.password === device.password);
	} else if (context.method === 'keyboard-interactive') {
		context.prompt([{ prompt: 'Password: ', echo: false }], (answers) => {
			judge(isUser && answers[0] === device.password);
		});
	} else if (context.method === 'publickey') {
		const right = isUser && isKeyOf(device.publicKey, context);
		// Without a signature the client only asks whether the key would do.
		if (right && context.signature === undefined) context.accept();
		else judge(right);
	} else {
		context.reject([...offered]);
	}
}

function isKeyOf(publicKey: string | null, { key, signature, blob, hashAlgo }: PublicKeyAuthContext): boolean {
	const parsed = ssh2.utils.parseKey(publicKey ?? '');
	if (parsed instanceof Error || !parsed.getPublicSSH().equals(key.data)) return false;
	if (signature === undefined || blob === undefined) return true;
	return parsed.verify(blob, signature, hashAlgo) === true;
}
