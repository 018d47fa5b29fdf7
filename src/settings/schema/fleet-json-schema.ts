import { z } from 'zod';
import { fleetSchema } from './fleet-schema.ts';

/** fleet.yml as a JSON Schema (draft 7), for editors: what schema/fleet.schema.json holds. */
export function fleetJsonSchema(): string {
	const schema = z.toJSONSchema(fleetSchema, { target: 'draft-7' });
	return `${JSON.stringify({ ...schema, title: 'fleet.yml, schema version 1' }, null, '\t')}\n`;
}
