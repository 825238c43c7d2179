/** Skin tones, and the mark for the colored form. The same emoji can come with and without them. */
const VARIANTS = /[\u{1F3FB}-\u{1F3FF}]|\uFE0F/gu;

export const plainEmoji = (emoji: string) => emoji.replace(VARIANTS, '');
