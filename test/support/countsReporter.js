/**
 * Writes how many tests passed, failed and were skipped into the file COUNTS_FILE. Jest's own JSON would
 * also have the errors, and an error with a circular reference can't be written.
 */
const { writeFileSync } = require('node:fs');

module.exports = class CountsReporter {
	onRunComplete(_contexts, results) {
		const counts = {
			passed: results.numPassedTests,
			failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
			skipped: results.numPendingTests + results.numTodoTests,
		};
		writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
	}
};
