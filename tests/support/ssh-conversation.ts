import ssh2, { type Client, type ClientChannel, type ConnectConfig } from 'ssh2';

/** A logged-in client that closes its connection when it goes out of scope. */
export interface SshClient extends AsyncDisposable {
	readonly client: Client;
	shell(): Promise<Conversation>;
	exec(command: string): Promise<ExecResult>;
	/** Settles when the other side is gone. */
	readonly closed: Promise<void>;
}

export interface ExecResult {
	readonly stdout: string;
	readonly stderr: string;
	/** null when the connection went away before the command ended. */
	readonly status: number | null;
}

/** One interactive shell as a person has it: type, then read until something stands there. */
export interface Conversation {
	type(keys: string): void;
	/** Everything up to and with the next occurrence of `text`; what comes later is kept for the next call. */
	readUntil(text: string): Promise<string>;
	/** What has come so far and was not read yet. */
	pending(): string;
	readonly channel: ClientChannel;
}

/** Connects and logs in; rejects with ssh2's own error. */
export async function connectSsh(config: ConnectConfig): Promise<SshClient> {
	const client = new ssh2.Client();
	const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
	await new Promise<void>((resolve, reject) => {
		client.once('ready', resolve);
		// Without it a short message waits for the kernel's delayed acknowledgement of the last one, 40 ms each.
		client.once('connect', () => client.setNoDelay());
		client.on('error', reject);
		client.once('close', () => reject(new Error('closed before the login was done')));
		client.connect({ host: '127.0.0.1', readyTimeout: 60_000, ...config });
	});
	return {
		client,
		closed,
		shell: () => openShell(client),
		exec: (command) => runExec(client, command),
		async [Symbol.asyncDispose]() {
			client.end();
			await closed;
		},
	};
}

async function openShell(client: Client): Promise<Conversation> {
	const channel = await new Promise<ClientChannel>((resolve, reject) => {
		client.shell((error, opened) => (error ? reject(error) : resolve(opened)));
	});
	let text = '';
	let arrived: () => void = () => {};
	channel.on('data', (bytes: Buffer) => {
		text += bytes.toString('utf8');
		arrived();
	});
	return {
		channel,
		type: (keys) => channel.write(keys),
		pending: () => text,
		async readUntil(wanted) {
			while (!text.includes(wanted)) {
				await new Promise<void>((resolve, reject) => {
					const late = setTimeout(
						() => reject(new Error(`no ${JSON.stringify(wanted)} in ${JSON.stringify(text)}`)),
						5_000,
					);
					arrived = () => {
						clearTimeout(late);
						resolve();
					};
				});
			}
			const end = text.indexOf(wanted) + wanted.length;
			const read = text.slice(0, end);
			text = text.slice(end);
			return read;
		},
	};
}

function runExec(client: Client, command: string): Promise<ExecResult> {
	return new Promise((resolve, reject) => {
		client.exec(command, (error, channel) => {
			if (error) return reject(error);
			let stdout = '';
			let stderr = '';
			let status: number | null = null;
			channel.on('data', (bytes: Buffer) => {
				stdout += bytes.toString('utf8');
			});
			channel.stderr.on('data', (bytes: Buffer) => {
				stderr += bytes.toString('utf8');
			});
			channel.on('exit', (code: number | null) => {
				status = code;
			});
			channel.on('close', () => resolve({ stdout, stderr, status }));
		});
	});
}
