// Generated from the API’s OpenAPI document by `npx nx run api-types:generate`. Do not edit.

import type { Client, ClientMeta, Options as Options2, RequestResult, TDataShape } from './client';
import { client } from './client.gen';
import type { ChangePasswordData, CreateNoteData, CreateNoteResponses, DeleteNoteData, DeleteNoteResponses, GetAuthConfigurationData, GetAuthConfigurationResponses, GetAuthenticationStatusData, GetAuthenticationStatusResponses, GetLivenessData, GetLivenessResponses, GetNoteData, GetNoteResponses, GetReadinessData, GetReadinessResponses, GetSessionData, GetSessionResponses, GetSystemData, GetSystemResponses, ListNotesData, ListNotesResponses, ReauthenticateData, ReauthenticateResponses, SignInData, SignInResponses, SignOutData, SignUpData, SignUpResponses, UpdateNoteData, UpdateNoteResponses } from './types.gen';

export type Options<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean, TResponse = unknown> = Options2<TData, ThrowOnError, TResponse> & {
    /**
     * You can provide a client instance returned by `createClient()` instead of
     * individual options. This might be also useful if you want to implement a
     * custom client.
     */
    client?: Client;
    /**
     * You can pass arbitrary values through the `meta` object. This can be
     * used to access values that aren't defined as part of the SDK function.
     */
    meta?: keyof ClientMeta extends never ? Record<string, unknown> : ClientMeta;
};

/**
 * Change password
 *
 * In order to change the password of an account, the current and new
 * password must be provider.  However, accounts that were created by
 * signing up using a third-party provider do not have a password set. In
 * that case, the current password is not required.
 *
 */
export const changePassword = <ThrowOnError extends boolean = true>(options?: Options<ChangePasswordData, ThrowOnError>): RequestResult<unknown, unknown, ThrowOnError> => (options?.client ?? client).post<unknown, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/account/password/change',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

/**
 * Login
 *
 * Login using a username-password or email-password combination.
 *
 */
export const signIn = <ThrowOnError extends boolean = true>(options: Options<SignInData, ThrowOnError>): RequestResult<SignInResponses, unknown, ThrowOnError> => (options.client ?? client).post<SignInResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/auth/login',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Reauthenticate
 *
 * In order to safeguard the account, some actions require the user to be
 * recently authenticated.  If you try to perform such an action without
 * having been recently authenticated, a `401` status is returned, listing
 * flows that can be performed to reauthenticate. One such flow is the flow
 * with ID `reauthenticate`, which allows for the user to input the
 * password. This is the endpoint related towards that flow.
 *
 */
export const reauthenticate = <ThrowOnError extends boolean = true>(options: Options<ReauthenticateData, ThrowOnError>): RequestResult<ReauthenticateResponses, unknown, ThrowOnError> => (options.client ?? client).post<ReauthenticateResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/auth/reauthenticate',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Logout
 *
 * Logs out the user from the current session.
 *
 */
export const signOut = <ThrowOnError extends boolean = true>(options?: Options<SignOutData, ThrowOnError>): RequestResult<unknown, unknown, ThrowOnError> => (options?.client ?? client).delete<unknown, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/auth/session', ...options });

/**
 * Get authentication status
 *
 *
 * Retrieve information about the authentication status for the current
 * session.
 *
 */
export const getAuthenticationStatus = <ThrowOnError extends boolean = true>(options?: Options<GetAuthenticationStatusData, ThrowOnError>): RequestResult<GetAuthenticationStatusResponses, unknown, ThrowOnError> => (options?.client ?? client).get<GetAuthenticationStatusResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/auth/session', ...options });

/**
 * Signup
 *
 * Whether or not `username`, `email`, `phone` or combination of those are
 * required depends on the configuration of django-allauth. Additionally,
 * if a custom signup form is used there may be other custom properties
 * required.
 *
 */
export const signUp = <ThrowOnError extends boolean = true>(options: Options<SignUpData, ThrowOnError>): RequestResult<SignUpResponses, unknown, ThrowOnError> => (options.client ?? client).post<SignUpResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/auth/signup',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Get configuration
 *
 * There are many configuration options that alter the functionality
 * and behavior of django-allauth, some of which can also impact the
 * frontend. Therefore, relevant configuration options are exposed via
 * this endpoint. The data returned is not user/authentication
 * dependent. Hence, it suffices to only fetch this data once at boot
 * time of your application.
 *
 */
export const getAuthConfiguration = <ThrowOnError extends boolean = true>(options?: Options<GetAuthConfigurationData, ThrowOnError>): RequestResult<GetAuthConfigurationResponses, unknown, ThrowOnError> => (options?.client ?? client).get<GetAuthConfigurationResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/config', ...options });

/**
 * Liveness probe
 *
 * Respond without a database query: restarting the process would not repair the database.
 */
export const getLiveness = <ThrowOnError extends boolean = true>(options?: Options<GetLivenessData, ThrowOnError>): RequestResult<GetLivenessResponses, unknown, ThrowOnError> => (options?.client ?? client).get<GetLivenessResponses, unknown, ThrowOnError>({ url: '/api/livez', ...options });

/**
 * List notes
 */
export const listNotes = <ThrowOnError extends boolean = true>(options?: Options<ListNotesData, ThrowOnError>): RequestResult<ListNotesResponses, unknown, ThrowOnError> => (options?.client ?? client).get<ListNotesResponses, unknown, ThrowOnError>({
    security: [{
            in: 'cookie',
            name: 'app-session',
            type: 'apiKey'
        }],
    url: '/api/notes',
    ...options
});

/**
 * Create a note
 */
export const createNote = <ThrowOnError extends boolean = true>(options: Options<CreateNoteData, ThrowOnError>): RequestResult<CreateNoteResponses, unknown, ThrowOnError> => (options.client ?? client).post<CreateNoteResponses, unknown, ThrowOnError>({
    security: [{
            in: 'cookie',
            name: 'app-session',
            type: 'apiKey'
        }],
    url: '/api/notes',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Delete a note
 *
 * Delete a note. Respond 409 if another object still refers to it.
 */
export const deleteNote = <ThrowOnError extends boolean = true>(options: Options<DeleteNoteData, ThrowOnError>): RequestResult<DeleteNoteResponses, unknown, ThrowOnError> => (options.client ?? client).delete<DeleteNoteResponses, unknown, ThrowOnError>({
    security: [{
            in: 'cookie',
            name: 'app-session',
            type: 'apiKey'
        }],
    url: '/api/notes/{note_id}',
    ...options
});

/**
 * Get a note
 */
export const getNote = <ThrowOnError extends boolean = true>(options: Options<GetNoteData, ThrowOnError>): RequestResult<GetNoteResponses, unknown, ThrowOnError> => (options.client ?? client).get<GetNoteResponses, unknown, ThrowOnError>({
    security: [{
            in: 'cookie',
            name: 'app-session',
            type: 'apiKey'
        }],
    url: '/api/notes/{note_id}',
    ...options
});

/**
 * Update a note
 *
 * Save an edit. Respond 409 with the stored object if it was changed in the meantime.
 */
export const updateNote = <ThrowOnError extends boolean = true>(options: Options<UpdateNoteData, ThrowOnError>): RequestResult<UpdateNoteResponses, unknown, ThrowOnError> => (options.client ?? client).put<UpdateNoteResponses, unknown, ThrowOnError>({
    security: [{
            in: 'cookie',
            name: 'app-session',
            type: 'apiKey'
        }],
    url: '/api/notes/{note_id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Readiness probe
 *
 * Check that the database responds and that no migration is missing.
 */
export const getReadiness = <ThrowOnError extends boolean = true>(options?: Options<GetReadinessData, ThrowOnError>): RequestResult<GetReadinessResponses, unknown, ThrowOnError> => (options?.client ?? client).get<GetReadinessResponses, unknown, ThrowOnError>({ url: '/api/readyz', ...options });

/**
 * Get the signed-in user
 *
 * Respond 200 with `user: null` without a session: it is the usual case on a first visit, not an error.
 *
 * Sets the CSRF cookie, which signing in requires.
 */
export const getSession = <ThrowOnError extends boolean = true>(options?: Options<GetSessionData, ThrowOnError>): RequestResult<GetSessionResponses, unknown, ThrowOnError> => (options?.client ?? client).get<GetSessionResponses, unknown, ThrowOnError>({ url: '/api/session', ...options });

/**
 * Facts for the system page
 *
 * Describe the path of this request through the stack. Versions are for signed-in users only.
 */
export const getSystem = <ThrowOnError extends boolean = true>(options?: Options<GetSystemData, ThrowOnError>): RequestResult<GetSystemResponses, unknown, ThrowOnError> => (options?.client ?? client).get<GetSystemResponses, unknown, ThrowOnError>({ url: '/api/system', ...options });
