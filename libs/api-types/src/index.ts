/**
 * The API's types, from its OpenAPI document. Everything here is generated: a type that is missing is missing in Django.
 *
 * @packageDocumentation
 */
import type { components } from './schema.gen';

export type { components, operations, paths } from './schema.gen';

/** A named schema of the OpenAPI document, for example `Schema<'Problem'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
