// Generated from the API’s OpenAPI document by `npx nx run api-types:generate`. Do not edit.

import { type DefaultError, queryOptions, type UseMutationOptions } from '@tanstack/react-query';

import { client } from '../client.gen';
import { changePassword, createNote, deleteNote, getAuthConfiguration, getAuthenticationStatus, getLiveness, getNote, getReadiness, getSession, getSystem, listNotes, type Options, reauthenticate, signIn, signOut, signUp, updateNote } from '../sdk.gen';
import type { ChangePasswordData, CreateNoteData, CreateNoteResponse, DeleteNoteData, DeleteNoteResponse, GetAuthConfigurationData, GetAuthConfigurationResponse, GetAuthenticationStatusData, GetAuthenticationStatusResponse, GetLivenessData, GetLivenessResponse, GetNoteData, GetNoteResponse, GetReadinessData, GetReadinessResponse, GetSessionData, GetSessionResponse, GetSystemData, GetSystemResponse, ListNotesData, ListNotesResponse, ReauthenticateData, ReauthenticateResponse, SignInData, SignInResponse, SignOutData, SignUpData, SignUpResponse, UpdateNoteData, UpdateNoteResponse } from '../types.gen';

/**
 * Change password
 *
 * In order to change the password of an account, the current and new
 * password must be provider.  However, accounts that were created by
 * signing up using a third-party provider do not have a password set. In
 * that case, the current password is not required.
 *
 */
export const changePasswordMutation = (options?: Partial<Options<ChangePasswordData>>): UseMutationOptions<unknown, DefaultError, Options<ChangePasswordData>> => {
    const mutationOptions: UseMutationOptions<unknown, DefaultError, Options<ChangePasswordData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await changePassword({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

/**
 * Login
 *
 * Login using a username-password or email-password combination.
 *
 */
export const signInMutation = (options?: Partial<Options<SignInData>>): UseMutationOptions<SignInResponse, DefaultError, Options<SignInData>> => {
    const mutationOptions: UseMutationOptions<SignInResponse, DefaultError, Options<SignInData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await signIn({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

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
export const reauthenticateMutation = (options?: Partial<Options<ReauthenticateData>>): UseMutationOptions<ReauthenticateResponse, DefaultError, Options<ReauthenticateData>> => {
    const mutationOptions: UseMutationOptions<ReauthenticateResponse, DefaultError, Options<ReauthenticateData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await reauthenticate({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

/**
 * Logout
 *
 * Logs out the user from the current session.
 *
 */
export const signOutMutation = (options?: Partial<Options<SignOutData>>): UseMutationOptions<unknown, DefaultError, Options<SignOutData>> => {
    const mutationOptions: UseMutationOptions<unknown, DefaultError, Options<SignOutData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await signOut({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export type QueryKey<TOptions extends Options> = [
    Pick<TOptions, 'baseUrl' | 'body' | 'headers' | 'path' | 'query'> & {
        _id: string;
        _infinite?: boolean;
        tags?: ReadonlyArray<string>;
    }
];

const createQueryKey = <TOptions extends Options>(id: string, options?: TOptions, infinite?: boolean, tags?: ReadonlyArray<string>): [
    QueryKey<TOptions>[0]
] => {
    const params: QueryKey<TOptions>[0] = { _id: id, baseUrl: options?.baseUrl || (options?.client ?? client).getConfig().baseUrl } as QueryKey<TOptions>[0];
    if (infinite) {
        params._infinite = infinite;
    }
    if (tags) {
        params.tags = tags;
    }
    if (options?.body) {
        params.body = options.body;
    }
    if (options?.headers) {
        params.headers = options.headers;
    }
    if (options?.path) {
        params.path = options.path;
    }
    if (options?.query) {
        params.query = options.query;
    }
    return [params];
};

export const getAuthenticationStatusQueryKey = (options?: Options<GetAuthenticationStatusData>) => createQueryKey('getAuthenticationStatus', options);

/**
 * Get authentication status
 *
 *
 * Retrieve information about the authentication status for the current
 * session.
 *
 */
export const getAuthenticationStatusOptions = (options?: Options<GetAuthenticationStatusData>) => queryOptions<GetAuthenticationStatusResponse, DefaultError, GetAuthenticationStatusResponse, ReturnType<typeof getAuthenticationStatusQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getAuthenticationStatus({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getAuthenticationStatusQueryKey(options)
});

/**
 * Signup
 *
 * Whether or not `username`, `email`, `phone` or combination of those are
 * required depends on the configuration of django-allauth. Additionally,
 * if a custom signup form is used there may be other custom properties
 * required.
 *
 */
export const signUpMutation = (options?: Partial<Options<SignUpData>>): UseMutationOptions<SignUpResponse, DefaultError, Options<SignUpData>> => {
    const mutationOptions: UseMutationOptions<SignUpResponse, DefaultError, Options<SignUpData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await signUp({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getAuthConfigurationQueryKey = (options?: Options<GetAuthConfigurationData>) => createQueryKey('getAuthConfiguration', options);

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
export const getAuthConfigurationOptions = (options?: Options<GetAuthConfigurationData>) => queryOptions<GetAuthConfigurationResponse, DefaultError, GetAuthConfigurationResponse, ReturnType<typeof getAuthConfigurationQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getAuthConfiguration({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getAuthConfigurationQueryKey(options)
});

export const getLivenessQueryKey = (options?: Options<GetLivenessData>) => createQueryKey('getLiveness', options);

/**
 * Liveness probe
 *
 * Respond without a database query: restarting the process would not repair the database.
 */
export const getLivenessOptions = (options?: Options<GetLivenessData>) => queryOptions<GetLivenessResponse, DefaultError, GetLivenessResponse, ReturnType<typeof getLivenessQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getLiveness({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getLivenessQueryKey(options)
});

export const listNotesQueryKey = (options?: Options<ListNotesData>) => createQueryKey('listNotes', options);

/**
 * List notes
 */
export const listNotesOptions = (options?: Options<ListNotesData>) => queryOptions<ListNotesResponse, DefaultError, ListNotesResponse, ReturnType<typeof listNotesQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listNotes({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listNotesQueryKey(options)
});

/**
 * Create a note
 */
export const createNoteMutation = (options?: Partial<Options<CreateNoteData>>): UseMutationOptions<CreateNoteResponse, DefaultError, Options<CreateNoteData>> => {
    const mutationOptions: UseMutationOptions<CreateNoteResponse, DefaultError, Options<CreateNoteData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await createNote({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

/**
 * Delete a note
 *
 * Delete a note. Respond 409 if another object still refers to it.
 */
export const deleteNoteMutation = (options?: Partial<Options<DeleteNoteData>>): UseMutationOptions<DeleteNoteResponse, DefaultError, Options<DeleteNoteData>> => {
    const mutationOptions: UseMutationOptions<DeleteNoteResponse, DefaultError, Options<DeleteNoteData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await deleteNote({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getNoteQueryKey = (options: Options<GetNoteData>) => createQueryKey('getNote', options);

/**
 * Get a note
 */
export const getNoteOptions = (options: Options<GetNoteData>) => queryOptions<GetNoteResponse, DefaultError, GetNoteResponse, ReturnType<typeof getNoteQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getNote({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getNoteQueryKey(options)
});

/**
 * Update a note
 *
 * Save an edit. Respond 409 with the stored object if it was changed in the meantime.
 */
export const updateNoteMutation = (options?: Partial<Options<UpdateNoteData>>): UseMutationOptions<UpdateNoteResponse, DefaultError, Options<UpdateNoteData>> => {
    const mutationOptions: UseMutationOptions<UpdateNoteResponse, DefaultError, Options<UpdateNoteData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await updateNote({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getReadinessQueryKey = (options?: Options<GetReadinessData>) => createQueryKey('getReadiness', options);

/**
 * Readiness probe
 *
 * Check that the database responds and that no migration is missing.
 */
export const getReadinessOptions = (options?: Options<GetReadinessData>) => queryOptions<GetReadinessResponse, DefaultError, GetReadinessResponse, ReturnType<typeof getReadinessQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getReadiness({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getReadinessQueryKey(options)
});

export const getSessionQueryKey = (options?: Options<GetSessionData>) => createQueryKey('getSession', options);

/**
 * Get the signed-in user
 *
 * Respond 200 with `user: null` without a session: it is the usual case on a first visit, not an error.
 *
 * Sets the CSRF cookie, which signing in requires.
 */
export const getSessionOptions = (options?: Options<GetSessionData>) => queryOptions<GetSessionResponse, DefaultError, GetSessionResponse, ReturnType<typeof getSessionQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getSession({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getSessionQueryKey(options)
});

export const getSystemQueryKey = (options?: Options<GetSystemData>) => createQueryKey('getSystem', options);

/**
 * Facts for the system page
 *
 * Describe the path of this request through the stack. Versions are for signed-in users only.
 */
export const getSystemOptions = (options?: Options<GetSystemData>) => queryOptions<GetSystemResponse, DefaultError, GetSystemResponse, ReturnType<typeof getSystemQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getSystem({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getSystemQueryKey(options)
});
