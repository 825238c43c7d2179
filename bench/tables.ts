import type { Figure } from './figures';
import type { Memory } from './memory';
import type { PackageFigures } from './packages';
import type { Receiving } from './receiving';
import type { Sending } from './sending';

export function sendingTable(sendings: Sending[], leastSeconds: number): string {
	return table(
		['Sender', 'Groups', 'Seconds', '× least', 'Lost', 'Out of order', 'Refused', 'CPU ms/item'],
		sendings.map((sending) => [
			sending.name,
			sending.groups,
			sending.seconds.toFixed(2),
			sending.limited ? (sending.seconds / leastSeconds).toFixed(3) : '–',
			sending.lost,
			sending.outOfOrder,
			sending.refused,
			sending.cpuMsPerItem.toFixed(2),
		]),
	);
}

export function memoryTable(memories: Memory[]): string {
	return table(
		['Items', 'Peak MB of n8n', 'Own kB/item', 'Lost'],
		memories.map(({ items, peakMegabytes, ownKilobytesPerItem, lost }) => [
			items,
			peakMegabytes.toFixed(0),
			ownKilobytesPerItem.toFixed(2),
			lost,
		]),
	);
}

export function receivingTable(receivings: Receiving[]): string {
	const [plain, wanted] = receivings;
	return table(
		['Delivery', 'Answers/s', '× Webhook node', '× wanted', 'Unexpected answers'],
		receivings.map(({ name, perSecond, unexpected }) => [
			name,
			perSecond.toFixed(0),
			(perSecond / plain!.perSecond).toFixed(2),
			(perSecond / wanted!.perSecond).toFixed(2),
			unexpected,
		]),
	);
}

export function packageTable(packages: PackageFigures[]): string {
	return table(
		['Package', 'Load ms', 'Tarball kB'],
		packages.map(({ name, loadMs, tarballKilobytes }) => [
			name,
			loadMs.toFixed(1),
			tarballKilobytes.toFixed(1),
		]),
	);
}

export function scaleTable(figures: Figure[]): string {
	return table(
		['Measured', 'Value', 'Compared with', 'Ratio'],
		figures.map(({ what, value, base = '–', ratio }) => [
			what,
			value,
			base,
			ratio === undefined ? '–' : ratio.toFixed(2),
		]),
	);
}

/** Markdown, its columns in line. */
function table(head: string[], rows: Array<Array<string | number>>): string {
	const texts = rows.map((row) => row.map(String));
	const widths = head.map((name, column) =>
		Math.max(name.length, ...texts.map((row) => row[column]?.length ?? 0)),
	);
	const line = (row: string[]) =>
		`| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
	const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
	return [line(head), rule, ...texts.map(line)].join('\n');
}
