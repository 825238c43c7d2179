import type { INodeProperties } from 'n8n-workflow';

import { providerField } from '../editor/providerField';
import { group } from './group/group.resource';
import { inviteLink } from './inviteLink/inviteLink.resource';
import { joinRequest } from './joinRequest/joinRequest.resource';
import { message } from './message/message.resource';
import type { Operation } from './Operation';
import { participant } from './participant/participant.resource';

const resources = [group, inviteLink, joinRequest, message, participant];

export const operations: Operation[] = resources.flatMap((resource) => resource.operations);

/** All parameters of the action node. */
export const properties: INodeProperties[] = [
	providerField,
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value, providers }) => ({
			name,
			value,
			displayOptions: { show: { provider: providers } },
		})),
		default: 'message',
	},
	...resources.flatMap((resource) => resource.properties),
];
