/** A template as Meta lists it; the bodies are our own. */
export interface Template {
	id: string;
	name: string;
	language: string;
	status: 'APPROVED';
	category: 'MARKETING' | 'UTILITY';
	parameter_format: 'POSITIONAL' | 'NAMED';
	library_template_name?: string;
	components: TemplateComponent[];
}

export interface TemplateComponent {
	type: 'HEADER' | 'BODY';
	format?: 'IMAGE';
	text?: string;
	example?: object;
}

/** 360dialog and 1MSG have it here, Meta in the account. */
export const TEMPLATE_NAMESPACE = 'sandbox_templates';

const common = { language: 'en', status: 'APPROVED', parameter_format: 'POSITIONAL' } as const;

/** `parameter_format` and `example` are general Cloud API. meta-groups.md doesn't mention them. */
export const templates: Template[] = [
	{
		...common,
		id: '1001',
		name: 'order_update',
		category: 'UTILITY',
		components: [
			{
				type: 'BODY',
				text: 'Hello {{1}}, order {{2}} is on its way.',
				example: { body_text: [['Ada', '17']] },
			},
		],
	},
	{
		...common,
		id: '1002',
		name: 'event_reminder',
		category: 'MARKETING',
		parameter_format: 'NAMED',
		components: [
			{
				type: 'BODY',
				text: '{{event}} begins at {{time}}.',
				example: {
					body_text_named_params: [
						{ param_name: 'event', example: 'The match' },
						{ param_name: 'time', example: '18:00' },
					],
				},
			},
		],
	},
	{
		...common,
		id: '1003',
		name: 'picture_of_the_day',
		category: 'MARKETING',
		components: [
			{
				type: 'HEADER',
				format: 'IMAGE',
				example: { header_handle: ['https://example.com/a.jpg'] },
			},
			{ type: 'BODY', text: 'Today: {{1}}', example: { body_text: [['a lighthouse']] } },
		],
	},
	{
		...common,
		id: '1004',
		name: 'group_invite_link',
		category: 'UTILITY',
		library_template_name: 'group_invite_link',
		// The documents don't show the library's own text.
		components: [
			{
				type: 'BODY',
				text: 'Join our group: {{1}}',
				example: { body_text: [['https://chat.whatsapp.com/abc']] },
			},
		],
	},
	{
		...common,
		id: '1005',
		name: 'group_notice',
		category: 'UTILITY',
		components: [
			{
				type: 'BODY',
				text: 'News for this group: {{1}}\nWrite here to answer.',
				example: { body_text: [['the office opens at nine']] },
			},
		],
	},
	{
		...common,
		id: '1006',
		name: 'group_welcome',
		category: 'MARKETING',
		components: [
			{
				type: 'BODY',
				text: 'Welcome, {{1}}! Please be kind, and keep to the topic. Tell us in a word or two who you are.',
				example: { body_text: [['Ada']] },
			},
		],
	},
];
