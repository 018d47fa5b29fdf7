import type { ListRule } from '../../domain/platform/equivalence-rules.ts';

/** Services that an account of VRP or Comware may use. */
export function serviceTypes(writing: ListRule['writing']): ListRule {
	return {
		pattern: /^(?<head>(?:local-user \S+ )?service-type )(?<values>[a-z][a-z\d -]*)$/,
		form: 'words',
		writing,
		source: 'a set, shown in an order of the device (Huawei and HPE command references, service-type)',
		matches: ['service-type ssh telnet', 'local-user anna service-type telnet ssh'],
		spares: ['service-type', 'undo service-type ssh'],
	};
}
