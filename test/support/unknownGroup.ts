/** A group about which the provider said nothing. */
export const unknownGroup = {
	groupId: null,
	subject: null,
	description: null,
	inviteLink: null,
	participantCount: null,
	participants: null,
	joinApprovalMode: null,
	suspended: null,
	createdAt: null,
	requestId: null,
};
