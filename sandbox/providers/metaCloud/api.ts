import { ok, type Operation, type VendorRequest } from '../../server/provider';
import { refuse } from '../cloudApi/errors';
import { cloudOperations } from '../cloudApi/operations';
import { cloudPage } from '../cloudApi/paging';
import { templates } from '../cloudApi/templates';
import { unknownObject } from './errors';
import { configurationOf, type Override, overrideOperations, setOverride } from './overrides';
import { account, type MetaNumber, sender } from './state';

/** Meta's operations at Meta's paths: one path serves everything that has an ID. */
export function operations(number: MetaNumber): Record<string, Operation> {
	const cloud = cloudOperations(number);
	const asMedia = (request: VendorRequest<never>) => ({
		...request,
		params: { media_id: request.params.group_id },
	});

	return {
		...cloud,
		...ofNumber(cloud, ['listGroups', 'createGroup', 'sendMessage', 'uploadMedia']),

		getNode: (request) => {
			const { group_id: id } = request.params;
			if (id === account.phoneNumberId) {
				return ok(
					chosen({ ...numberInfo, webhook_configuration: configurationOf(number) }, request),
				);
			}
			return number.world.files.has(id)
				? cloud.getMedia(asMedia(request))
				: cloud.getGroup(group(request));
		},

		deleteNode: (request) =>
			number.world.files.has(request.params.group_id)
				? cloud.deleteMedia(asMedia(request))
				: cloud.deleteGroup(group(request)),

		...overrideOperations(number),

		updateGroup: async (request) =>
			request.params.group_id === account.phoneNumberId
				? await setOverride(number, request as VendorRequest<Override>)
				: await cloud.updateGroup(group(request)),

		listTemplates: (request) => {
			const { business_account_id: id } = request.params;
			if (id !== account.businessAccountId) throw unknownObject(id);
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
			const { phone_number_id: id } = request.params;
			if (id !== account.phoneNumberId) throw unknownObject(id);
			return cloud[name](request);
		},
	]);
	return Object.fromEntries(guarded);
}

/** In Meta's samples, IDs of numbers, accounts and media are digits. IDs of groups are not. */
function group(request: VendorRequest<never>): VendorRequest<never> {
	const { group_id: id } = request.params;
	if (/^\d+$/.test(id)) throw unknownObject(id);
	return request;
}

/** General Cloud API: the pages about groups don't mention the number itself. */
const numberInfo = {
	verified_name: 'Sandbox Business',
	display_phone_number: sender.phoneNumber,
	quality_rating: 'GREEN',
	id: account.phoneNumberId,
};

function chosen(info: object, { query }: VendorRequest<never>) {
	if (query.fields === undefined) return info;
	const names = String(query.fields).split(',');
	const unknown = names.find((name) => !(name in info));
	if (unknown) throw refuse(131009, `fields: ${unknown} does not exist`);
	return Object.fromEntries(
		Object.entries(info).filter(([name]) => name === 'id' || names.includes(name)),
	);
}
