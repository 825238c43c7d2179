export const Json = {
	props: ['title', 'value'],
	setup: (props) => ({
		text: () =>
			typeof props.value === 'string' ? props.value : JSON.stringify(props.value, null, 2),
	}),
	template: `
		<h4>{{ title }}</h4>
		<pre tabindex="0" :aria-label="title">{{ text() }}</pre>`,
};
