/** The sandbox's own routes, the same ones that tests and scripts use. */
export async function call(method, path, body) {
	const response = await fetch(`/sandbox${path}`, {
		method,
		headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.error);
	return answer;
}

/** Group ids may contain slashes. */
export const groupPath = (id) => `/groups/${encodeURIComponent(id)}`;
