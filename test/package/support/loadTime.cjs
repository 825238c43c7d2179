/** How long a fresh Node needs to load a package's nodes and credentials: `loadTime.cjs <folder>`. */
const { join } = require('node:path');

const [folder] = process.argv.slice(2);
const { nodes, credentials } = require(join(folder, 'package.json')).n8n;
// n8n has loaded them already.
require('n8n-workflow');
require('node:crypto');

const start = performance.now();
for (const path of [...nodes, ...credentials]) {
	for (const Class of Object.values(require(join(folder, path)))) new Class();
}
console.log(JSON.stringify({ milliseconds: performance.now() - start }));
