/** Where this Action is published. package.json says it, `npm run generate` writes it wherever people copy it from. */
export const REPOSITORY = 'OWNER/fleet-drift-audit';
