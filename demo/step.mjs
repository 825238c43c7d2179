/**
 * Runs one step of the start, and shows its name and its time, while it runs and after it. A terminal gets one line that counts; a log file gets a line every 15 seconds.
 */
export async function step(text, work) {
	const started = Date.now();
	const elapsed = () => duration(Date.now() - started);
	const show = process.stdout.isTTY
		? () => process.stdout.write(`\r\x1b[K… ${text} (${elapsed()})`)
		: () => console.log(`… ${text} (${elapsed()})`);
	show();
	const timer = setInterval(show, process.stdout.isTTY ? 1000 : 15_000);
	try {
		const result = await work();
		console.log(`${process.stdout.isTTY ? '\r\x1b[K' : ''}✓ ${text} (${elapsed()})`);
		return result;
	} catch (error) {
		if (process.stdout.isTTY) process.stdout.write('\n');
		throw error;
	} finally {
		clearInterval(timer);
	}
}

function duration(milliseconds) {
	const seconds = Math.round(milliseconds / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
