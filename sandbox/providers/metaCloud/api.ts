import { ok, type Operation, operationNamed, type VendorRequest } from '../../server/provider';
import { refuse } from '../cloudApi/errors';
import { cloudOperations } from '../cloudApi/operations';
import { healthStatus } from '../cloudApi/health';
import { cloudPage } from '../cloudApi/paging';
import { templates } from '../cloudApi/templates';
import { unknownObject } from './errors';
import { configurationOf, type Override, overrideOperations, setOverride } from './overrides';
import { account, type MetaNumber, otherSender, sender } from './state';

/** Meta's operations at Meta's paths: one path serves everything that has an ID. */
export function operations(number: MetaNumber): Record<string, Operation> {
	const cloud = cloudOperations(number);
	const asCloud = (name: string, request: VendorRequest<never>) =>
		operationNamed(cloud, name)(request);
	const asMedia = (request: VendorRequest<never>) => ({
		...request,
		params: { media_id: String(request.params.group_id) },
	});

	return {
		...cloud,
		...ofNumber(cloud, ['listGroups', 'createGroup', 'sendMessage', 'uploadMedia']),

		getNode: (request) => {
			const id = String(request.params.group_id);
			if (id === account.phoneNumberId) {
				return ok(
					chosen(
						{ ...numberInfo(number), webhook_configuration: configurationOf(number) },
						request,
					),
				);
			}
			return number.world.files.has(id)
				? asCloud('getMedia', asMedia(request))
				: asCloud('getGroup', group(request));
		},

		deleteNode: (request) =>
			number.world.files.has(String(request.params.group_id))
				? asCloud('deleteMedia', asMedia(request))
				: asCloud('deleteGroup', group(request)),

		...overrideOperations(number),

		updateGroup: async (request) =>
			request.params.group_id === account.phoneNumberId
				? await setOverride(number, request as VendorRequest<Override>)
				: await asCloud('updateGroup', group(request)),

		listPhoneNumbers: (request) => {
			mustBeAccount(request);
			const { otherNumberOverride: other } = number.settings;
			return ok({
				data: [
					{ id: account.phoneNumberId, webhook_configuration: configurationOf(number) },
					{
						id: otherSender.phoneNumberId,
						...(other && { webhook_configuration: { phone_number: other } }),
					},
				],
			});
		},

		listTemplates: (request) => {
			const id = mustBeAccount(request);
			const { name = '' } = request.query;
			const found = templates.filter((template) => template.name.includes(String(name)));
			const { items, paging } = cloudPage(found, request, `/${id}/message_templates`);
			return ok({ data: items, paging });
		},
	};
}

/** The operations at the number's own paths. Rejects other numbers. */
function ofNumber(cloud: Record<string, Operation>, names: string[]): Record<string, Operation> {
	const guarded = names.map((name): [string, Operation] => [
		name,
		(request) => {
			const id = String(request.params.phone_number_id);
			if (id !== account.phoneNumberId) throw unknownObject(id);
			return operationNamed(cloud, name)(request);
		},
	]);
	return Object.fromEntries(guarded);
}

/** Returns the ID of the business account. */
function mustBeAccount({ params }: VendorRequest<never>): string {
	const id = String(params.business_account_id);
	if (id !== account.businessAccountId) throw unknownObject(id);
	return id;
}

/** In Meta's samples, IDs of numbers, accounts and media are digits. IDs of groups are not. */
function group(request: VendorRequest<never>): VendorRequest<never> {
	const id = String(request.params.group_id);
	if (/^\d+$/.test(id)) throw unknownObject(id);
	return request;
}

/** General Cloud API (meta-groups.md#m9). */
const numberInfo = (number: MetaNumber) => ({
	verified_name: 'Sandbox Business',
	display_phone_number: sender.phoneNumber,
	quality_rating: 'GREEN',
	is_official_business_account: number.settings.officialAccount,
	health_status: healthStatus(number),
	id: account.phoneNumberId,
});

function chosen(info: object, { query }: VendorRequest<never>) {
	if (query.fields === undefined) return info;
	const names = String(query.fields).split(',');
	const unknown = names.find((name) => !(name in info));
	if (unknown) throw refuse(131009, `fields: ${unknown} does not exist`);
	return Object.fromEntries(
		Object.entries(info).filter(([name]) => name === 'id' || names.includes(name)),
	);
}
