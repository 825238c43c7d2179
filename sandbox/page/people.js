import { state } from './state.js';

const names = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gia', 'Hugo', 'Ines', 'Jon'];

/** A name that nobody among them has. */
export const nameOfNewcomer = (people) =>
	names.find((name) => people.every((one) => one.name !== name)) ?? '';

/** Somebody by name: who was met before keeps their number, who is new gets the next free one. */
export function personNamed(name) {
	const known = everybody();
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

/** Of the range that is kept for fiction. */
function freeNumber(taken) {
	let number = 14155550101;
	while (taken.includes(String(number))) number++;
	return String(number);
}

/** Always the same one of the colours in the style sheet for one person. */
export const colourOf = ({ id }) => `person-${Number(id.slice(-3)) % 6}`;
