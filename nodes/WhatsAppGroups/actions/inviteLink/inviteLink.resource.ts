import { resource } from '../Resource';
import { get } from './get.operation';
import { reset } from './reset.operation';
import { send } from './send.operation';

export const inviteLink = resource('inviteLink', 'Invite Link', [get, reset, send], 'get');
