import { noFaults } from '../../server/faults';
import type { Answer } from '../../server/provider';
import type { Group, WrittenType } from '../../world/model';
import type { World } from '../../world/World';

/** A business number, with Meta or with 360dialog. */
export interface CloudNumber {
	world: World;
	settings: CloudSettings;
	differences: Differences;
}

export interface CloudSettings {
	/** Outside a group's 24-hour window, only templates are delivered (meta-groups.md#section-4). */
	keepWindow: boolean;
	/** The window of each group is closed, whoever wrote. */
	windowClosed: boolean;
	/** Outside the window, messages are refused with 131047. Else they are accepted, and fail later. */
	refuseOutsideWindow: boolean;
	/** Group operations get 131208. The real limit is not published. */
	tooManyGroupOperations: boolean;
	/** Without an Official Business Account, group operations get 131215 (meta-groups.md#section-1). */
	officialAccount: boolean;
	/** The account has a problem, such as a missing payment method. */
	sendingBlocked: boolean;
	/** Delay before a created group is in the list and reported, in milliseconds. */
	createDelayMs: number;
	/** The last person of a removal stays in the group, which is reported by webhook. */
	lastRemovalFails: boolean;
	/** A new description is accepted and then fails, which is reported by webhook. */
	descriptionFails: boolean;
}

/** The differences between 360dialog and Meta itself. */
export interface Differences {
	listPath: string;
	groupPath: (encodedId: string) => string;
	created: (group: Group, requestId: string) => Answer;
	pictureField: string;
	/** The address a file is fetched from; `path` begins with a slash and has the query. */
	mediaUrl: (baseUrl: string, path: string) => string;
}

export const cloudSettings = {
	...noFaults,
	answerNext: null,
	redeliveryBaseMs: 1000,
	keepWindow: true,
	windowClosed: false,
	refuseOutsideWindow: false,
	officialAccount: true,
	sendingBlocked: false,
	createDelayMs: 0,
	tooManyGroupOperations: false,
	lastRemovalFails: false,
	descriptionFails: false,
};

/**
 * The forms are general Cloud API. Which of them occur in groups isn't documented: the pages about
 * groups print only text and `unsupported` (meta-groups.md#section-5).
 */
export const cloudInbound: WrittenType[] = [
	'text',
	'image',
	'video',
	'audio',
	'voice',
	'document',
	'sticker',
	'reaction',
	'location',
	'contacts',
	'button',
	'listReply',
	'edit',
	'delete',
	'unsupported',
];
