import { state } from './state.js';

const names = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gia', 'Hugo', 'Ines', 'Jon'];

/** Returns a name that none of the people has. */
export const nameOfNewcomer = (people) =>
	names.find((name) => people.every((one) => one.name !== name)) ?? '';

/** Returns the people with these names, each once. Somebody new gets a free number. */
export function peopleNamed(list) {
	const people = new Map();
	for (const name of list.map((one) => one.trim()).filter(Boolean)) {
		const person = personNamed(name, [...everybody(), ...people.values()]);
		people.set(person.id, person);
	}
	return [...people.values()];
}

function personNamed(name, known) {
	const found = known.find((one) => one.name.toLowerCase() === name.toLowerCase());
	return found ?? { id: freeNumber(known.map(({ id }) => id)), name };
}

function everybody() {
	return state.groups.flatMap(({ participants, messages, joinRequests }) => [
		...participants.filter(({ isBusiness }) => !isBusiness),
		...messages.filter(({ fromBusiness }) => !fromBusiness).map(({ from }) => from),
		...joinRequests.map(({ person }) => person),
	]);
}

/** Returns a number of the range that is reserved for fiction. */
function freeNumber(taken) {
	let number = 14155550101;
	while (taken.includes(String(number))) number++;
	return String(number);
}

/** Returns one of the style sheet's colors, always the same for an ID. */
export function colorOf(id) {
	const sum = [...id].reduce((total, letter) => (total * 31 + letter.codePointAt(0)) % 9973, 7);
	return `color-${sum % 6}`;
}

/** Returns `LC` for Launch crew. */
export function initialsOf(name) {
	const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
	const letters = words.map((word) => [...word][0].toUpperCase());
	return letters.slice(0, 2).join('') || '?';
}
