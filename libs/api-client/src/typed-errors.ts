import type { OkStatus } from 'openapi-typescript-helpers';
import type { ApiError } from './api-error';

type WithApiErrorOperation<Operation> = Operation extends { responses: infer Responses }
  ? Omit<Operation, 'responses'> & {
      responses: { [Status in keyof Responses as Status extends OkStatus ? Status : never]: Responses[Status] } & {
        default: { content: { 'application/json': ApiError } };
      };
    }
  : Operation;

/** The API's paths with the error type that calls really throw, in place of the bodies that the document names. */
export type WithApiError<Paths> = {
  [Path in keyof Paths]: {
    [Method in keyof Paths[Path]]: WithApiErrorOperation<Paths[Path][Method]>;
  };
};
