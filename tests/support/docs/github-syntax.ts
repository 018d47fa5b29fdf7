import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/index';

/**
 * What GitHub says against a workflow: keys, values, expressions and the contexts they may use there, jobs that wait for
 * none.
 */
export async function workflowErrors(name: string, content: string): Promise<readonly string[]> {
	const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
	if (value === undefined) return messagesOf(context);
	const { errors = [] } = await convertWorkflowTemplate(context, value);
	return [...new Set([...messagesOf(context), ...errors.map(({ Message }) => Message)])];
}

/** What GitHub says against an `action.yml`. */
export function actionErrors(name: string, content: string): readonly string[] {
	return messagesOf(parseAction({ name, content }, new NoOperationTraceWriter()).context);
}

function messagesOf({
	errors,
}: {
	readonly errors: { getErrors(): readonly { readonly message: string }[] };
}): readonly string[] {
	return errors.getErrors().map(({ message }) => message);
}
