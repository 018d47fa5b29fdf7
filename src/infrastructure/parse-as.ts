import type { z } from 'zod';

/** A JSON text as what a schema says; null: it is no JSON, or something else. */
export function parseAs<T>(schema: z.ZodType<T>, text: string): T | null {
	try {
		return schema.safeParse(JSON.parse(text)).data ?? null;
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}
