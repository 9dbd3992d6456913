// Generated from the API’s OpenAPI document by `npx nx run api-types:generate`. Do not edit.

import { type DefaultError, queryOptions, type UseMutationOptions } from '@tanstack/react-query';

import { client } from '../client.gen';
import { activateTotp, addPasskey, changeEmailAddress, changePassword, changePrimaryEmailAddress, createNote, deactivateTotp, deleteAccount, deleteNote, deletePasskeys, disconnectProviderAccount, downloadDataExport, endSessions, getAuthConfiguration, getAuthenticationStatus, getDataExport, getEmailVerificationInformation, getLiveness, getNote, getPasskeyCreationOptions, getPasswordResetInformation, getReadiness, getReauthenticationPasskeyOptions, getSecondFactorPasskeyOptions, getSession, getSignInPasskeyOptions, getSystem, getTotp, listAuthenticators, listEmailAddresses, listNotes, listProviderAccounts, listRecoveryCodes, listSessions, type Options, reauthenticate, reauthenticateWithPasskey, reauthenticateWithSecondFactor, redirectToProvider, regenerateRecoveryCodes, removeEmailAddress, renamePasskey, requestDataExport, requestEmailVerification, requestPasswordReset, resendEmailVerificationCode, resetPassword, signIn, signInWithPasskey, signInWithSecondFactor, signInWithSecondFactorPasskey, signOut, signUp, trustBrowser, updateNote, verifyEmail } from '../sdk.gen';
import type { ActivateTotpData, ActivateTotpResponse, AddPasskeyData, AddPasskeyResponse, ChangeEmailAddressData, ChangeEmailAddressResponse, ChangePasswordData, ChangePasswordResponse, ChangePrimaryEmailAddressData, ChangePrimaryEmailAddressResponse, CreateNoteData, CreateNoteResponse, DeactivateTotpData, DeactivateTotpResponse, DeleteAccountData, DeleteAccountResponse, DeleteNoteData, DeleteNoteResponse, DeletePasskeysData, DeletePasskeysResponse, DisconnectProviderAccountData, DisconnectProviderAccountResponse, DownloadDataExportData, DownloadDataExportResponse, EndSessionsData, EndSessionsResponse, GetAuthConfigurationData, GetAuthConfigurationResponse, GetAuthenticationStatusData, GetAuthenticationStatusResponse, GetDataExportData, GetDataExportResponse, GetEmailVerificationInformationData, GetEmailVerificationInformationResponse, GetLivenessData, GetLivenessResponse, GetNoteData, GetNoteResponse, GetPasskeyCreationOptionsData, GetPasskeyCreationOptionsResponse, GetPasswordResetInformationData, GetPasswordResetInformationResponse, GetReadinessData, GetReadinessResponse, GetReauthenticationPasskeyOptionsData, GetReauthenticationPasskeyOptionsResponse, GetSecondFactorPasskeyOptionsData, GetSecondFactorPasskeyOptionsResponse, GetSessionData, GetSessionResponse, GetSignInPasskeyOptionsData, GetSignInPasskeyOptionsResponse, GetSystemData, GetSystemResponse, GetTotpData, GetTotpResponse, ListAuthenticatorsData, ListAuthenticatorsResponse, ListEmailAddressesData, ListEmailAddressesResponse, ListNotesData, ListNotesResponse, ListProviderAccountsData, ListProviderAccountsResponse, ListRecoveryCodesData, ListRecoveryCodesResponse, ListSessionsData, ListSessionsResponse, ReauthenticateData, ReauthenticateResponse, ReauthenticateWithPasskeyData, ReauthenticateWithPasskeyResponse, ReauthenticateWithSecondFactorData, ReauthenticateWithSecondFactorResponse, RedirectToProviderData, RedirectToProviderResponse, RegenerateRecoveryCodesData, RegenerateRecoveryCodesResponse, RemoveEmailAddressData, RemoveEmailAddressResponse, RenamePasskeyData, RenamePasskeyResponse, RequestDataExportData, RequestDataExportResponse, RequestEmailVerificationData, RequestEmailVerificationResponse, RequestPasswordResetData, RequestPasswordResetResponse, ResendEmailVerificationCodeData, ResendEmailVerificationCodeResponse, ResetPasswordData, ResetPasswordResponse, SignInData, SignInResponse, SignInWithPasskeyData, SignInWithPasskeyResponse, SignInWithSecondFactorData, SignInWithSecondFactorPasskeyData, SignInWithSecondFactorPasskeyResponse, SignInWithSecondFactorResponse, SignOutData, SignUpData, SignUpResponse, TrustBrowserData, TrustBrowserResponse, UpdateNoteData, UpdateNoteResponse, VerifyEmailData, VerifyEmailResponse } from '../types.gen';

/**
 * Delete the account
 *
 * Delete the user and everything that belongs to the user. Requires recent authentication.
 *
 * Respond 409 to the last administrator.
 */
export const deleteAccountMutation = (options?: Partial<Options<DeleteAccountData>>): UseMutationOptions<DeleteAccountResponse, DefaultError, Options<DeleteAccountData>> => {
    const mutationOptions: UseMutationOptions<DeleteAccountResponse, DefaultError, Options<DeleteAccountData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await deleteAccount({
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

export const getDataExportQueryKey = (options?: Options<GetDataExportData>) => createQueryKey('getDataExport', options);

/**
 * Get the state of the data export
 */
export const getDataExportOptions = (options?: Options<GetDataExportData>) => queryOptions<GetDataExportResponse, DefaultError, GetDataExportResponse, ReturnType<typeof getDataExportQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getDataExport({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getDataExportQueryKey(options)
});

/**
 * Request a data export
 *
 * Let the worker write a file with everything that belongs to the user. Requires recent authentication.
 *
 * A pending export is not started again. Otherwise, the new export replaces the earlier one.
 */
export const requestDataExportMutation = (options?: Partial<Options<RequestDataExportData>>): UseMutationOptions<RequestDataExportResponse, DefaultError, Options<RequestDataExportData>> => {
    const mutationOptions: UseMutationOptions<RequestDataExportResponse, DefaultError, Options<RequestDataExportData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await requestDataExport({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const downloadDataExportQueryKey = (options?: Options<DownloadDataExportData>) => createQueryKey('downloadDataExport', options);

/**
 * Download the data export
 *
 * Download the file as a ZIP archive with one JSON file for each kind of data.
 */
export const downloadDataExportOptions = (options?: Options<DownloadDataExportData>) => queryOptions<DownloadDataExportResponse, DefaultError, DownloadDataExportResponse, ReturnType<typeof downloadDataExportQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await downloadDataExport({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: downloadDataExportQueryKey(options)
});

export const listAuthenticatorsQueryKey = (options?: Options<ListAuthenticatorsData>) => createQueryKey('listAuthenticators', options);

/**
 * List authenticators
 */
export const listAuthenticatorsOptions = (options?: Options<ListAuthenticatorsData>) => queryOptions<ListAuthenticatorsResponse, DefaultError, ListAuthenticatorsResponse, ReturnType<typeof listAuthenticatorsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listAuthenticators({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listAuthenticatorsQueryKey(options)
});

export const listRecoveryCodesQueryKey = (options?: Options<ListRecoveryCodesData>) => createQueryKey('listRecoveryCodes', options);

/**
 * List recovery codes
 *
 * List recovery codes.
 *
 */
export const listRecoveryCodesOptions = (options?: Options<ListRecoveryCodesData>) => queryOptions<ListRecoveryCodesResponse, DefaultError, ListRecoveryCodesResponse, ReturnType<typeof listRecoveryCodesQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listRecoveryCodes({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listRecoveryCodesQueryKey(options)
});

/**
 * Regenerate recovery codes
 */
export const regenerateRecoveryCodesMutation = (options?: Partial<Options<RegenerateRecoveryCodesData>>): UseMutationOptions<RegenerateRecoveryCodesResponse, DefaultError, Options<RegenerateRecoveryCodesData>> => {
    const mutationOptions: UseMutationOptions<RegenerateRecoveryCodesResponse, DefaultError, Options<RegenerateRecoveryCodesData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await regenerateRecoveryCodes({
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
 * Deactivate TOTP
 *
 * Deactivates TOTP authentication. If the user authentication is not
 * sufficiently recent, a reauthentication flow (`401`) will is presented.
 *
 */
export const deactivateTotpMutation = (options?: Partial<Options<DeactivateTotpData>>): UseMutationOptions<DeactivateTotpResponse, DefaultError, Options<DeactivateTotpData>> => {
    const mutationOptions: UseMutationOptions<DeactivateTotpResponse, DefaultError, Options<DeactivateTotpData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await deactivateTotp({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getTotpQueryKey = (options?: Options<GetTotpData>) => createQueryKey('getTotp', options);

/**
 * TOTP authenticator status
 *
 * Retrieve the information about the current TOTP authenticator, if any.
 *
 */
export const getTotpOptions = (options?: Options<GetTotpData>) => queryOptions<GetTotpResponse, DefaultError, GetTotpResponse, ReturnType<typeof getTotpQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getTotp({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getTotpQueryKey(options)
});

/**
 * Activate TOTP
 *
 * The code should be provided from the consuming TOTP authenticator
 * application which was generated using the TOTP authenticator secret
 * retrieved from the TOTP authenticator status endpoint.
 *
 */
export const activateTotpMutation = (options?: Partial<Options<ActivateTotpData>>): UseMutationOptions<ActivateTotpResponse, DefaultError, Options<ActivateTotpData>> => {
    const mutationOptions: UseMutationOptions<ActivateTotpResponse, DefaultError, Options<ActivateTotpData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await activateTotp({
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
 * Delete a WebAuthn credential
 *
 */
export const deletePasskeysMutation = (options?: Partial<Options<DeletePasskeysData>>): UseMutationOptions<DeletePasskeysResponse, DefaultError, Options<DeletePasskeysData>> => {
    const mutationOptions: UseMutationOptions<DeletePasskeysResponse, DefaultError, Options<DeletePasskeysData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await deletePasskeys({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getPasskeyCreationOptionsQueryKey = (options?: Options<GetPasskeyCreationOptionsData>) => createQueryKey('getPasskeyCreationOptions', options);

/**
 * Get WebAuthn credential creation options
 *
 *
 * Returns the WebAuthn credential creation options, that can be
 * processed using `parseCreationOptionsFromJSON()` on the frontend.
 *
 */
export const getPasskeyCreationOptionsOptions = (options?: Options<GetPasskeyCreationOptionsData>) => queryOptions<GetPasskeyCreationOptionsResponse, DefaultError, GetPasskeyCreationOptionsResponse, ReturnType<typeof getPasskeyCreationOptionsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getPasskeyCreationOptions({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getPasskeyCreationOptionsQueryKey(options)
});

/**
 * Add a WebAuthn credential
 *
 */
export const addPasskeyMutation = (options?: Partial<Options<AddPasskeyData>>): UseMutationOptions<AddPasskeyResponse, DefaultError, Options<AddPasskeyData>> => {
    const mutationOptions: UseMutationOptions<AddPasskeyResponse, DefaultError, Options<AddPasskeyData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await addPasskey({
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
 * Rename a WebAuthn credential
 *
 *
 * You can alter the name of a WebAuthn credential by PUT'ting the ID and
 * name of the authenticator representing that credential. You can obtain
 * the credentials via the "List authenticators" endpoint.
 *
 */
export const renamePasskeyMutation = (options?: Partial<Options<RenamePasskeyData>>): UseMutationOptions<RenamePasskeyResponse, DefaultError, Options<RenamePasskeyData>> => {
    const mutationOptions: UseMutationOptions<RenamePasskeyResponse, DefaultError, Options<RenamePasskeyData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await renamePasskey({
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
 * Remove an email address
 *
 * Used to remove an email address.
 *
 */
export const removeEmailAddressMutation = (options?: Partial<Options<RemoveEmailAddressData>>): UseMutationOptions<RemoveEmailAddressResponse, DefaultError, Options<RemoveEmailAddressData>> => {
    const mutationOptions: UseMutationOptions<RemoveEmailAddressResponse, DefaultError, Options<RemoveEmailAddressData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await removeEmailAddress({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const listEmailAddressesQueryKey = (options?: Options<ListEmailAddressesData>) => createQueryKey('listEmailAddresses', options);

/**
 * List email addresses
 *
 * Retrieves the list of email addresses of the account.
 *
 */
export const listEmailAddressesOptions = (options?: Options<ListEmailAddressesData>) => queryOptions<ListEmailAddressesResponse, DefaultError, ListEmailAddressesResponse, ReturnType<typeof listEmailAddressesQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listEmailAddresses({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listEmailAddressesQueryKey(options)
});

/**
 * Change primary email address
 *
 * Used to change primary email address to a different one. Note that only verified email addresses
 * can be marked as primary.
 *
 */
export const changePrimaryEmailAddressMutation = (options?: Partial<Options<ChangePrimaryEmailAddressData>>): UseMutationOptions<ChangePrimaryEmailAddressResponse, DefaultError, Options<ChangePrimaryEmailAddressData>> => {
    const mutationOptions: UseMutationOptions<ChangePrimaryEmailAddressResponse, DefaultError, Options<ChangePrimaryEmailAddressData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await changePrimaryEmailAddress({
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
 * Add/Change email address
 *
 *
 * The following functionality is available:
 *
 * - Adding a new email address for an already signed in user (`ACCOUNT_CHANGE_EMAIL = False`).
 * - Change to a new email address for an already signed in user   (`ACCOUNT_CHANGE_EMAIL = True`).
 * - Change to a new email address during the email verification process at signup (`ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = True`).
 *
 * In all cases, an email verification mail will be sent containing a link or code that needs to be verified.
 *
 */
export const changeEmailAddressMutation = (options?: Partial<Options<ChangeEmailAddressData>>): UseMutationOptions<ChangeEmailAddressResponse, DefaultError, Options<ChangeEmailAddressData>> => {
    const mutationOptions: UseMutationOptions<ChangeEmailAddressResponse, DefaultError, Options<ChangeEmailAddressData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await changeEmailAddress({
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
 * Request email verification
 *
 * Requests for (another) email verification email to be sent. Note that
 * sending emails is rate limited, so when you send too many requests the
 * email will not be sent.
 *
 */
export const requestEmailVerificationMutation = (options?: Partial<Options<RequestEmailVerificationData>>): UseMutationOptions<RequestEmailVerificationResponse, DefaultError, Options<RequestEmailVerificationData>> => {
    const mutationOptions: UseMutationOptions<RequestEmailVerificationResponse, DefaultError, Options<RequestEmailVerificationData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await requestEmailVerification({
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
 * Change password
 *
 * In order to change the password of an account, the current and new
 * password must be provider.  However, accounts that were created by
 * signing up using a third-party provider do not have a password set. In
 * that case, the current password is not required.
 *
 */
export const changePasswordMutation = (options?: Partial<Options<ChangePasswordData>>): UseMutationOptions<ChangePasswordResponse, DefaultError, Options<ChangePasswordData>> => {
    const mutationOptions: UseMutationOptions<ChangePasswordResponse, DefaultError, Options<ChangePasswordData>> = {
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
 * Disconnect a third-party provider account
 *
 *
 * Disconnect a third-party provider account, returning the remaining
 * accounts that are still connected. The disconnect is not allowed if it
 * would leave the account unusable. For example, if no password was
 * set up yet.
 *
 */
export const disconnectProviderAccountMutation = (options?: Partial<Options<DisconnectProviderAccountData>>): UseMutationOptions<DisconnectProviderAccountResponse, DefaultError, Options<DisconnectProviderAccountData>> => {
    const mutationOptions: UseMutationOptions<DisconnectProviderAccountResponse, DefaultError, Options<DisconnectProviderAccountData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await disconnectProviderAccount({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const listProviderAccountsQueryKey = (options?: Options<ListProviderAccountsData>) => createQueryKey('listProviderAccounts', options);

/**
 * List the connected third-party provider accounts
 */
export const listProviderAccountsOptions = (options?: Options<ListProviderAccountsData>) => queryOptions<ListProviderAccountsResponse, DefaultError, ListProviderAccountsResponse, ReturnType<typeof listProviderAccountsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listProviderAccounts({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listProviderAccountsQueryKey(options)
});

/**
 * Two-factor authentication
 *
 * If, during authentication,  a response with status 401 is encountered where one of the pending
 * flows has ID `mfa_authenticate`, that indicates that the Two-Factor Authentication stage needs to
 * be completed.
 *
 */
export const signInWithSecondFactorMutation = (options?: Partial<Options<SignInWithSecondFactorData>>): UseMutationOptions<SignInWithSecondFactorResponse, DefaultError, Options<SignInWithSecondFactorData>> => {
    const mutationOptions: UseMutationOptions<SignInWithSecondFactorResponse, DefaultError, Options<SignInWithSecondFactorData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await signInWithSecondFactor({
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
 * Reauthenticate using 2FA
 *
 * In order to safeguard the account, some actions require the user to be
 * recently authenticated.  If you try to perform such an action without
 * having been recently authenticated, a `401` status is returned, listing
 * flows that can be performed to reauthenticate. One such flow is the flow
 * with ID `mfa_reauthenticate`, which allows for the user to input an
 * authenticator code (e.g. TOTP or recovery code). This is the endpoint
 * related towards that flow.
 *
 */
export const reauthenticateWithSecondFactorMutation = (options?: Partial<Options<ReauthenticateWithSecondFactorData>>): UseMutationOptions<ReauthenticateWithSecondFactorResponse, DefaultError, Options<ReauthenticateWithSecondFactorData>> => {
    const mutationOptions: UseMutationOptions<ReauthenticateWithSecondFactorResponse, DefaultError, Options<ReauthenticateWithSecondFactorData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await reauthenticateWithSecondFactor({
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
 * Trust this browser
 *
 * If "Trust this browser?" is enabled (`MFA_TRUST_ENABLED`), the
 * `mfa_trust` flow activates after the user completes the MFA
 * authentication flow, offering to skip MFA for this particular
 * browser. This endpoint is used to complete the `mfa_trust` flow.
 *
 */
export const trustBrowserMutation = (options?: Partial<Options<TrustBrowserData>>): UseMutationOptions<TrustBrowserResponse, DefaultError, Options<TrustBrowserData>> => {
    const mutationOptions: UseMutationOptions<TrustBrowserResponse, DefaultError, Options<TrustBrowserData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await trustBrowser({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getEmailVerificationInformationQueryKey = (options: Options<GetEmailVerificationInformationData>) => createQueryKey('getEmailVerificationInformation', options);

/**
 * Get email verification information
 *
 * Obtain email verification information, given the token that was sent to
 * the user by email.
 *
 */
export const getEmailVerificationInformationOptions = (options: Options<GetEmailVerificationInformationData>) => queryOptions<GetEmailVerificationInformationResponse, DefaultError, GetEmailVerificationInformationResponse, ReturnType<typeof getEmailVerificationInformationQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getEmailVerificationInformation({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getEmailVerificationInformationQueryKey(options)
});

/**
 * Verify an email
 *
 * Complete the email verification process. Depending on the configuration,
 * email addresses are either verified by opening a link that is sent to
 * their email address, or, by inputting a code that is sent. On the API,
 * both cases are handled identically. Meaning, the required key is either
 * the one from the link, or, the code itself.
 *
 * Note that a status code of 401 does not imply failure. It indicates that
 * the email verification was successful, yet, the user is still not signed
 * in. For example, in case `ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION` is set to
 * `False`, a 401 is returned when verifying as part of login/signup.
 *
 */
export const verifyEmailMutation = (options?: Partial<Options<VerifyEmailData>>): UseMutationOptions<VerifyEmailResponse, DefaultError, Options<VerifyEmailData>> => {
    const mutationOptions: UseMutationOptions<VerifyEmailResponse, DefaultError, Options<VerifyEmailData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await verifyEmail({
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
 * Resend email verification code
 *
 * Requests a new email verification code.
 * Requires `ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True`.
 *
 */
export const resendEmailVerificationCodeMutation = (options?: Partial<Options<ResendEmailVerificationCodeData>>): UseMutationOptions<ResendEmailVerificationCodeResponse, DefaultError, Options<ResendEmailVerificationCodeData>> => {
    const mutationOptions: UseMutationOptions<ResendEmailVerificationCodeResponse, DefaultError, Options<ResendEmailVerificationCodeData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await resendEmailVerificationCode({
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
 * Request password
 *
 * Initiates the password reset procedure. Depending on whether or not
 * `ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED` is `True`, the procedure is
 * either stateless or stateful.
 *
 * In case codes are used, it is stateful, and a new
 * `password_reset_by_code` flow is started. In this case, on a successful
 * password reset request, you will receive a 401 indicating the pending
 * status of this flow.
 *
 * In case password reset is configured to use (stateless) links, you will
 * receive a 200 on a successful password reset request.
 *
 */
export const requestPasswordResetMutation = (options?: Partial<Options<RequestPasswordResetData>>): UseMutationOptions<RequestPasswordResetResponse, DefaultError, Options<RequestPasswordResetData>> => {
    const mutationOptions: UseMutationOptions<RequestPasswordResetResponse, DefaultError, Options<RequestPasswordResetData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await requestPasswordReset({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getPasswordResetInformationQueryKey = (options: Options<GetPasswordResetInformationData>) => createQueryKey('getPasswordResetInformation', options);

/**
 * Get password reset information
 *
 * Used to obtain information on and validate a password reset key.  The
 * key passed is either the key encoded in the password reset URL that the
 * user has received per email, or, the password reset code in case of
 * `ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED`. Note that in case of a code,
 * the number of requests you can make is limited (by
 * `ACCOUNT_PASSWORD_RESET_BY_CODE_MAX_ATTEMPTS`).
 *
 */
export const getPasswordResetInformationOptions = (options: Options<GetPasswordResetInformationData>) => queryOptions<GetPasswordResetInformationResponse, DefaultError, GetPasswordResetInformationResponse, ReturnType<typeof getPasswordResetInformationQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getPasswordResetInformation({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getPasswordResetInformationQueryKey(options)
});

/**
 * Reset password
 *
 * Perform the password reset, by handing over the password reset key and
 * the new password. After successfully completing the password reset, the
 * user is either logged in (in case `ACCOUNT_LOGIN_ON_PASSWORD_RESET` is
 * `True`), or, the user will need to proceed to the login page.  In case
 * of the former, a `200` status code is returned, in case of the latter a
 * 401.
 *
 */
export const resetPasswordMutation = (options?: Partial<Options<ResetPasswordData>>): UseMutationOptions<ResetPasswordResponse, DefaultError, Options<ResetPasswordData>> => {
    const mutationOptions: UseMutationOptions<ResetPasswordResponse, DefaultError, Options<ResetPasswordData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await resetPassword({
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
 * Provider redirect
 *
 * Get the address at the provider, for the browser to open.
 */
export const redirectToProviderMutation = (options?: Partial<Options<RedirectToProviderData>>): UseMutationOptions<RedirectToProviderResponse, DefaultError, Options<RedirectToProviderData>> => {
    const mutationOptions: UseMutationOptions<RedirectToProviderResponse, DefaultError, Options<RedirectToProviderData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await redirectToProvider({
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
 * End one or more sessions
 */
export const endSessionsMutation = (options?: Partial<Options<EndSessionsData>>): UseMutationOptions<EndSessionsResponse, DefaultError, Options<EndSessionsData>> => {
    const mutationOptions: UseMutationOptions<EndSessionsResponse, DefaultError, Options<EndSessionsData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await endSessions({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const listSessionsQueryKey = (options?: Options<ListSessionsData>) => createQueryKey('listSessions', options);

/**
 * List sessions
 */
export const listSessionsOptions = (options?: Options<ListSessionsData>) => queryOptions<ListSessionsResponse, DefaultError, ListSessionsResponse, ReturnType<typeof listSessionsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await listSessions({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: listSessionsQueryKey(options)
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

export const getSecondFactorPasskeyOptionsQueryKey = (options?: Options<GetSecondFactorPasskeyOptionsData>) => createQueryKey('getSecondFactorPasskeyOptions', options);

/**
 * Get WebAuthn credential request options for 2FA
 *
 * Returns the WebAuthn credential request options, that can be
 * processed using `parseRequestOptionsFromJSON()` on the frontend. The
 * user verification requirement is controlled by
 * `MFA_WEBAUTHN_USER_VERIFICATION`.
 *
 */
export const getSecondFactorPasskeyOptionsOptions = (options?: Options<GetSecondFactorPasskeyOptionsData>) => queryOptions<GetSecondFactorPasskeyOptionsResponse, DefaultError, GetSecondFactorPasskeyOptionsResponse, ReturnType<typeof getSecondFactorPasskeyOptionsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getSecondFactorPasskeyOptions({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getSecondFactorPasskeyOptionsQueryKey(options)
});

/**
 * Perform 2FA using WebAuthn
 *
 * Perform Two-Factor Authentication using a WebAuthn credential.
 *
 */
export const signInWithSecondFactorPasskeyMutation = (options?: Partial<Options<SignInWithSecondFactorPasskeyData>>): UseMutationOptions<SignInWithSecondFactorPasskeyResponse, DefaultError, Options<SignInWithSecondFactorPasskeyData>> => {
    const mutationOptions: UseMutationOptions<SignInWithSecondFactorPasskeyResponse, DefaultError, Options<SignInWithSecondFactorPasskeyData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await signInWithSecondFactorPasskey({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getSignInPasskeyOptionsQueryKey = (options?: Options<GetSignInPasskeyOptionsData>) => createQueryKey('getSignInPasskeyOptions', options);

/**
 * Get WebAuthn credential request options for login
 *
 * Returns the WebAuthn credential request options, that can be
 * processed using `parseRequestOptionsFromJSON()` on the frontend.
 * Passkey login always requires user verification.
 *
 */
export const getSignInPasskeyOptionsOptions = (options?: Options<GetSignInPasskeyOptionsData>) => queryOptions<GetSignInPasskeyOptionsResponse, DefaultError, GetSignInPasskeyOptionsResponse, ReturnType<typeof getSignInPasskeyOptionsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getSignInPasskeyOptions({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getSignInPasskeyOptionsQueryKey(options)
});

/**
 * Login using WebAuthn
 *
 * Login using a WebAuthn credential (Passkey). Both 200 and 401 can be
 * expected after a successful request.  The 401 can, for example, occur
 * when the credential passed was valid, but the email attached to the
 * account still requires verification.
 *
 */
export const signInWithPasskeyMutation = (options?: Partial<Options<SignInWithPasskeyData>>): UseMutationOptions<SignInWithPasskeyResponse, DefaultError, Options<SignInWithPasskeyData>> => {
    const mutationOptions: UseMutationOptions<SignInWithPasskeyResponse, DefaultError, Options<SignInWithPasskeyData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await signInWithPasskey({
                ...options,
                ...fnOptions,
                throwOnError: true
            });
            return data;
        }
    };
    return mutationOptions;
};

export const getReauthenticationPasskeyOptionsQueryKey = (options?: Options<GetReauthenticationPasskeyOptionsData>) => createQueryKey('getReauthenticationPasskeyOptions', options);

/**
 * Get WebAuthn credential request options for reauthentication
 *
 * Returns the WebAuthn credential request options, that can be
 * processed using `parseRequestOptionsFromJSON()` on the frontend. The
 * user verification requirement is controlled by
 * `MFA_WEBAUTHN_USER_VERIFICATION`.
 *
 */
export const getReauthenticationPasskeyOptionsOptions = (options?: Options<GetReauthenticationPasskeyOptionsData>) => queryOptions<GetReauthenticationPasskeyOptionsResponse, DefaultError, GetReauthenticationPasskeyOptionsResponse, ReturnType<typeof getReauthenticationPasskeyOptionsQueryKey>>({
    queryFn: async ({ queryKey, signal }) => {
        const { data } = await getReauthenticationPasskeyOptions({
            ...options,
            ...queryKey[0],
            signal,
            throwOnError: true
        });
        return data;
    },
    queryKey: getReauthenticationPasskeyOptionsQueryKey(options)
});

/**
 * Reauthenticate using WebAuthn
 *
 * Reauthenticate the user using a WebAuthn credential.
 *
 */
export const reauthenticateWithPasskeyMutation = (options?: Partial<Options<ReauthenticateWithPasskeyData>>): UseMutationOptions<ReauthenticateWithPasskeyResponse, DefaultError, Options<ReauthenticateWithPasskeyData>> => {
    const mutationOptions: UseMutationOptions<ReauthenticateWithPasskeyResponse, DefaultError, Options<ReauthenticateWithPasskeyData>> = {
        mutationFn: async (fnOptions) => {
            const { data } = await reauthenticateWithPasskey({
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
