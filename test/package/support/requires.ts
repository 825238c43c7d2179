/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { textsIn } from './copies';

/** n8n has these. An installed package finds any other only by luck. */
const ALLOWED = ['n8n-workflow', 'crypto', 'node:crypto'];

/** Modules that the compiled files in a folder load, other than the allowed ones and their own. */
export async function strangersIn(folder: string): Promise<string[]> {
	const files = await textsIn(folder);
	return Object.entries(files).flatMap(([path, text]) => {
		if (!path.endsWith('.js')) return [];
		const isFine = (name: string) => ALLOWED.includes(name) || isIn(files, path, name);
		return loadedBy(text)
			.filter((name) => !isFine(name))
			.map((name) => `${path}: ${name}`);
	});
}

function isIn(files: Record<string, string>, path: string, name: string): boolean {
	if (!name.startsWith('.')) return false;
	const target = join(dirname(path), name);
	return ['', '.js', '.json', '/index.js'].some((ending) => target + ending in files);
}

function loadedBy(text: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		const name = loadedName(node);
		if (name) found.push(ts.isStringLiteralLike(name) ? name.text : '(computed)');
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('file.js', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS));
	return found;
}

function loadedName(node: ts.Node): ts.Expression | undefined {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
	if (!ts.isCallExpression(node)) return undefined;
	const {
		expression,
		arguments: [name],
	} = node;
	const isImport = expression.kind === ts.SyntaxKind.ImportKeyword;
	const called = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
	return isImport || (ts.isIdentifier(called) && called.text === 'require') ? name : undefined;
}
