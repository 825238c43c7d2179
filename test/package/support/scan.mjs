/** n8n's own scanner without its downloads: `scan.mjs source|tarball <folder>`. */
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const patterns = { source: SOURCE_FILE_PATTERNS, tarball: ['**/*.js', 'package.json'] };
const [kind, folder] = process.argv.slice(2);
console.log(JSON.stringify(await analyzePackage(folder, patterns[kind])));
