/** Returns `14:05`, or the day if it isn't today. For lists. */
export function timeOrDay(iso) {
	return isToday(iso) ? timeOf(iso) : dayOf(iso);
}

/** Returns `14:05`. */
export const timeOf = (iso) =>
	new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

/** Returns `14:05:12`. */
export const clockOf = (iso) => new Date(iso).toLocaleTimeString();

/** Returns `Today`, `Yesterday` or the date. */
export function dayOf(iso) {
	if (isToday(iso)) return 'Today';
	const yesterday = new Date();
	yesterday.setDate(yesterday.getDate() - 1);
	if (isSameDay(iso, yesterday)) return 'Yesterday';
	return new Date(iso).toLocaleDateString([], { day: 'numeric', month: 'long', year: 'numeric' });
}

export const isSameDay = (one, other) =>
	new Date(one).toDateString() === new Date(other).toDateString();

const isToday = (iso) => isSameDay(iso, new Date());
