/**
 * Regular expressions that can't hang.
 *
 * JavaScript's own engine tries one way through an expression after another: `(a+)+$` keeps it busy
 * for hours on forty letters that anybody in a group may write, and n8n is blocked meanwhile. Here
 * all ways are followed at the same time (Thompson's construction), so the work is at most the length
 * of the text times the number of states, whatever either contains. Lookaround and back-references
 * don't work that way and are rejected. Single characters are left to JavaScript.
 */

/** Whether the expression is found anywhere in a text. */
export type Matcher = (text: string) => boolean;

/** Thrown for an expression that is rejected; the message says why. */
export class PatternError extends Error {}

/** Characters of an expression, and of a text, that are looked at. Few messages are longer. */
const SOURCE_LIMIT = 1000;
const TEXT_LIMIT = 16_384;
const STATE_LIMIT = 300;

/** Whether a place between two characters fits; `undefined` is the beginning or the end. */
type Place = (before: string | undefined, after: string | undefined) => boolean;

/** Index of a test of single characters. */
type Test = number;

type Part =
	| { kind: 'character'; test: Test }
	| { kind: 'place'; holds: Place }
	| { kind: 'sequence'; parts: Part[] }
	| { kind: 'choice'; options: Part[] }
	| { kind: 'repeat'; part: Part; least: number; most: number };

/** Index of a state. */
type Next = number;

type State =
	| { kind: 'character'; test: Test; next: Next }
	| { kind: 'place'; holds: Place; next: Next }
	| { kind: 'ways'; ways: Next[] }
	| { kind: 'found' };

interface Machine {
	states: State[];
	start: Next;
	tests: RegExp[];
}

/** `flags` as in JavaScript; `g` and `y` mean nothing here. Throws `PatternError`. */
export function matcherOf(source: string, flags: string): Matcher {
	if (source.length > SOURCE_LIMIT) {
		throw new PatternError(`it is longer than ${SOURCE_LIMIT} characters`);
	}
	const kept = flags.replace(/[gy]/g, '');
	if (/[^imsu]/.test(kept)) throw new PatternError(`the flags “${flags}” aren't supported`);
	checkSyntax(source, kept);
	const isFoundIn = finder(compiled(new Parser(source, kept)));
	return (text) => {
		const bounded = text.slice(0, TEXT_LIMIT);
		return isFoundIn(kept.includes('u') ? [...bounded] : bounded.split(''));
	};
}

function checkSyntax(source: string, flags: string): void {
	try {
		new RegExp(source, flags);
	} catch (error) {
		throw rejection(error as Error);
	}
}

const rejection = ({ message }: Error) => new PatternError(message);

/** What JavaScript reads in a way of its own, and what can't be matched in bounded time. */
const REJECTED: Array<{ form: RegExp; withU?: boolean; reason: string }> = [
	{ form: /\\(?:[1-9]|k)/y, reason: 'it refers back to a group, which could make it hang' },
	{ form: /\\0\d/y, reason: 'it has an octal number; write \\x01 instead of \\01' },
	{ form: /\\c(?![a-z])/iy, reason: 'it has \\c without a letter' },
	{
		form: /\\[pu]\{/iy,
		withU: false,
		reason: 'it has \\p{…} or \\u{…}, which needs the flag u: /…/u',
	},
	{
		form: /\\ud[89ab]..\\ud[c-f]../iy,
		withU: true,
		reason: 'it has one character as two \\u…; write \\u{1f600} or the character itself',
	},
];

const LOOKAROUND = /\?<?[=!]/y;
const GROUP_OPENING = /\?(?::|<[^=!][^>]*>)/y;
const BRACES = /\{(\d+)(,?)(\d*)\}/y;
const BOUNDARY = /\\([bB])/y;
const CLASS = /\[(?:\\[^]|[^\]\\])*\]/y;
const ESCAPE = /\\(?:u\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|p\{[^}]*\}|c[a-z])/iy;
const SHORT_ESCAPE = /\\[^]/y;
const CODE_POINT = /./suy;
const CODE_UNIT = /[^]/y;

/** Reads an expression that JavaScript has found valid. */
class Parser {
	/** Of single characters, each once. */
	readonly tests: RegExp[] = [];

	private readonly testsBySource = new Map<string, Test>();

	private at = 0;

	constructor(
		private readonly source: string,
		private readonly flags: string,
	) {}

	parsed(): Part {
		return this.choice();
	}

	private choice(): Part {
		const options = [this.sequence()];
		while (this.consume('|')) options.push(this.sequence());
		return { kind: 'choice', options };
	}

	private sequence(): Part {
		const parts: Part[] = [];
		while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) {
			parts.push(this.repeated(this.atom()));
		}
		return { kind: 'sequence', parts };
	}

	private repeated(part: Part): Part {
		const bounds = this.bounds();
		if (bounds === undefined) return part;
		// Greedy or not: whether something is found is the same.
		this.consume('?');
		return { kind: 'repeat', part, ...bounds };
	}

	private bounds(): { least: number; most: number } | undefined {
		if (this.consume('*')) return { least: 0, most: Infinity };
		if (this.consume('+')) return { least: 1, most: Infinity };
		if (this.consume('?')) return { least: 0, most: 1 };
		const braces = this.read(BRACES);
		if (braces === null) return undefined;
		const [, least, comma, most] = braces;
		return {
			least: Number(least),
			most: comma === '' ? Number(least) : most === '' ? Infinity : Number(most),
		};
	}

	private atom(): Part {
		if (this.consume('(')) return this.group();
		const breaks = (character: string | undefined) =>
			character === undefined || (this.flags.includes('m') && /[\n\r\u2028\u2029]/.test(character));
		if (this.consume('^')) return { kind: 'place', holds: (before) => breaks(before) };
		if (this.consume('$')) return { kind: 'place', holds: (_before, after) => breaks(after) };
		const boundary = this.read(BOUNDARY)?.[1];
		if (boundary === undefined) return { kind: 'character', test: this.test(this.character()) };
		const word = new RegExp('^\\w$', this.flags.replace('m', ''));
		const isWord = (character: string | undefined) =>
			character !== undefined && word.test(character);
		const wanted = boundary === 'b';
		return {
			kind: 'place',
			holds: (before, after) => (isWord(before) !== isWord(after)) === wanted,
		};
	}

	private group(): Part {
		if (this.read(LOOKAROUND) !== null) {
			throw new PatternError('it looks around with (?…), which could make it hang');
		}
		if (this.read(GROUP_OPENING) === null && this.consume('?')) {
			throw new PatternError('it has a kind of group that is not supported');
		}
		const inner = this.choice();
		this.consume(')');
		return inner;
	}

	/** The source of one character: a class in brackets, an escape, or the character itself. */
	private character(): string {
		const hasU = this.flags.includes('u');
		for (const { form, withU = hasU, reason } of REJECTED) {
			if (withU === hasU && this.read(form) !== null) throw new PatternError(reason);
		}
		const [source = ''] =
			this.read(CLASS) ??
			this.read(ESCAPE) ??
			this.read(SHORT_ESCAPE) ??
			this.read(hasU ? CODE_POINT : CODE_UNIT) ??
			[];
		return source;
	}

	private test(source: string): Test {
		const known = this.testsBySource.get(source);
		if (known !== undefined) return known;
		// A brace that isn't a repetition is a character.
		const alone = /^[{}\]]$/.test(source) ? `\\${source}` : source;
		const added = this.tests.push(new RegExp(`^(?:${alone})$`, this.flags.replace('m', ''))) - 1;
		this.testsBySource.set(source, added);
		return added;
	}

	/** Reads what a sticky expression finds here. */
	private read(form: RegExp): RegExpExecArray | null {
		form.lastIndex = this.at;
		const found = form.exec(this.source);
		this.at += found?.[0].length ?? 0;
		return found;
	}

	private consume(character: string): boolean {
		if (this.source.charAt(this.at) !== character) return false;
		this.at += 1;
		return true;
	}
}

function compiled(parser: Parser): Machine {
	const states: State[] = [];
	let counted = 0;
	const count = () => {
		counted += 1;
		if (counted > STATE_LIMIT) throw new PatternError('it repeats too much');
	};
	const add = (state: State): Next => {
		count();
		return states.push(state) - 1;
	};
	const before = (inner: Part, next: Next): Next => {
		switch (inner.kind) {
			case 'sequence':
				return inner.parts.reduceRight((after, one) => before(one, after), next);
			case 'choice':
				return inner.options.length === 1
					? inner.options.reduce((after, one) => before(one, after), next)
					: add({ kind: 'ways', ways: inner.options.map((one) => before(one, next)) });
			case 'repeat':
				return repeated(inner, next);
			default:
				return add({ ...inner, next });
		}
	};
	const repeated = ({ part: inner, least, most }: Part & { kind: 'repeat' }, next: Next) => {
		let start = next;
		if (most === Infinity) {
			const ways = [next];
			start = add({ kind: 'ways', ways });
			ways.push(before(inner, start));
		} else {
			for (let optional = least; optional < most; optional++) {
				start = add({ kind: 'ways', ways: [next, before(inner, start)] });
			}
		}
		for (let required = 0; required < least; required++) {
			// An empty part adds no state, however often it is repeated.
			count();
			start = before(inner, start);
		}
		return start;
	};
	const found = add({ kind: 'found' });
	return { start: before(parser.parsed(), found), states, tests: parser.tests };
}

/** What is reached at one place of a text, and what follows from there, as far as it came up. */
interface Reached {
	/** States to go on with. */
	open: Next[];
	before: string | undefined;
	after: Map<string | undefined, Reached | 'found'>;
}

/** Combinations of states that are remembered at a time. */
const REMEMBERED = 500;

const beginning = (): Reached => ({ open: [], before: undefined, after: new Map() });

/** Texts lead to few different combinations of states, so each is followed once per character. */
function finder({ states, start, tests }: Machine): (text: string[]) => boolean {
	const looksBack = states.some(({ kind }) => kind === 'place');
	const remembered = new Map<string, Reached>();
	const acceptsOf = acceptor(tests);
	let first = beginning();

	return (text) => {
		let reached = first;
		for (let at = 0; at <= text.length; at++) {
			const character = text[at];
			const next = reached.after.get(character) ?? follow(reached, character);
			if (next === 'found') return true;
			reached = next;
		}
		return false;
	};

	function follow(
		{ open, before, after }: Reached,
		character: string | undefined,
	): Reached | 'found' {
		const accepts = acceptsOf(character);
		const seen = new Uint8Array(states.length);
		const accepted: Next[] = [];
		// It may begin at any place.
		const remaining = [...open, start];
		for (let next = remaining.pop(); next !== undefined; next = remaining.pop()) {
			const state = states[next];
			if (state === undefined || seen[next] === 1) continue;
			seen[next] = 1;
			if (state.kind === 'found') return remember('found');
			if (state.kind === 'ways') remaining.push(...state.ways);
			else if (state.kind === 'place') {
				if (state.holds(before, character)) remaining.push(state.next);
			} else if (accepts(state.test)) accepted.push(state.next);
		}
		const key = `${looksBack ? character : ''} ${accepted.join()}`;
		const same = remembered.get(key);
		if (same !== undefined) return remember(same);
		if (remembered.size === REMEMBERED) forget();
		const added = { open: accepted, before: character, after: new Map() };
		remembered.set(key, added);
		return remember(added);

		function remember(reached: Reached | 'found') {
			after.set(character, reached);
			return reached;
		}
	}

	function forget() {
		remembered.clear();
		first = beginning();
	}
}

const YES = 1;
const NO = 2;

/** Tests each character once, however many states ask. */
function acceptor(tests: RegExp[]) {
	const answers = new Map<string | undefined, Uint8Array>();
	return (character: string | undefined) => {
		const known = answers.get(character) ?? new Uint8Array(tests.length);
		answers.set(character, known);
		return (test: Test): boolean => {
			if (character === undefined) return false;
			known[test] ||= tests[test]?.test(character) ? YES : NO;
			return known[test] === YES;
		};
	};
}
