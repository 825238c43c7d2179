import { resource } from '../Resource';
import { pin } from './pin.operation';
import { send } from './send.operation';
import { unpin } from './unpin.operation';

export const message = resource('message', 'Message', [pin, send, unpin], 'send');
