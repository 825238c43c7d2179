/**
 * What 360dialog offers. It forwards calls of WhatsApp's Cloud API. A key belongs to one number, so the
 * paths don't contain the number, and a group is `/groups/{id}` instead of Meta's `/{id}`.
 * Source: 360dialog “Messaging API”, OpenAPI 1.41.0 (groups) and “Groups › Messaging API”. The paths of
 * invite links, join requests and participants are only in third-party code and in Meta's guide.
 */
import { cloudCalls } from '../shared/cloudApi/calls';
import { segment } from '../shared/values';

export const calls = cloudCalls({
	number: () => '',
	group: (groupId) => `/groups/${segment(groupId)}`,
	// The first is in third-party code and Meta's parameter table, the second in Meta's own sample.
	pictureFields: ['profile_picture_file', 'file'],
});
