import { resource } from '../Resource';
import { get } from './get.operation';
import { reset } from './reset.operation';

export const inviteLink = resource('inviteLink', 'Invite Link', [get, reset], 'get');
