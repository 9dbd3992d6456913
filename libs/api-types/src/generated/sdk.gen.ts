// Generated from the API’s OpenAPI document by `npx nx run api-types:generate`. Do not edit.

import type { Client, ClientMeta, Options as Options2, RequestResult, TDataShape } from './client';
import { client } from './client.gen';
import type { ActivateTotpData, ActivateTotpResponses, AddPasskeyData, AddPasskeyResponses, ChangeEmailAddressData, ChangeEmailAddressResponses, ChangePasswordData, ChangePasswordResponses, ChangePrimaryEmailAddressData, ChangePrimaryEmailAddressResponses, CreateNoteData, CreateNoteResponses, DeactivateTotpData, DeactivateTotpResponses, DeleteAccountData, DeleteAccountResponses, DeleteNoteData, DeleteNoteResponses, DeletePasskeysData, DeletePasskeysResponses, DisconnectProviderAccountData, DisconnectProviderAccountResponses, DownloadDataExportData, DownloadDataExportResponses, EndSessionsData, EndSessionsResponses, GetAuthConfigurationData, GetAuthConfigurationResponses, GetAuthenticationStatusData, GetAuthenticationStatusResponses, GetDataExportData, GetDataExportResponses, GetEmailVerificationInformationData, GetEmailVerificationInformationResponses, GetLivenessData, GetLivenessResponses, GetNoteData, GetNoteResponses, GetPasskeyCreationOptionsData, GetPasskeyCreationOptionsResponses, GetPasswordResetInformationData, GetPasswordResetInformationResponses, GetReadinessData, GetReadinessResponses, GetReauthenticationPasskeyOptionsData, GetReauthenticationPasskeyOptionsResponses, GetSecondFactorPasskeyOptionsData, GetSecondFactorPasskeyOptionsResponses, GetSessionData, GetSessionResponses, GetSignInPasskeyOptionsData, GetSignInPasskeyOptionsResponses, GetSystemData, GetSystemResponses, GetTotpData, GetTotpResponses, ListAuthenticatorsData, ListAuthenticatorsResponses, ListEmailAddressesData, ListEmailAddressesResponses, ListNotesData, ListNotesResponses, ListProviderAccountsData, ListProviderAccountsResponses, ListRecoveryCodesData, ListRecoveryCodesResponses, ListSessionsData, ListSessionsResponses, ReauthenticateData, ReauthenticateResponses, ReauthenticateWithPasskeyData, ReauthenticateWithPasskeyResponses, ReauthenticateWithSecondFactorData, ReauthenticateWithSecondFactorResponses, RedirectToProviderData, RedirectToProviderResponses, RegenerateRecoveryCodesData, RegenerateRecoveryCodesResponses, RemoveEmailAddressData, RemoveEmailAddressResponses, RenamePasskeyData, RenamePasskeyResponses, RequestDataExportData, RequestDataExportResponses, RequestEmailVerificationData, RequestEmailVerificationResponses, RequestPasswordResetData, RequestPasswordResetResponses, ResendEmailVerificationCodeData, ResendEmailVerificationCodeResponses, ResetPasswordData, ResetPasswordResponses, SignInData, SignInResponses, SignInWithPasskeyData, SignInWithPasskeyResponses, SignInWithSecondFactorData, SignInWithSecondFactorPasskeyData, SignInWithSecondFactorPasskeyResponses, SignInWithSecondFactorResponses, SignOutData, SignUpData, SignUpResponses, TrustBrowserData, TrustBrowserResponses, UpdateNoteData, UpdateNoteResponses, VerifyEmailData, VerifyEmailResponses } from './types.gen';

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
 * Delete the account
 *
 * Delete the user and everything that belongs to the user. Requires recent authentication.
 *
 * Respond 409 to the last administrator.
 */
export const deleteAccount = <ThrowOnError extends boolean = true>(options?: Options<DeleteAccountData, ThrowOnError>): RequestResult<DeleteAccountResponses, unknown, ThrowOnError> => (options?.client ?? client).delete<DeleteAccountResponses, unknown, ThrowOnError>({
    security: [{
            in: 'cookie',
            name: 'app-session',
            type: 'apiKey'
        }],
    url: '/api/account',
    ...options
});

/**
 * Get the state of the data export
 */
export const getDataExport = <ThrowOnError extends boolean = true>(options?: Options<GetDataExportData, ThrowOnError>): RequestResult<GetDataExportResponses, unknown, ThrowOnError> => (options?.client ?? client).get<GetDataExportResponses, unknown, ThrowOnError>({
    security: [{
            in: 'cookie',
            name: 'app-session',
            type: 'apiKey'
        }],
    url: '/api/account/export',
    ...options
});

/**
 * Request a data export
 *
 * Let the worker write a file with everything that belongs to the user. Requires recent authentication.
 *
 * A pending export is not started again. Otherwise, the new export replaces the earlier one.
 */
export const requestDataExport = <ThrowOnError extends boolean = true>(options?: Options<RequestDataExportData, ThrowOnError>): RequestResult<RequestDataExportResponses, unknown, ThrowOnError> => (options?.client ?? client).post<RequestDataExportResponses, unknown, ThrowOnError>({
    security: [{
            in: 'cookie',
            name: 'app-session',
            type: 'apiKey'
        }],
    url: '/api/account/export',
    ...options
});

/**
 * Download the data export
 *
 * Download the file as a ZIP archive with one JSON file for each kind of data.
 */
export const downloadDataExport = <ThrowOnError extends boolean = true>(options?: Options<DownloadDataExportData, ThrowOnError>): RequestResult<DownloadDataExportResponses, unknown, ThrowOnError> => (options?.client ?? client).get<DownloadDataExportResponses, unknown, ThrowOnError>({
    security: [{
            in: 'cookie',
            name: 'app-session',
            type: 'apiKey'
        }],
    url: '/api/account/export/file',
    ...options
});

/**
 * List authenticators
 */
export const listAuthenticators = <ThrowOnError extends boolean = true>(options?: Options<ListAuthenticatorsData, ThrowOnError>): RequestResult<ListAuthenticatorsResponses, unknown, ThrowOnError> => (options?.client ?? client).get<ListAuthenticatorsResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/account/authenticators', ...options });

/**
 * List recovery codes
 *
 * List recovery codes.
 *
 */
export const listRecoveryCodes = <ThrowOnError extends boolean = true>(options?: Options<ListRecoveryCodesData, ThrowOnError>): RequestResult<ListRecoveryCodesResponses, unknown, ThrowOnError> => (options?.client ?? client).get<ListRecoveryCodesResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/account/authenticators/recovery-codes', ...options });

/**
 * Regenerate recovery codes
 */
export const regenerateRecoveryCodes = <ThrowOnError extends boolean = true>(options?: Options<RegenerateRecoveryCodesData, ThrowOnError>): RequestResult<RegenerateRecoveryCodesResponses, unknown, ThrowOnError> => (options?.client ?? client).post<RegenerateRecoveryCodesResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/account/authenticators/recovery-codes', ...options });

/**
 * Deactivate TOTP
 *
 * Deactivates TOTP authentication. If the user authentication is not
 * sufficiently recent, a reauthentication flow (`401`) will is presented.
 *
 */
export const deactivateTotp = <ThrowOnError extends boolean = true>(options?: Options<DeactivateTotpData, ThrowOnError>): RequestResult<DeactivateTotpResponses, unknown, ThrowOnError> => (options?.client ?? client).delete<DeactivateTotpResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/account/authenticators/totp', ...options });

/**
 * TOTP authenticator status
 *
 * Retrieve the information about the current TOTP authenticator, if any.
 *
 */
export const getTotp = <ThrowOnError extends boolean = true>(options?: Options<GetTotpData, ThrowOnError>): RequestResult<GetTotpResponses, unknown, ThrowOnError> => (options?.client ?? client).get<GetTotpResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/account/authenticators/totp', ...options });

/**
 * Activate TOTP
 *
 * The code should be provided from the consuming TOTP authenticator
 * application which was generated using the TOTP authenticator secret
 * retrieved from the TOTP authenticator status endpoint.
 *
 */
export const activateTotp = <ThrowOnError extends boolean = true>(options?: Options<ActivateTotpData, ThrowOnError>): RequestResult<ActivateTotpResponses, unknown, ThrowOnError> => (options?.client ?? client).post<ActivateTotpResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/account/authenticators/totp',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

/**
 * Delete a WebAuthn credential
 *
 */
export const deletePasskeys = <ThrowOnError extends boolean = true>(options?: Options<DeletePasskeysData, ThrowOnError>): RequestResult<DeletePasskeysResponses, unknown, ThrowOnError> => (options?.client ?? client).delete<DeletePasskeysResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/account/authenticators/webauthn',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

/**
 * Get WebAuthn credential creation options
 *
 *
 * Returns the WebAuthn credential creation options, that can be
 * processed using `parseCreationOptionsFromJSON()` on the frontend.
 *
 */
export const getPasskeyCreationOptions = <ThrowOnError extends boolean = true>(options?: Options<GetPasskeyCreationOptionsData, ThrowOnError>): RequestResult<GetPasskeyCreationOptionsResponses, unknown, ThrowOnError> => (options?.client ?? client).get<GetPasskeyCreationOptionsResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/account/authenticators/webauthn', ...options });

/**
 * Add a WebAuthn credential
 *
 */
export const addPasskey = <ThrowOnError extends boolean = true>(options?: Options<AddPasskeyData, ThrowOnError>): RequestResult<AddPasskeyResponses, unknown, ThrowOnError> => (options?.client ?? client).post<AddPasskeyResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/account/authenticators/webauthn',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

/**
 * Rename a WebAuthn credential
 *
 *
 * You can alter the name of a WebAuthn credential by PUT'ting the ID and
 * name of the authenticator representing that credential. You can obtain
 * the credentials via the "List authenticators" endpoint.
 *
 */
export const renamePasskey = <ThrowOnError extends boolean = true>(options?: Options<RenamePasskeyData, ThrowOnError>): RequestResult<RenamePasskeyResponses, unknown, ThrowOnError> => (options?.client ?? client).put<RenamePasskeyResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/account/authenticators/webauthn',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

/**
 * Remove an email address
 *
 * Used to remove an email address.
 *
 */
export const removeEmailAddress = <ThrowOnError extends boolean = true>(options?: Options<RemoveEmailAddressData, ThrowOnError>): RequestResult<RemoveEmailAddressResponses, unknown, ThrowOnError> => (options?.client ?? client).delete<RemoveEmailAddressResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/account/email',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

/**
 * List email addresses
 *
 * Retrieves the list of email addresses of the account.
 *
 */
export const listEmailAddresses = <ThrowOnError extends boolean = true>(options?: Options<ListEmailAddressesData, ThrowOnError>): RequestResult<ListEmailAddressesResponses, unknown, ThrowOnError> => (options?.client ?? client).get<ListEmailAddressesResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/account/email', ...options });

/**
 * Change primary email address
 *
 * Used to change primary email address to a different one. Note that only verified email addresses
 * can be marked as primary.
 *
 */
export const changePrimaryEmailAddress = <ThrowOnError extends boolean = true>(options?: Options<ChangePrimaryEmailAddressData, ThrowOnError>): RequestResult<ChangePrimaryEmailAddressResponses, unknown, ThrowOnError> => (options?.client ?? client).patch<ChangePrimaryEmailAddressResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/account/email',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

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
export const changeEmailAddress = <ThrowOnError extends boolean = true>(options?: Options<ChangeEmailAddressData, ThrowOnError>): RequestResult<ChangeEmailAddressResponses, unknown, ThrowOnError> => (options?.client ?? client).post<ChangeEmailAddressResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/account/email',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

/**
 * Request email verification
 *
 * Requests for (another) email verification email to be sent. Note that
 * sending emails is rate limited, so when you send too many requests the
 * email will not be sent.
 *
 */
export const requestEmailVerification = <ThrowOnError extends boolean = true>(options?: Options<RequestEmailVerificationData, ThrowOnError>): RequestResult<RequestEmailVerificationResponses, unknown, ThrowOnError> => (options?.client ?? client).put<RequestEmailVerificationResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/account/email',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

/**
 * Change password
 *
 * In order to change the password of an account, the current and new
 * password must be provider.  However, accounts that were created by
 * signing up using a third-party provider do not have a password set. In
 * that case, the current password is not required.
 *
 */
export const changePassword = <ThrowOnError extends boolean = true>(options?: Options<ChangePasswordData, ThrowOnError>): RequestResult<ChangePasswordResponses, unknown, ThrowOnError> => (options?.client ?? client).post<ChangePasswordResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/account/password/change',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

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
export const disconnectProviderAccount = <ThrowOnError extends boolean = true>(options?: Options<DisconnectProviderAccountData, ThrowOnError>): RequestResult<DisconnectProviderAccountResponses, unknown, ThrowOnError> => (options?.client ?? client).delete<DisconnectProviderAccountResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/account/providers',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

/**
 * List the connected third-party provider accounts
 */
export const listProviderAccounts = <ThrowOnError extends boolean = true>(options?: Options<ListProviderAccountsData, ThrowOnError>): RequestResult<ListProviderAccountsResponses, unknown, ThrowOnError> => (options?.client ?? client).get<ListProviderAccountsResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/account/providers', ...options });

/**
 * Two-factor authentication
 *
 * If, during authentication,  a response with status 401 is encountered where one of the pending
 * flows has ID `mfa_authenticate`, that indicates that the Two-Factor Authentication stage needs to
 * be completed.
 *
 */
export const signInWithSecondFactor = <ThrowOnError extends boolean = true>(options: Options<SignInWithSecondFactorData, ThrowOnError>): RequestResult<SignInWithSecondFactorResponses, unknown, ThrowOnError> => (options.client ?? client).post<SignInWithSecondFactorResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/auth/2fa/authenticate',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

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
export const reauthenticateWithSecondFactor = <ThrowOnError extends boolean = true>(options: Options<ReauthenticateWithSecondFactorData, ThrowOnError>): RequestResult<ReauthenticateWithSecondFactorResponses, unknown, ThrowOnError> => (options.client ?? client).post<ReauthenticateWithSecondFactorResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/auth/2fa/reauthenticate',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Trust this browser
 *
 * If "Trust this browser?" is enabled (`MFA_TRUST_ENABLED`), the
 * `mfa_trust` flow activates after the user completes the MFA
 * authentication flow, offering to skip MFA for this particular
 * browser. This endpoint is used to complete the `mfa_trust` flow.
 *
 */
export const trustBrowser = <ThrowOnError extends boolean = true>(options: Options<TrustBrowserData, ThrowOnError>): RequestResult<TrustBrowserResponses, unknown, ThrowOnError> => (options.client ?? client).post<TrustBrowserResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/auth/2fa/trust',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Get email verification information
 *
 * Obtain email verification information, given the token that was sent to
 * the user by email.
 *
 */
export const getEmailVerificationInformation = <ThrowOnError extends boolean = true>(options: Options<GetEmailVerificationInformationData, ThrowOnError>): RequestResult<GetEmailVerificationInformationResponses, unknown, ThrowOnError> => (options.client ?? client).get<GetEmailVerificationInformationResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/auth/email/verify', ...options });

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
export const verifyEmail = <ThrowOnError extends boolean = true>(options?: Options<VerifyEmailData, ThrowOnError>): RequestResult<VerifyEmailResponses, unknown, ThrowOnError> => (options?.client ?? client).post<VerifyEmailResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/auth/email/verify',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

/**
 * Resend email verification code
 *
 * Requests a new email verification code.
 * Requires `ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True`.
 *
 */
export const resendEmailVerificationCode = <ThrowOnError extends boolean = true>(options?: Options<ResendEmailVerificationCodeData, ThrowOnError>): RequestResult<ResendEmailVerificationCodeResponses, unknown, ThrowOnError> => (options?.client ?? client).post<ResendEmailVerificationCodeResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/auth/email/verify/resend', ...options });

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
export const requestPasswordReset = <ThrowOnError extends boolean = true>(options: Options<RequestPasswordResetData, ThrowOnError>): RequestResult<RequestPasswordResetResponses, unknown, ThrowOnError> => (options.client ?? client).post<RequestPasswordResetResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/auth/password/request',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

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
export const getPasswordResetInformation = <ThrowOnError extends boolean = true>(options: Options<GetPasswordResetInformationData, ThrowOnError>): RequestResult<GetPasswordResetInformationResponses, unknown, ThrowOnError> => (options.client ?? client).get<GetPasswordResetInformationResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/auth/password/reset', ...options });

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
export const resetPassword = <ThrowOnError extends boolean = true>(options?: Options<ResetPasswordData, ThrowOnError>): RequestResult<ResetPasswordResponses, unknown, ThrowOnError> => (options?.client ?? client).post<ResetPasswordResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/auth/password/reset',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options?.headers
    }
});

/**
 * Provider redirect
 *
 * Get the address at the provider, for the browser to open.
 */
export const redirectToProvider = <ThrowOnError extends boolean = true>(options: Options<RedirectToProviderData, ThrowOnError>): RequestResult<RedirectToProviderResponses, unknown, ThrowOnError> => (options.client ?? client).post<RedirectToProviderResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/auth/provider/redirect',
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
 * End one or more sessions
 */
export const endSessions = <ThrowOnError extends boolean = true>(options: Options<EndSessionsData, ThrowOnError>): RequestResult<EndSessionsResponses, unknown, ThrowOnError> => (options.client ?? client).delete<EndSessionsResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/auth/sessions',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List sessions
 */
export const listSessions = <ThrowOnError extends boolean = true>(options?: Options<ListSessionsData, ThrowOnError>): RequestResult<ListSessionsResponses, unknown, ThrowOnError> => (options?.client ?? client).get<ListSessionsResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/auth/sessions', ...options });

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
 * Get WebAuthn credential request options for 2FA
 *
 * Returns the WebAuthn credential request options, that can be
 * processed using `parseRequestOptionsFromJSON()` on the frontend. The
 * user verification requirement is controlled by
 * `MFA_WEBAUTHN_USER_VERIFICATION`.
 *
 */
export const getSecondFactorPasskeyOptions = <ThrowOnError extends boolean = true>(options?: Options<GetSecondFactorPasskeyOptionsData, ThrowOnError>): RequestResult<GetSecondFactorPasskeyOptionsResponses, unknown, ThrowOnError> => (options?.client ?? client).get<GetSecondFactorPasskeyOptionsResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/auth/webauthn/authenticate', ...options });

/**
 * Perform 2FA using WebAuthn
 *
 * Perform Two-Factor Authentication using a WebAuthn credential.
 *
 */
export const signInWithSecondFactorPasskey = <ThrowOnError extends boolean = true>(options: Options<SignInWithSecondFactorPasskeyData, ThrowOnError>): RequestResult<SignInWithSecondFactorPasskeyResponses, unknown, ThrowOnError> => (options.client ?? client).post<SignInWithSecondFactorPasskeyResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/auth/webauthn/authenticate',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Get WebAuthn credential request options for login
 *
 * Returns the WebAuthn credential request options, that can be
 * processed using `parseRequestOptionsFromJSON()` on the frontend.
 * Passkey login always requires user verification.
 *
 */
export const getSignInPasskeyOptions = <ThrowOnError extends boolean = true>(options?: Options<GetSignInPasskeyOptionsData, ThrowOnError>): RequestResult<GetSignInPasskeyOptionsResponses, unknown, ThrowOnError> => (options?.client ?? client).get<GetSignInPasskeyOptionsResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/auth/webauthn/login', ...options });

/**
 * Login using WebAuthn
 *
 * Login using a WebAuthn credential (Passkey). Both 200 and 401 can be
 * expected after a successful request.  The 401 can, for example, occur
 * when the credential passed was valid, but the email attached to the
 * account still requires verification.
 *
 */
export const signInWithPasskey = <ThrowOnError extends boolean = true>(options: Options<SignInWithPasskeyData, ThrowOnError>): RequestResult<SignInWithPasskeyResponses, unknown, ThrowOnError> => (options.client ?? client).post<SignInWithPasskeyResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/auth/webauthn/login',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Get WebAuthn credential request options for reauthentication
 *
 * Returns the WebAuthn credential request options, that can be
 * processed using `parseRequestOptionsFromJSON()` on the frontend. The
 * user verification requirement is controlled by
 * `MFA_WEBAUTHN_USER_VERIFICATION`.
 *
 */
export const getReauthenticationPasskeyOptions = <ThrowOnError extends boolean = true>(options?: Options<GetReauthenticationPasskeyOptionsData, ThrowOnError>): RequestResult<GetReauthenticationPasskeyOptionsResponses, unknown, ThrowOnError> => (options?.client ?? client).get<GetReauthenticationPasskeyOptionsResponses, unknown, ThrowOnError>({ url: '/api/auth/browser/v1/auth/webauthn/reauthenticate', ...options });

/**
 * Reauthenticate using WebAuthn
 *
 * Reauthenticate the user using a WebAuthn credential.
 *
 */
export const reauthenticateWithPasskey = <ThrowOnError extends boolean = true>(options: Options<ReauthenticateWithPasskeyData, ThrowOnError>): RequestResult<ReauthenticateWithPasskeyResponses, unknown, ThrowOnError> => (options.client ?? client).post<ReauthenticateWithPasskeyResponses, unknown, ThrowOnError>({
    url: '/api/auth/browser/v1/auth/webauthn/reauthenticate',
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
