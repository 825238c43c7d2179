/**
 * Regular expressions that cannot hang.
 *
 * JavaScript's own engine tries one way through an expression after another: `(a+)+$` keeps it busy
 * for hours on forty letters that anybody in a group may write, and n8n stands still meanwhile. Here
 * all ways are followed at once (Thompson's construction), so the work is at most the length of the
 * text times the size of the expression, whatever either holds. What cannot be done so, looking
 * around and referring back, is refused with a reason. Single characters are left to JavaScript.
 */

/** Whether the expression is found anywhere in a text. */
export type Matcher = (text: string) => boolean;

/** Thrown for an expression that is refused; the message says why. */
export class PatternError extends Error {}

/** Characters of an expression, and of a text, that are looked at. Few messages are longer. */
const SOURCE_LIMIT = 1000;
const TEXT_LIMIT = 16_384;
const STATE_LIMIT = 300;

type Part =
	| { kind: 'character'; accepts: (character: string) => boolean }
	| { kind: 'place'; holds: (text: string[], at: number) => boolean }
	| { kind: 'sequence'; parts: Part[] }
	| { kind: 'choice'; options: Part[] }
	| { kind: 'repeat'; part: Part; least: number; most: number };

type State =
	| { kind: 'character'; accepts: (character: string) => boolean; next: State }
	| { kind: 'place'; holds: (text: string[], at: number) => boolean; next: State }
	| { kind: 'ways'; ways: State[] }
	| { kind: 'found' };

/** `flags` as in JavaScript; `g` and `y` mean nothing here. */
export function matcherOf(source: string, flags: string): Matcher {
	if (source.length > SOURCE_LIMIT) {
		throw new PatternError(`it is longer than ${SOURCE_LIMIT} characters`);
	}
	const kept = flags.replace(/[gy]/g, '');
	if (/[^imsu]/.test(kept)) throw new PatternError(`the flags “${flags}” are not known`);
	checkSyntax(source, kept);
	const start = compiled(new Parser(source, kept).parsed());
	return (text) => {
		const bounded = text.slice(0, TEXT_LIMIT);
		return isFound(start, kept.includes('u') ? [...bounded] : bounded.split(''));
	};
}

function checkSyntax(source: string, flags: string): void {
	try {
		new RegExp(source, flags);
	} catch (error) {
		throw refusal(error as Error);
	}
}

const refusal = ({ message }: Error) => new PatternError(message);

/** Reads an expression that JavaScript has found valid. */
class Parser {
	private at = 0;

	/** Tests of single characters, by their source. */
	private readonly tests = new Map<string, (character: string) => boolean>();

	private readonly characters: string[];

	constructor(
		source: string,
		private readonly flags: string,
	) {
		this.characters = flags.includes('u') ? [...source] : source.split('');
	}

	parsed(): Part {
		return this.choice();
	}

	private choice(): Part {
		const first = this.sequence();
		if (!this.taken('|')) return first;
		const options = [first];
		do options.push(this.sequence());
		while (this.taken('|'));
		return { kind: 'choice', options };
	}

	private sequence(): Part {
		const parts: Part[] = [];
		while (![undefined, '|', ')'].includes(this.characters[this.at])) {
			parts.push(this.repeated(this.atom()));
		}
		return { kind: 'sequence', parts };
	}

	private repeated(part: Part): Part {
		const bounds = this.bounds();
		if (bounds === undefined) return part;
		// Greedy or not: whether something is found is the same.
		this.taken('?');
		return { kind: 'repeat', part, ...bounds };
	}

	private bounds(): { least: number; most: number } | undefined {
		if (this.taken('*')) return { least: 0, most: Infinity };
		if (this.taken('+')) return { least: 1, most: Infinity };
		if (this.taken('?')) return { least: 0, most: 1 };
		const braces = /^\{(\d+)(,?)(\d*)\}/.exec(this.rest());
		if (braces === null) return undefined;
		const [written, least, comma, most] = braces;
		this.at += written.length;
		return {
			least: Number(least),
			most: comma === '' ? Number(least) : most === '' ? Infinity : Number(most),
		};
	}

	private atom(): Part {
		if (this.taken('(')) return this.group();
		if (this.taken('^')) return this.place((text, at) => at === 0 || this.breaks(text[at - 1]));
		if (this.taken('$')) {
			return this.place((text, at) => at === text.length || this.breaks(text[at]));
		}
		const boundary = /^\\([bB])/.exec(this.rest())?.[1];
		if (boundary !== undefined) {
			this.at += 2;
			const isWord = this.test('\\w');
			const word = (character: string | undefined) => character !== undefined && isWord(character);
			const wanted = boundary === 'b';
			return this.place((text, at) => (word(text[at - 1]) !== word(text[at])) === wanted);
		}
		return { kind: 'character', accepts: this.test(this.characterSource()) };
	}

	private group(): Part {
		const opening = /^\?(?::|<[^=!][^>]*>)/.exec(this.rest());
		if (opening !== null) this.at += opening[0].length;
		else if (this.rest().startsWith('?')) {
			throw new PatternError('it looks around with (?…), which could make it hang');
		}
		const inner = this.choice();
		this.at += 1;
		return inner;
	}

	/** A class in brackets, an escape, or the character itself. */
	private characterSource(): string {
		const rest = this.rest();
		if (/^\\(?:[1-9]|k)/.test(rest)) {
			throw new PatternError('it refers back to a group, which could make it hang');
		}
		const source =
			/^\[(?:\\[^]|[^\]\\])*\]/.exec(rest)?.[0] ??
			/^\\(?:u\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|p\{[^}]*\}|c[a-z])/i.exec(rest)?.[0] ??
			(rest.startsWith('\\') ? rest.slice(0, 2) : (this.characters[this.at] ?? ''));
		this.at += this.flags.includes('u') ? [...source].length : source.length;
		return source;
	}

	private test(source: string): (character: string) => boolean {
		const known = this.tests.get(source);
		if (known !== undefined) return known;
		// A brace that is no repetition stands for itself.
		const alone = /^[{}\]]$/.test(source) ? `\\${source}` : source;
		const native = new RegExp(`^(?:${alone})$`, this.flags.replace('m', ''));
		const answers = new Map<string, boolean>();
		const test = (character: string) => {
			const answer = answers.get(character) ?? native.test(character);
			answers.set(character, answer);
			return answer;
		};
		this.tests.set(source, test);
		return test;
	}

	private place(holds: (text: string[], at: number) => boolean): Part {
		return { kind: 'place', holds };
	}

	private breaks(character = ''): boolean {
		return this.flags.includes('m') && /[\n\r\u2028\u2029]/.test(character);
	}

	private taken(character: string): boolean {
		if (this.characters[this.at] !== character) return false;
		this.at += 1;
		return true;
	}

	private rest(): string {
		return this.characters.slice(this.at).join('');
	}
}

function compiled(part: Part): State {
	let states = 0;
	const counted = <Counted extends State>(state: Counted): Counted => {
		states += 1;
		if (states > STATE_LIMIT) throw new PatternError('it repeats too much');
		return state;
	};
	const before = (inner: Part, next: State): State => {
		switch (inner.kind) {
			case 'sequence':
				return inner.parts.reduceRight((after, one) => before(one, after), next);
			case 'choice':
				return counted({ kind: 'ways', ways: inner.options.map((one) => before(one, next)) });
			case 'repeat':
				return repeated(inner, next);
			default:
				return counted({ ...inner, next });
		}
	};
	const repeated = ({ part: inner, least, most }: Part & { kind: 'repeat' }, next: State) => {
		let start = next;
		if (most === Infinity) {
			const loop = counted({ kind: 'ways', ways: [next] as State[] });
			loop.ways.push(before(inner, loop));
			start = loop;
		} else {
			for (let optional = least; optional < most; optional++) {
				start = counted({ kind: 'ways', ways: [next, before(inner, start)] });
			}
		}
		for (let required = 0; required < least; required++) {
			// Counted in its own right: an empty part makes no state, however often it is repeated.
			counted({ kind: 'found' });
			start = before(inner, start);
		}
		return start;
	};
	return before(part, { kind: 'found' });
}

function isFound(start: State, text: string[]): boolean {
	let reached: State[] = [];
	for (let at = 0; at <= text.length; at++) {
		// It may begin at any place.
		const here = spread([...reached, start], text, at);
		if (here === undefined) return true;
		reached = [];
		const character = text[at];
		for (const state of here) {
			if (state.kind === 'character' && character !== undefined && state.accepts(character)) {
				reached.push(state.next);
			}
		}
	}
	return false;
}

/** All states that are reached without a further character; `undefined` when it is found. */
function spread(from: State[], text: string[], at: number): Set<State> | undefined {
	const seen = new Set<State>();
	const open = from;
	for (let state = open.pop(); state !== undefined; state = open.pop()) {
		if (seen.has(state)) continue;
		seen.add(state);
		if (state.kind === 'found') return undefined;
		if (state.kind === 'ways') open.push(...state.ways);
		if (state.kind === 'place' && state.holds(text, at)) open.push(state.next);
	}
	return seen;
}
