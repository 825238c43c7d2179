import type { ValidationResult } from 'openapi-backend';

/** One way in which a request breaks its contract. */
export type Problem = NonNullable<ValidationResult['errors']>[number];

/** Where in the request a problem is: `['body', 'pin', 'expiration_days']`. */
export function locationOf({ instancePath, keyword, params }: Problem): string[] {
	const path = instancePath.split('/').slice(1);
	const place = path[0] === 'requestBody' ? ['body', ...path.slice(1)] : path;
	if (keyword === 'parse') return ['body'];
	if (keyword === 'required') {
		const missing = String(params.missingProperty);
		return [...place, missing === 'requestBody' ? 'body' : missing];
	}
	if (keyword === 'discriminator') return [...place, String(params.tag)];
	return place;
}

export function describeProblems(problems: Problem[]): string {
	return problems
		.map((problem) => `${locationOf(problem).join('.')}: ${problem.message ?? problem.keyword}`)
		.join('; ');
}
