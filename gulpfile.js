const { readdirSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { build } = require('esbuild');
const { dest, series, src, task } = require('gulp');
const { n8n } = require('./package.json');

/** All that `tsc` leaves out. `encoding: false`, or gulp would take pictures for text. */
task('build:icons', () => src('icons/**/*.svg', { base: '.', encoding: false }).pipe(dest('dist')));

/**
 * All code in one file, as n8n loads every package when it starts, and a hundred small files take
 * longer to find than to run. The files that n8n asks for stay where they are.
 */
task(
	'bundle',
	series(async function removeWhatIsNotPublished() {
		for (const path of readdirSync('dist', { recursive: true })) {
			if (path.endsWith('.js')) rmSync(join('dist', path));
		}
		// n8n-node takes every picture of the project for an icon.
		for (const entry of readdirSync('dist', { withFileTypes: true })) {
			const isOurs = ['credentials', 'icons', 'nodes'].includes(entry.name);
			if (entry.isDirectory() && !isOurs) rmSync(join('dist', entry.name), { recursive: true });
		}
	}, bundle),
);

async function bundle() {
	const entries = [...n8n.credentials, ...n8n.nodes];
	await build({
		stdin: { contents: entries.map(exported).join('\n'), resolveDir: __dirname },
		bundle: true,
		// Names stay as they are: an error that a user reports must be readable.
		minifySyntax: true,
		minifyWhitespace: true,
		platform: 'node',
		target: 'node20',
		external: ['n8n-workflow'],
		outfile: 'dist/code.js',
		logLevel: 'warning',
	});
	for (const entry of entries) {
		const code = relative(dirname(entry), 'dist/code.js').replaceAll('\\', '/');
		const name = className(entry);
		writeFileSync(entry, `exports.${name} = require('${code}').${name};\n`);
	}
}

function exported(entry) {
	const source = entry.replace(/^dist/, '.').replace(/\.js$/, '');
	return `export { ${className(entry)} } from '${source}';`;
}

/** As n8n reads it from the file's name. */
function className(entry) {
	return entry.split('/').pop().split('.')[0];
}
