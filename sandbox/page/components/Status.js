/** A result, in words and with a color. */
export const Status = {
	props: ['kind'],
	template: `<span :class="['status', kind]"><slot /></span>`,
};
