/** How something went: in words, and for the eye in a colour. */
export const Status = {
	props: ['good'],
	template: `<span :class="['status', good ? 'good' : 'bad']"><slot /></span>`,
};
