/** Keeps what a process remembers within a limit. Maps and sets have their oldest entry first. */
export function dropOldest(remembered: Map<string, unknown> | Set<string>, limit: number): void {
	for (const oldest of remembered.keys()) {
		if (remembered.size <= limit) return;
		remembered.delete(oldest);
	}
}
