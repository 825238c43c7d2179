/** Recognizes hosts of private networks. Doesn't resolve names: only n8n itself can do that. */

/**
 * Names that only the machine itself or its own network can resolve. Source: RFC 6761, 6762 (appendix G)
 * and 8375; `localdomain` is in the hosts file of many systems, and Kubernetes uses `svc`.
 */
const PRIVATE_NAME =
	/^[^.]*$|\.(localhost|localdomain|local|internal|intranet|private|corp|lan|home|home\.arpa|svc)$/;

/** First address and prefix length. Source: IANA “IPv4 Special-Purpose Address Registry”. */
const PRIVATE_IPV4: Array<[string, number]> = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['224.0.0.0', 3],
];

/**
 * IPv6 prefixes in front of an IPv4 address, their length, and the bit at which that begins: mapped
 * (::ffff:0:0/96), NAT64 (64:ff9b::/96) and 6to4 (2002::/16).
 */
const EMBEDDED_IPV4: Array<[bigint, bigint, bigint]> = [
	[0xffffn, 96n, 96n],
	[0x64_ff9b_0000_0000_0000_0000n, 96n, 96n],
	[0x2002n, 16n, 16n],
];

/** Returns whether a URL's host is on this machine, in a private network, or otherwise not public. */
export function isPrivateHost({ hostname }: URL): boolean {
	const host = hostname.replace(/\.$/, '');
	if (host.startsWith('[')) return isPrivateIpv6(host.slice(1, -1));
	// `URL` has already turned every way to write an IPv4 address into four numbers.
	return /^[\d.]+$/.test(host) ? isPrivateIpv4(bitsOf(host)) : PRIVATE_NAME.test(host);
}

function isPrivateIpv4(address: number): boolean {
	return PRIVATE_IPV4.some(([first, length]) => {
		const size = 2 ** (32 - length);
		return Math.floor(address / size) === Math.floor(bitsOf(first) / size);
	});
}

/** Only 2000::/3 is on the internet. An address may also contain an IPv4 address. */
function isPrivateIpv6(address: string): boolean {
	const bits = bitsOfIpv6(address);
	const ipv4 = EMBEDDED_IPV4.find(([first, length]) => bits >> (128n - length) === first);
	if (ipv4 === undefined) return bits >> 125n !== 1n;
	const [, , at] = ipv4;
	return isPrivateIpv4(Number((bits >> (96n - at)) & 0xffff_ffffn));
}

function bitsOf(ipv4: string): number {
	return ipv4.split('.').reduce((bits, part) => bits * 256 + Number(part), 0);
}

/** An IPv6 address in the form that `URL` gives. */
function bitsOfIpv6(address: string): bigint {
	const [before = [], after] = address.split('::').map((side) => side.split(':').filter(Boolean));
	const zeros = after === undefined ? 0 : 8 - before.length - after.length;
	const groups = [...before, ...new Array<string>(zeros).fill('0'), ...(after ?? [])];
	return groups.reduce((bits, group) => (bits << 16n) + BigInt(`0x${group}`), 0n);
}
