import { state } from './state.js';

const names = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gia', 'Hugo', 'Ines', 'Jon'];

/** Returns a name that none of the people has. */
export const nameOfNewcomer = (people) =>
	names.find((name) => people.every((one) => one.name !== name)) ?? '';

/** Returns the person with this name. Somebody new gets the next free number. */
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

/** Returns a number of the range that is reserved for fiction. */
function freeNumber(taken) {
	let number = 14155550101;
	while (taken.includes(String(number))) number++;
	return String(number);
}

/** Returns one of the style sheet's colors, always the same for a person. */
export const colourOf = ({ id }) => `person-${Number(id.slice(-3)) % 6}`;
