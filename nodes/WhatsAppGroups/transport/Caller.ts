import type { IExecuteFunctions, IHookFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

/** The n8n contexts that can call a provider. */
export type Caller = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions;
