/** The values of the Provider menu. They are part of the public contract. */
export type ProviderName = 'a1Base' | 'dialog360' | 'metaCloud' | 'oneMsg';
