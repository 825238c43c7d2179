import { colorOf, initialsOf } from '../people.js';

/** Initials on the color of a person or group. */
export const Avatar = {
	props: ['id', 'name'],
	setup: () => ({ colorOf, initialsOf }),
	template: `<span :class="['avatar', colorOf(id)]" aria-hidden="true">{{ initialsOf(name) }}</span>`,
};
