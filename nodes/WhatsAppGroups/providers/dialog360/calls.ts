/**
 * What 360dialog offers. It passes WhatsApp Cloud API calls through; one key is one number, so the
 * paths have no number, and groups have `/groups/{id}` where Meta has `/{id}`.
 * Source: 360dialog “Messaging API”, OpenAPI 1.41.0 (groups) and “Groups › Messaging API”; the paths
 * of invite links, join requests and participants are seen in third-party code and Meta's guide only.
 */
import { cloudCalls } from '../shared/cloudApi/calls';
import { segment } from '../shared/values';

export const calls = cloudCalls({
	number: () => '',
	group: (groupId) => `/groups/${segment(groupId)}`,
	// Third-party code and Meta's parameter table have the first, Meta's own sample the second.
	pictureFields: ['profile_picture_file', 'file'],
});
