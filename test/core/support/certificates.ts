/** Certificates for servers on loopback. Made when needed, so that none is a fixture that expires. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

export interface Identity {
	/** PEM. */
	key: string;
	cert: string;
}

export interface Authority {
	/** PEM. */
	cert: string;
	/** Issues a certificate for one host, valid until tomorrow unless said otherwise. */
	issue(host: string, validUntil?: Date): Identity;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Creates a certificate authority that nothing trusts yet. */
export function createAuthority(): Authority {
	const name = 'Test authority';
	const { publicKey, privateKey } = newKeys();
	const tomorrow = new Date(Date.now() + DAY_MS);
	const certify = (subject: string, key: KeyObject, validUntil: Date) =>
		certificate({ issuer: name, subject, key, signer: privateKey, validUntil });
	return {
		cert: certify(name, publicKey, tomorrow),
		issue: (host, validUntil = tomorrow) => {
			const keys = newKeys();
			const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
			return { key, cert: certify(host, keys.publicKey, validUntil) };
		},
	};
}

function newKeys() {
	return generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
}

interface Certificate {
	issuer: string;
	/** An authority if it is the issuer itself, otherwise a host. */
	subject: string;
	key: KeyObject;
	signer: KeyObject;
	validUntil: Date;
}

/** An X.509 certificate in DER (RFC 5280), as PEM. */
function certificate({ issuer, subject, key, signer, validUntil }: Certificate): string {
	const algorithm = sequence(objectId('2a8648ce3d040302')); // ecdsa-with-SHA256
	const validFrom = new Date(validUntil.getTime() - 30 * DAY_MS);
	const signed = sequence(
		der(0xa0, integer(Buffer.of(2))), // version 3
		integer(Buffer.from(`01${Buffer.from(subject).toString('hex').slice(0, 30)}`, 'hex')),
		algorithm,
		name(issuer),
		sequence(time(validFrom), time(validUntil)),
		name(subject),
		key.export({ type: 'spki', format: 'der' }),
		der(0xa3, sequence(issuer === subject ? isAuthority() : isHost(subject))),
	);
	const signature = sign('sha256', signed, signer);
	const bytes = sequence(signed, algorithm, der(0x03, Buffer.of(0), signature));
	return [
		'-----BEGIN CERTIFICATE-----',
		bytes.toString('base64'),
		'-----END CERTIFICATE-----',
	].join('\n');
}

/** The critical extension `basicConstraints`: CA. */
const isAuthority = () =>
	sequence(
		objectId('551d13'),
		der(0x01, Buffer.of(0xff)),
		der(0x04, sequence(der(0x01, Buffer.of(0xff)))),
	);

/** The extension `subjectAltName` with one `dNSName`. */
const isHost = (host: string) =>
	sequence(objectId('551d11'), der(0x04, sequence(der(0x82, Buffer.from(host)))));

const name = (text: string) =>
	sequence(der(0x31, sequence(objectId('550403'), der(0x0c, Buffer.from(text)))));

const time = (date: Date) => der(0x18, Buffer.from(date.toISOString().replace(/[-:T]|\.\d+/g, '')));

const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const integer = (bytes: Buffer) => der(0x02, bytes);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));

/** One value of ASN.1: its tag, its length, its content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	const { length } = content;
	if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
	return Buffer.concat([Buffer.of(tag, 0x82, length >> 8, length & 0xff), content]);
}
