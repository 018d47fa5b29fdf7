import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What expressions may name, such as `needs`, and whether anything before them has failed. */
export interface ExpressionScope {
	readonly contexts: Readonly<Record<string, unknown>>;
	readonly failed: boolean;
}

const EXPRESSION = /\$\{\{(.*?)\}\}/gsu;

/** A value of a workflow with its expressions replaced: what is one expression and no more keeps its type. */
export function evaluated(value: unknown, scope: ExpressionScope): unknown {
	if (Array.isArray(value)) return value.map((each) => evaluated(each, scope));
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, evaluated(each, scope)]));
	}
	if (typeof value !== 'string') return value;
	const [, whole] = /^\$\{\{((?:(?!\}\}).)*)\}\}$/su.exec(value) ?? [];
	if (whole !== undefined) return plain(evaluate(whole, scope));
	return value.replace(EXPRESSION, (_, expression: string) => evaluate(expression, scope).coerceString());
}

/** Whether something with this `if` takes place; without one it does as long as nothing has failed. */
export function isWanted(condition: unknown, scope: ExpressionScope): boolean {
	const text = String(condition ?? 'success()').replace(EXPRESSION, '$1');
	const asksForStatus = /\b(?:success|failure|always|cancelled)\(/u.test(text);
	return Boolean(plain(evaluate(asksForStatus ? text : `success() && (${text})`, scope)));
}

function evaluate(expression: string, { contexts, failed }: ExpressionScope): data.ExpressionData {
	const statuses = { success: !failed, failure: failed, always: true, cancelled: false };
	const functions = Object.entries(statuses).map(([name, value]) => ({
		name,
		minArgs: 0,
		maxArgs: 0,
		call: () => new data.BooleanData(value),
	}));
	const { tokens } = new Lexer(expression.trim()).lex();
	const parsed = new Parser(tokens, Object.keys(contexts), functions).parse();
	const known: data.Dictionary = JSON.parse(JSON.stringify(contexts), data.reviver);
	return new Evaluator(parsed, known, new Map(functions.map((each) => [each.name, each]))).evaluate();
}

function plain(value: data.ExpressionData): unknown {
	return JSON.parse(JSON.stringify(value, data.replacer));
}
