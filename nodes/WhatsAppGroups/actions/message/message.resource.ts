import { resource } from '../Resource';
import { getMany } from './getMany.operation';
import { pin } from './pin.operation';
import { send } from './send.operation';
import { sendAndWait } from './sendAndWait.operation';
import { unpin } from './unpin.operation';

export const message = resource(
	'message',
	'Message',
	[getMany, pin, send, sendAndWait, unpin],
	'send',
);
