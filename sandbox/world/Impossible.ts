/** Something that can't happen on WhatsApp, such as writing to a group one isn't in. */
export class Impossible extends Error {}
