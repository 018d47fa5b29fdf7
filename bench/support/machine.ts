import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** When and where something was measured, and how busy the machine was with other things just before. */
export function describeMachine(): string {
	const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
	const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
	return [
		new Date().toISOString().slice(0, 10),
		`${availableParallelism()} × ${processor}, ${memory}`,
		`Node ${process.version}, ${process.platform} ${process.arch}`,
		`load ${(loadavg()[0] ?? 0).toFixed(1)}`,
	].join(', ');
}
