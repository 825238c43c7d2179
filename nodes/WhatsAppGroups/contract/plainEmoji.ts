/** Skin tones, and the marks for the colored and the plain form. The same emoji can come without them. */
const VARIANTS = /[\u{1F3FB}-\u{1F3FF}]|[\uFE0E\uFE0F]/gu;

export const plainEmoji = (emoji: string) => emoji.replace(VARIANTS, '');
