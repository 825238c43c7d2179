/** How something went: in words, and for the eye in a colour. */
export const Status = {
	props: ['kind'],
	template: `<span :class="['status', kind]"><slot /></span>`,
};
