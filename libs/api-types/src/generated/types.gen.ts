// Generated from the API’s OpenAPI document by `npx nx run api-types:generate`. Do not edit.

export type ClientOptions = {
    baseUrl: string;
};

/**
 * Configuration of the Django `allauth.account` app.
 *
 */
export type AccountConfiguration = {
    email_verification_by_code_enabled: boolean;
    is_open_for_signup: boolean;
    login_by_code_enabled: boolean;
    login_methods?: Array<'email' | 'username'>;
    password_reset_by_code_enabled?: boolean;
};

export type Authenticated = {
    /**
     * A list of methods used to authenticate.
     *
     */
    methods: Array<AuthenticationMethod>;
    user: User;
};

export type AuthenticatedMeta = BaseAuthenticationMeta & {
    is_authenticated: true;
};

export type AuthenticatedResponse = {
    data: Authenticated;
    meta: AuthenticationMeta;
    status: StatusOk;
};

export type AuthenticationMeta = BaseAuthenticationMeta & {
    is_authenticated: boolean | null;
};

export type AuthenticationMethod = {
    at: Timestamp;
    email?: Email;
    method: 'password';
    username?: Username;
} | {
    at: Timestamp;
    email: Email;
    method: 'password_reset';
} | {
    at: Timestamp;
    email: Email;
    method: 'code';
    reauthenticated?: true;
} | {
    at: Timestamp;
    method: 'code';
    phone: Phone;
    reauthenticated?: true;
} | {
    at: Timestamp;
    method: 'password';
    reauthenticated?: true;
} | {
    at: Timestamp;
    method: 'socialaccount';
    provider: ProviderId;
    uid: ProviderAccountId;
} | {
    at: Timestamp;
    method: 'mfa';
    reauthenticated?: boolean;
    type: AuthenticatorType;
};

/**
 * An authentication related response.
 *
 */
export type AuthenticationResponse = {
    data: {
        flows: Array<Flow>;
    };
    meta: AuthenticationMeta;
    status: 401;
};

/**
 * An authenticator code.
 *
 */
export type AuthenticatorCode = string;

/**
 * Authenticator ID.
 *
 */
export type AuthenticatorId = number;

export type AuthenticatorList = Array<TotpAuthenticator | RecoveryCodesAuthenticator | WebAuthnAuthenticator>;

/**
 * The type of authenticator.
 *
 */
export type AuthenticatorType = 'recovery_codes' | 'totp' | 'webauthn';

export type BaseAuthenticationMeta = {
    /**
     * The access token (`app` clients only).
     *
     */
    access_token?: string;
    /**
     * The session token (`app` clients only).
     *
     */
    session_token?: string;
};

export type BaseAuthenticator = {
    created_at: Timestamp;
    last_used_at: OptionalTimestamp;
};

export type BaseSignup = {
    email: Email;
};

export type ConfigurationResponse = {
    data: {
        account: AccountConfiguration;
        mfa?: MfaConfiguration;
        socialaccount?: SocialAccountConfiguration;
        usersessions?: UserSessionsConfiguration;
    };
    status: StatusOk;
};

export type ConflictResponse = {
    status: 409;
};

/**
 * CurrentDataExport
 */
export type CurrentDataExport = {
    export: DataExport | null;
};

/**
 * CurrentSession
 */
export type CurrentSession = {
    user: CurrentUser | null;
};

/**
 * CurrentUser
 */
export type CurrentUser = {
    /**
     * Date Joined
     */
    date_joined: string;
    /**
     * Email
     */
    email: string;
    /**
     * Has Password
     *
     * False for a user who signs in through a provider only.
     */
    has_password: boolean;
    /**
     * Id
     */
    id: number;
};

/**
 * DataExport
 */
export type DataExport = {
    /**
     * Created At
     */
    created_at: string;
    /**
     * Expires At
     *
     * The file is deleted at this time.
     */
    expires_at: string;
    /**
     * Size
     *
     * Bytes of the file; null until it is ready.
     */
    size: number | null;
    /**
     * Status
     */
    status: 'pending' | 'ready' | 'failed' | 'too_large';
};

/**
 * DatabaseCheck
 */
export type DatabaseCheck = {
    /**
     * Duration Ms
     *
     * Duration of one query; null if it failed.
     */
    duration_ms: number | null;
    /**
     * Ok
     */
    ok: boolean;
};

/**
 * DatabaseHop
 */
export type DatabaseHop = {
    /**
     * Duration Ms
     *
     * Duration of one query; null if it failed.
     */
    duration_ms: number | null;
    /**
     * Engine
     *
     * `sqlite` or `postgresql`.
     */
    engine: string;
    /**
     * Ok
     */
    ok: boolean;
};

/**
 * DjangoHop
 */
export type DjangoHop = {
    /**
     * Duration Ms
     *
     * Time from the arrival of the request to this response.
     */
    duration_ms: number;
    /**
     * Ok
     */
    ok: boolean;
};

/**
 * The email address.
 *
 */
export type Email = string;

export type EmailAddress = {
    email: Email;
    primary: boolean;
    verified: boolean;
};

export type EmailVerificationInfo = {
    data: {
        email: Email;
        user: User;
    };
    meta: {
        is_authenticating: boolean;
    };
    status: StatusOk;
};

export type EndSessions = {
    /**
     * The IDs of the sessions that are to be ended.
     *
     */
    sessions: Array<number>;
};

export type ErrorResponse = {
    errors?: Array<{
        /**
         * An error code.
         *
         */
        code: string;
        /**
         * A human readable error message.
         *
         */
        message: string;
        /**
         * The name of the input parameter that was incorrect.
         *
         */
        param?: string;
    }>;
    status?: 400;
};

/**
 * FieldError
 */
export type FieldError = {
    /**
     * Code
     *
     * Machine-readable name of the rule that failed.
     */
    code: string;
    /**
     * Field
     *
     * Name of the field. Nested names are joined with dots.
     */
    field: string;
    /**
     * Message
     *
     * Explanation for the user.
     */
    message: string;
};

export type Flow = {
    id: 'login' | 'login_by_code' | 'mfa_authenticate' | 'mfa_login_webauthn' | 'mfa_reauthenticate' | 'mfa_signup_webauthn' | 'mfa_trust' | 'password_reset_by_code' | 'provider_redirect' | 'provider_signup' | 'provider_token' | 'reauthenticate' | 'reauthenticate_by_code' | 'signup' | 'verify_email' | 'verify_phone';
    is_pending?: boolean;
    provider?: Provider;
    /**
     * Verified destinations that can receive a reauthentication code.
     *
     */
    recipients?: Array<ReauthenticationCodeRecipient>;
    /**
     * Matches `settings.MFA_SUPPORTED_TYPES`.
     */
    types?: Array<AuthenticatorType>;
};

export type ForbiddenResponse = {
    status: 403;
};

/**
 * GunicornHop
 */
export type GunicornHop = {
    /**
     * Ok
     *
     * False for Django's development server.
     */
    ok: boolean;
    /**
     * Server
     *
     * Name of the server software, without version.
     */
    server: string;
};

/**
 * Hops
 *
 * The parts of the stack behind Nginx that handled this request.
 */
export type Hops = {
    database: DatabaseHop;
    django: DjangoHop;
    gunicorn: GunicornHop;
};

/**
 * Live
 */
export type Live = {
    checks: LiveChecks;
    /**
     * Request Id
     */
    request_id: string;
    /**
     * Status
     */
    status: 'ok';
};

/**
 * LiveChecks
 */
export type LiveChecks = {
    process: ProcessCheck;
};

export type Login = {
    password: Password;
} & ({
    username: Username;
} | {
    email: Email;
} | {
    phone: Phone;
});

export type MfaAuthenticate = {
    code: AuthenticatorCode;
};

/**
 * Configuration of the Django `allauth.mfa` app.
 *
 */
export type MfaConfiguration = {
    /**
     * Matches `settings.MFA_SUPPORTED_TYPES`.
     *
     */
    supported_types: Array<AuthenticatorType>;
};

export type MfaTrust = {
    trust: boolean;
};

/**
 * MigrationsCheck
 */
export type MigrationsCheck = {
    /**
     * Ok
     */
    ok: boolean;
    /**
     * Pending
     *
     * Number of missing migrations; null if unknown.
     */
    pending: number | null;
};

/**
 * Note
 */
export type Note = {
    /**
     * Body
     */
    body: string;
    /**
     * Created At
     */
    created_at: string;
    /**
     * Id
     */
    id: string;
    /**
     * Title
     */
    title: string;
    /**
     * Updated At
     */
    updated_at: string;
    /**
     * Version
     */
    version: number;
};

/**
 * NoteConflict
 *
 * The note was changed after the edited version was read. Nothing was saved.
 */
export type NoteConflict = {
    /**
     * The note as it is stored now.
     */
    current: Note;
    /**
     * Detail
     *
     * Explanation for the user.
     */
    detail: string;
    /**
     * Request Id
     *
     * Identifies this request in the logs.
     */
    request_id: string;
    /**
     * Status
     *
     * HTTP status code.
     */
    status: number;
    /**
     * Title
     *
     * Short name of the problem type.
     */
    title: string;
    /**
     * Type
     *
     * URI of the problem type, or `about:blank` if the status says it all.
     */
    type: string;
};

/**
 * NoteCreate
 */
export type NoteCreate = {
    /**
     * Body
     */
    body?: string;
    /**
     * Title
     */
    title: string;
};

/**
 * NotePage
 */
export type NotePage = {
    /**
     * Has Next
     *
     * Whether another page follows.
     */
    has_next: boolean;
    /**
     * Items
     */
    items: Array<Note>;
    /**
     * Page
     */
    page: number;
    /**
     * Page Size
     */
    page_size: number;
    /**
     * Total
     *
     * Number of items on all pages; null above 1000.
     */
    total: number | null;
};

/**
 * NoteQuery
 */
export type NoteQuery = {
    /**
     * Page
     */
    page?: number;
    /**
     * Page Size
     */
    page_size?: number;
    /**
     * Search
     *
     * Return only items that contain every word, ignoring case and accents.
     */
    search?: string;
    /**
     * Sort
     *
     * Field to sort by; a minus sorts descending.
     */
    sort?: '-updated_at' | 'updated_at' | '-created_at' | 'created_at' | 'title' | '-title';
};

/**
 * NoteUpdate
 */
export type NoteUpdate = {
    /**
     * Body
     */
    body: string;
    /**
     * Title
     */
    title: string;
    /**
     * Version
     *
     * The version that was edited.
     */
    version: number;
};

export type OptionalTimestamp = Timestamp;

/**
 * The password.
 *
 */
export type Password = string;

/**
 * The phone number.
 *
 */
export type Phone = string;

/**
 * Problem
 */
export type Problem = {
    /**
     * Detail
     *
     * Explanation for the user.
     */
    detail: string;
    /**
     * Request Id
     *
     * Identifies this request in the logs.
     */
    request_id: string;
    /**
     * Status
     *
     * HTTP status code.
     */
    status: number;
    /**
     * Title
     *
     * Short name of the problem type.
     */
    title: string;
    /**
     * Type
     *
     * URI of the problem type, or `about:blank` if the status says it all.
     */
    type: string;
};

/**
 * The process to be executed when the user successfully
 * authenticates. When set to `login`, the user will be logged into the
 * account to which the provider account is connected, or if no such
 * account exists, a signup will occur. If set to `connect`, the provider
 * account will be connected to the list of provider accounts for the
 * currently authenticated user.
 *
 */
export type Process = 'login' | 'connect';

/**
 * ProcessCheck
 */
export type ProcessCheck = {
    /**
     * Ok
     */
    ok: boolean;
};

export type Provider = {
    /**
     * The client ID (in case of OAuth2 or OpenID Connect based providers)
     *
     */
    client_id?: string;
    /**
     * The authentication flows the provider integration supports.
     *
     */
    flows: Array<'provider_redirect' | 'provider_token'>;
    /**
     * The provider ID.
     *
     */
    id: string;
    /**
     * The name of the provider.
     *
     */
    name: string;
    /**
     * The OIDC discovery or well-known URL (in case of OAuth2 or OpenID Connect based providers)
     *
     */
    openid_configuration_url?: string;
};

export type ProviderAccount = {
    /**
     * A name derived from the third-party provider account data.
     *
     */
    display: string;
    provider: Provider;
    uid: ProviderAccountId;
};

/**
 * The provider specific account ID.
 *
 */
export type ProviderAccountId = string;

/**
 * The provider ID.
 *
 */
export type ProviderId = string;

export type ProviderList = Array<Provider>;

export type ProviderRedirect = {
    /**
     * The URL to return to after the redirect flow is complete.
     *
     * Note that this is not to be mistaken with the callback URL that you
     * configure over at the OAuth provider during the OAuth app/client
     * setup. The flow is as follows:
     *
     * 1. Your frontend redirects to the headless provider redirect
     * endpoint in a synchronous (non-XHR) manner, informing allauth
     * (by means of `callback_url`) where to redirect to after the
     * provider handshake is completed.
     *
     * 2. Headless will redirect to the (OAuth) identity provider to
     * initiate the handshake, passing along a different callback URL
     * to the provider: one that points to an allauth backend URL.
     * This is the URL that you need to have setup at your OAuth
     * app/client configuration. Note that this must be a backend URL
     * as providers can use POST requests to perform their callbacks,
     * which is something a frontend would not be able to handle.
     *
     * 3. After the authorization at the provider is completed, the
     * provider redirects to the *backend* allauth callback URL, which
     * will then redirect back to the *frontend* callback URL.
     *
     * 4. Your frontend is now expected to fetch the current session to
     * determine what the next course of action is. The user could be
     * authenticated at this point, or another flow is pending
     * (e.g. email verification, or, provider signup). In case of
     * errors a `?error=` is passed to the frontend callback URL.
     *
     */
    callback_url: string;
    process: Process;
    provider: ProviderId;
};

/**
 * Ready
 */
export type Ready = {
    checks: ReadyChecks;
    /**
     * Request Id
     */
    request_id: string;
    /**
     * Status
     */
    status: 'ok' | 'unavailable';
};

/**
 * ReadyChecks
 */
export type ReadyChecks = {
    database: DatabaseCheck;
    migrations: MigrationsCheck;
};

export type Reauthenticate = {
    password: Password;
};

export type ReauthenticationCodeRecipient = {
    email: Email;
} | {
    phone: Phone;
};

export type ReauthenticationRequired = {
    flows: Array<Flow>;
    /**
     * A list of methods used to authenticate.
     *
     */
    methods: Array<AuthenticationMethod>;
    user: User;
};

/**
 * A response indicating reauthentication is required.
 *
 */
export type ReauthenticationResponse = {
    data: ReauthenticationRequired;
    meta: AuthenticatedMeta;
    status: 401;
};

export type RecoveryCodesAuthenticator = BaseAuthenticator & {
    /**
     * The total number of recovery codes that initially were available.
     *
     */
    total_code_count: number;
    /**
     * The authenticator type.
     *
     */
    type: 'recovery_codes';
    /**
     * The number of recovery codes that are unused.
     *
     */
    unused_code_count: number;
};

export type RequestPassword = {
    email: Email;
};

export type ResetPassword = {
    /**
     * The password reset key
     */
    key: string;
    password: Password;
};

export type SensitiveRecoveryCodesAuthenticator = RecoveryCodesAuthenticator & {
    /**
     * The list of unused codes.
     *
     */
    unused_codes: Array<AuthenticatorCode>;
};

export type Session = {
    created_at: Timestamp;
    id: number;
    ip: string;
    is_current: boolean;
    last_seen_at?: Timestamp;
    user_agent: string;
};

/**
 * SessionFacts
 */
export type SessionFacts = {
    /**
     * Authenticated
     */
    authenticated: boolean;
};

export type Signup = BaseSignup & {
    password: Password;
};

/**
 * Configuration of the Django `allauth.socialaccount` app.
 *
 */
export type SocialAccountConfiguration = {
    providers: ProviderList;
};

export type StatusOk = 200;

/**
 * System
 */
export type System = {
    /**
     * Client Scheme Host
     *
     * Scheme and host of the request, as Django sees them.
     */
    client_scheme_host: string;
    hops: Hops;
    /**
     * Request Id
     */
    request_id: string;
    /**
     * Server Time
     */
    server_time: string;
    session: SessionFacts;
    /**
     * Version
     */
    version: string;
    versions: Versions | null;
};

export type TotpAuthenticator = BaseAuthenticator & {
    type: 'totp';
};

/**
 * An epoch based timestamp (trivial to parse using: `new Date(value)*1000`)
 *
 */
export type Timestamp = number;

export type User = {
    /**
     * The display name for the user.
     */
    display: string;
    /**
     * The email address.
     */
    email?: string;
    /**
     * Whether or not the account has a password set.
     */
    has_usable_password: boolean;
    /**
     * The user ID.
     */
    id?: number;
};

/**
 * Configuration of the Django `allauth.usersessions` app.
 *
 */
export type UserSessionsConfiguration = {
    /**
     * Matches `settings.USERSESSIONS_TRACK_ACTIVITY`.
     *
     */
    track_activity: boolean;
};

/**
 * The username.
 *
 */
export type Username = string;

/**
 * ValidationProblem
 *
 * One or more fields were rejected. Nothing was saved.
 */
export type ValidationProblem = {
    /**
     * Detail
     *
     * Explanation for the user.
     */
    detail: string;
    /**
     * Errors
     */
    errors: Array<FieldError>;
    /**
     * Request Id
     *
     * Identifies this request in the logs.
     */
    request_id: string;
    /**
     * Status
     *
     * HTTP status code.
     */
    status: number;
    /**
     * Title
     *
     * Short name of the problem type.
     */
    title: string;
    /**
     * Type
     *
     * URI of the problem type, or `about:blank` if the status says it all.
     */
    type: string;
};

export type VerifyEmail = {
    /**
     * The email verification key
     */
    key: string;
};

/**
 * Versions
 */
export type Versions = {
    /**
     * Database
     */
    database: string;
    /**
     * Django
     */
    django: string;
    /**
     * Gunicorn
     */
    gunicorn: string;
    /**
     * Python
     */
    python: string;
};

export type WebAuthnAuthenticator = BaseAuthenticator & {
    id: AuthenticatorId;
    /**
     * Whether or not this authenticator represents a passkey. Absent if it is not specified.
     *
     */
    is_passwordless?: boolean;
    name: string;
    type: 'webauthn';
};

export type WebAuthnCredential = {
    [key: string]: unknown;
};

export type WebAuthnCredentialCreationOptions = {
    creation_options: {
        [key: string]: unknown;
    };
};

export type WebAuthnCredentialRequestOptions = {
    request_options: {
        [key: string]: unknown;
    };
};

/**
 * The email verification key
 */
export type EmailVerificationKey = string;

/**
 * When present (regardless of its value), enables passwordless sign-in via a WebAuthn credential (Passkey),
 * which requires PIN, biometric, or equivalent user verification. Omit the parameter to disable.
 *
 */
export type PasswordLess = boolean;

/**
 * The password reset key
 */
export type PasswordResetKey = string;

export type AddWebAuthnAuthenticator = {
    credential: WebAuthnCredential;
    name?: string;
};

/**
 * Authenticate using WebAuthn.
 */
export type AuthenticateWebAuthn = {
    credential: WebAuthnCredential;
};

export type ChangePassword = {
    current_password?: Password;
    /**
     * The current password.
     *
     */
    new_password: string;
};

export type DeleteWebAuthn = {
    /**
     * The IDs of the authenticator that are to be deleted.
     *
     */
    authenticators: Array<AuthenticatorId>;
};

export type Email2 = {
    email: Email;
};

export type EndSessions2 = EndSessions;

/**
 * Login.
 */
export type Login2 = Login;

/**
 * Login using WebAuthn.
 */
export type LoginWebAuthn = {
    credential: WebAuthnCredential;
};

export type MfaAuthenticate2 = MfaAuthenticate;

export type MfaTrust2 = MfaTrust;

export type MarkPrimaryEmail = {
    /**
     * An email address.
     *
     */
    email: string;
    /**
     * Primary flag.
     *
     */
    primary: true;
};

export type ProviderAccount2 = {
    account: ProviderAccountId;
    provider: ProviderId;
};

/**
 * Initiate the provider redirect flow.
 *
 */
export type ProviderRedirect2 = ProviderRedirect;

/**
 * Reauthenticate.
 */
export type Reauthenticate2 = Reauthenticate;

/**
 * Reauthenticate using WebAuthn.
 */
export type ReauthenticateWebAuthn = {
    credential: WebAuthnCredential;
};

/**
 * Request password.
 */
export type RequestPassword2 = RequestPassword;

export type ResetPassword2 = ResetPassword;

export type SetupTotp = {
    code: AuthenticatorCode;
};

/**
 * Signup
 */
export type Signup2 = Signup;

export type UpdateWebAuthn = {
    id?: AuthenticatorId;
    name?: string;
};

export type VerifyEmail2 = VerifyEmail;

export type DeleteAccountData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/account';
};

export type DeleteAccountResponses = {
    /**
     * No Content
     */
    204: void;
};

export type DeleteAccountResponse = DeleteAccountResponses[keyof DeleteAccountResponses];

export type GetDataExportData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/account/export';
};

export type GetDataExportResponses = {
    /**
     * OK
     */
    200: CurrentDataExport;
};

export type GetDataExportResponse = GetDataExportResponses[keyof GetDataExportResponses];

export type RequestDataExportData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/account/export';
};

export type RequestDataExportResponses = {
    /**
     * Accepted
     */
    202: CurrentDataExport;
};

export type RequestDataExportResponse = RequestDataExportResponses[keyof RequestDataExportResponses];

export type DownloadDataExportData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/account/export/file';
};

export type DownloadDataExportResponses = {
    /**
     * OK
     */
    200: Blob | File;
};

export type DownloadDataExportResponse = DownloadDataExportResponses[keyof DownloadDataExportResponses];

export type ListAuthenticatorsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/authenticators';
};

export type ListAuthenticatorsResponses = {
    /**
     * List of authenticators.
     *
     */
    200: {
        data: AuthenticatorList;
        status: StatusOk;
    };
};

export type ListAuthenticatorsResponse = ListAuthenticatorsResponses[keyof ListAuthenticatorsResponses];

export type ListRecoveryCodesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/authenticators/recovery-codes';
};

export type ListRecoveryCodesResponses = {
    /**
     * Information on the recovery codes.
     *
     */
    200: {
        data: SensitiveRecoveryCodesAuthenticator;
        status: StatusOk;
    };
};

export type ListRecoveryCodesResponse = ListRecoveryCodesResponses[keyof ListRecoveryCodesResponses];

export type RegenerateRecoveryCodesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/authenticators/recovery-codes';
};

export type RegenerateRecoveryCodesResponses = {
    /**
     * Information on the recovery codes.
     *
     */
    200: {
        data: SensitiveRecoveryCodesAuthenticator;
        status: StatusOk;
    };
};

export type RegenerateRecoveryCodesResponse = RegenerateRecoveryCodesResponses[keyof RegenerateRecoveryCodesResponses];

export type DeactivateTotpData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/authenticators/totp';
};

export type DeactivateTotpResponses = {
    /**
     * A success response.
     *
     */
    200: {
        status: StatusOk;
    };
};

export type DeactivateTotpResponse = DeactivateTotpResponses[keyof DeactivateTotpResponses];

export type GetTotpData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/authenticators/totp';
};

export type GetTotpResponses = {
    /**
     * Information on the TOTP authenticator.
     *
     */
    200: {
        data: TotpAuthenticator;
        meta?: {
            /**
             * Whether or not recovery codes where generated automatically.
             */
            recovery_codes_generated?: boolean;
        };
        status: StatusOk;
    };
};

export type GetTotpResponse = GetTotpResponses[keyof GetTotpResponses];

export type ActivateTotpData = {
    body?: SetupTotp;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/authenticators/totp';
};

export type ActivateTotpResponses = {
    /**
     * Information on the TOTP authenticator.
     *
     */
    200: {
        data: TotpAuthenticator;
        meta?: {
            /**
             * Whether or not recovery codes where generated automatically.
             */
            recovery_codes_generated?: boolean;
        };
        status: StatusOk;
    };
};

export type ActivateTotpResponse = ActivateTotpResponses[keyof ActivateTotpResponses];

export type DeletePasskeysData = {
    body?: DeleteWebAuthn;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/authenticators/webauthn';
};

export type DeletePasskeysResponses = {
    /**
     * A success response.
     *
     */
    200: {
        status: StatusOk;
    };
};

export type DeletePasskeysResponse = DeletePasskeysResponses[keyof DeletePasskeysResponses];

export type GetPasskeyCreationOptionsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * When present (regardless of its value), enables passwordless sign-in via a WebAuthn credential (Passkey),
         * which requires PIN, biometric, or equivalent user verification. Omit the parameter to disable.
         *
         */
        passwordless?: boolean;
    };
    url: '/api/auth/browser/v1/account/authenticators/webauthn';
};

export type GetPasskeyCreationOptionsResponses = {
    /**
     * WebAuthn credential creation options.
     */
    200: {
        data: WebAuthnCredentialCreationOptions;
        status: StatusOk;
    };
};

export type GetPasskeyCreationOptionsResponse = GetPasskeyCreationOptionsResponses[keyof GetPasskeyCreationOptionsResponses];

export type AddPasskeyData = {
    body?: AddWebAuthnAuthenticator;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/authenticators/webauthn';
};

export type AddPasskeyResponses = {
    /**
     * A WebAuthn authenticator.
     */
    200: {
        data: WebAuthnAuthenticator;
        meta: {
            /**
             * Whether or not recovery codes where generated automatically.
             *
             */
            recovery_codes_generated?: boolean;
        };
        status: StatusOk;
    };
};

export type AddPasskeyResponse = AddPasskeyResponses[keyof AddPasskeyResponses];

export type RenamePasskeyData = {
    body?: UpdateWebAuthn;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/authenticators/webauthn';
};

export type RenamePasskeyResponses = {
    /**
     * A WebAuthn authenticator.
     */
    200: {
        data: WebAuthnAuthenticator;
        status: StatusOk;
    };
};

export type RenamePasskeyResponse = RenamePasskeyResponses[keyof RenamePasskeyResponses];

export type RemoveEmailAddressData = {
    body?: Email2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/email';
};

export type RemoveEmailAddressResponses = {
    /**
     * List of email addresses.
     *
     */
    200: {
        data: Array<EmailAddress>;
        status: StatusOk;
    };
};

export type RemoveEmailAddressResponse = RemoveEmailAddressResponses[keyof RemoveEmailAddressResponses];

export type ListEmailAddressesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/email';
};

export type ListEmailAddressesResponses = {
    /**
     * List of email addresses.
     *
     */
    200: {
        data: Array<EmailAddress>;
        status: StatusOk;
    };
};

export type ListEmailAddressesResponse = ListEmailAddressesResponses[keyof ListEmailAddressesResponses];

export type ChangePrimaryEmailAddressData = {
    body?: MarkPrimaryEmail;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/email';
};

export type ChangePrimaryEmailAddressResponses = {
    /**
     * List of email addresses.
     *
     */
    200: {
        data: Array<EmailAddress>;
        status: StatusOk;
    };
};

export type ChangePrimaryEmailAddressResponse = ChangePrimaryEmailAddressResponses[keyof ChangePrimaryEmailAddressResponses];

export type ChangeEmailAddressData = {
    body?: Email2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/email';
};

export type ChangeEmailAddressResponses = {
    /**
     * List of email addresses.
     *
     */
    200: {
        data: Array<EmailAddress>;
        status: StatusOk;
    };
};

export type ChangeEmailAddressResponse = ChangeEmailAddressResponses[keyof ChangeEmailAddressResponses];

export type RequestEmailVerificationData = {
    body?: Email2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/email';
};

export type RequestEmailVerificationResponses = {
    /**
     * A success response.
     *
     */
    200: {
        status: StatusOk;
    };
};

export type RequestEmailVerificationResponse = RequestEmailVerificationResponses[keyof RequestEmailVerificationResponses];

export type ChangePasswordData = {
    body?: ChangePassword;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/password/change';
};

export type ChangePasswordResponses = {
    /**
     * The user is authenticated.
     */
    200: AuthenticatedResponse;
};

export type ChangePasswordResponse = ChangePasswordResponses[keyof ChangePasswordResponses];

export type DisconnectProviderAccountData = {
    body?: ProviderAccount2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/providers';
};

export type DisconnectProviderAccountResponses = {
    /**
     * List of third-party provider accounts.
     *
     */
    200: {
        data: Array<ProviderAccount>;
        status: StatusOk;
    };
};

export type DisconnectProviderAccountResponse = DisconnectProviderAccountResponses[keyof DisconnectProviderAccountResponses];

export type ListProviderAccountsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/account/providers';
};

export type ListProviderAccountsResponses = {
    /**
     * List of third-party provider accounts.
     *
     */
    200: {
        data: Array<ProviderAccount>;
        status: StatusOk;
    };
};

export type ListProviderAccountsResponse = ListProviderAccountsResponses[keyof ListProviderAccountsResponses];

export type SignInWithSecondFactorData = {
    body: MfaAuthenticate2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/2fa/authenticate';
};

export type SignInWithSecondFactorResponses = {
    /**
     * Authenticated by password and 2FA.
     *
     */
    200: AuthenticatedResponse;
};

export type SignInWithSecondFactorResponse = SignInWithSecondFactorResponses[keyof SignInWithSecondFactorResponses];

export type ReauthenticateWithSecondFactorData = {
    body: MfaAuthenticate2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/2fa/reauthenticate';
};

export type ReauthenticateWithSecondFactorResponses = {
    /**
     * Authenticated by password and 2FA.
     *
     */
    200: AuthenticatedResponse;
};

export type ReauthenticateWithSecondFactorResponse = ReauthenticateWithSecondFactorResponses[keyof ReauthenticateWithSecondFactorResponses];

export type TrustBrowserData = {
    body: MfaTrust2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/2fa/trust';
};

export type TrustBrowserResponses = {
    /**
     * Authenticated by password and 2FA.
     *
     */
    200: AuthenticatedResponse;
};

export type TrustBrowserResponse = TrustBrowserResponses[keyof TrustBrowserResponses];

export type GetEmailVerificationInformationData = {
    body?: never;
    headers: {
        /**
         * The email verification key
         */
        'X-Email-Verification-Key': string;
    };
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/email/verify';
};

export type GetEmailVerificationInformationResponses = {
    /**
     * Email verification information.
     */
    200: EmailVerificationInfo;
};

export type GetEmailVerificationInformationResponse = GetEmailVerificationInformationResponses[keyof GetEmailVerificationInformationResponses];

export type VerifyEmailData = {
    body?: VerifyEmail2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/email/verify';
};

export type VerifyEmailResponses = {
    /**
     * The user is authenticated.
     */
    200: AuthenticatedResponse;
};

export type VerifyEmailResponse = VerifyEmailResponses[keyof VerifyEmailResponses];

export type ResendEmailVerificationCodeData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/email/verify/resend';
};

export type ResendEmailVerificationCodeResponses = {
    /**
     * A success response.
     *
     */
    200: {
        status: StatusOk;
    };
};

export type ResendEmailVerificationCodeResponse = ResendEmailVerificationCodeResponses[keyof ResendEmailVerificationCodeResponses];

export type SignInData = {
    /**
     * Login.
     */
    body: Login2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/login';
};

export type SignInResponses = {
    /**
     * Authenticated by password.
     *
     */
    200: AuthenticatedResponse;
};

export type SignInResponse = SignInResponses[keyof SignInResponses];

export type RequestPasswordResetData = {
    /**
     * Request password.
     */
    body: RequestPassword2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/password/request';
};

export type RequestPasswordResetResponses = {
    /**
     * A success response.
     *
     */
    200: {
        status: StatusOk;
    };
};

export type RequestPasswordResetResponse = RequestPasswordResetResponses[keyof RequestPasswordResetResponses];

export type GetPasswordResetInformationData = {
    body?: never;
    headers: {
        /**
         * The password reset key
         */
        'X-Password-Reset-Key': string;
    };
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/password/reset';
};

export type GetPasswordResetInformationResponses = {
    /**
     * Information about the password reset key.
     */
    200: {
        data: {
            user?: User;
        };
        status: StatusOk;
    };
};

export type GetPasswordResetInformationResponse = GetPasswordResetInformationResponses[keyof GetPasswordResetInformationResponses];

export type ResetPasswordData = {
    body?: ResetPassword2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/password/reset';
};

export type ResetPasswordResponses = {
    /**
     * Authenticated by password.
     *
     */
    200: AuthenticatedResponse;
};

export type ResetPasswordResponse = ResetPasswordResponses[keyof ResetPasswordResponses];

export type RedirectToProviderData = {
    /**
     * Initiate the provider redirect flow.
     *
     */
    body: ProviderRedirect2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/provider/redirect';
};

export type RedirectToProviderResponses = {
    /**
     * The address at the provider.
     */
    200: {
        data: {
            url: string;
        };
    };
};

export type RedirectToProviderResponse = RedirectToProviderResponses[keyof RedirectToProviderResponses];

export type ReauthenticateData = {
    /**
     * Reauthenticate.
     */
    body: Reauthenticate2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/reauthenticate';
};

export type ReauthenticateResponses = {
    /**
     * Authenticated by password.
     *
     */
    200: AuthenticatedResponse;
};

export type ReauthenticateResponse = ReauthenticateResponses[keyof ReauthenticateResponses];

export type SignOutData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/session';
};

export type GetAuthenticationStatusData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/session';
};

export type GetAuthenticationStatusResponses = {
    /**
     * The user is authenticated.
     */
    200: AuthenticatedResponse;
};

export type GetAuthenticationStatusResponse = GetAuthenticationStatusResponses[keyof GetAuthenticationStatusResponses];

export type EndSessionsData = {
    body: EndSessions2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/sessions';
};

export type EndSessionsResponses = {
    /**
     * List of sessions.
     *
     */
    200: {
        data: Array<Session>;
        status: StatusOk;
    };
};

export type EndSessionsResponse = EndSessionsResponses[keyof EndSessionsResponses];

export type ListSessionsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/sessions';
};

export type ListSessionsResponses = {
    /**
     * List of sessions.
     *
     */
    200: {
        data: Array<Session>;
        status: StatusOk;
    };
};

export type ListSessionsResponse = ListSessionsResponses[keyof ListSessionsResponses];

export type SignUpData = {
    /**
     * Signup
     */
    body: Signup2;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/signup';
};

export type SignUpResponses = {
    /**
     * Authenticated by password.
     *
     */
    200: AuthenticatedResponse;
};

export type SignUpResponse = SignUpResponses[keyof SignUpResponses];

export type GetSecondFactorPasskeyOptionsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/webauthn/authenticate';
};

export type GetSecondFactorPasskeyOptionsResponses = {
    /**
     * WebAuthn credential request options.
     */
    200: {
        data: WebAuthnCredentialRequestOptions;
        status: StatusOk;
    };
};

export type GetSecondFactorPasskeyOptionsResponse = GetSecondFactorPasskeyOptionsResponses[keyof GetSecondFactorPasskeyOptionsResponses];

export type SignInWithSecondFactorPasskeyData = {
    /**
     * Authenticate using WebAuthn.
     */
    body: AuthenticateWebAuthn;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/webauthn/authenticate';
};

export type SignInWithSecondFactorPasskeyResponses = {
    /**
     * The user is authenticated.
     */
    200: AuthenticatedResponse;
};

export type SignInWithSecondFactorPasskeyResponse = SignInWithSecondFactorPasskeyResponses[keyof SignInWithSecondFactorPasskeyResponses];

export type GetSignInPasskeyOptionsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/webauthn/login';
};

export type GetSignInPasskeyOptionsResponses = {
    /**
     * WebAuthn credential request options.
     */
    200: {
        data: WebAuthnCredentialRequestOptions;
        status: StatusOk;
    };
};

export type GetSignInPasskeyOptionsResponse = GetSignInPasskeyOptionsResponses[keyof GetSignInPasskeyOptionsResponses];

export type SignInWithPasskeyData = {
    /**
     * Login using WebAuthn.
     */
    body: LoginWebAuthn;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/webauthn/login';
};

export type SignInWithPasskeyResponses = {
    /**
     * The user is authenticated.
     */
    200: AuthenticatedResponse;
};

export type SignInWithPasskeyResponse = SignInWithPasskeyResponses[keyof SignInWithPasskeyResponses];

export type GetReauthenticationPasskeyOptionsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/webauthn/reauthenticate';
};

export type GetReauthenticationPasskeyOptionsResponses = {
    /**
     * WebAuthn credential request options.
     */
    200: {
        data: WebAuthnCredentialRequestOptions;
        status: StatusOk;
    };
};

export type GetReauthenticationPasskeyOptionsResponse = GetReauthenticationPasskeyOptionsResponses[keyof GetReauthenticationPasskeyOptionsResponses];

export type ReauthenticateWithPasskeyData = {
    /**
     * Reauthenticate using WebAuthn.
     */
    body: ReauthenticateWebAuthn;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/auth/webauthn/reauthenticate';
};

export type ReauthenticateWithPasskeyResponses = {
    /**
     * The user is authenticated.
     */
    200: AuthenticatedResponse;
};

export type ReauthenticateWithPasskeyResponse = ReauthenticateWithPasskeyResponses[keyof ReauthenticateWithPasskeyResponses];

export type GetAuthConfigurationData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/auth/browser/v1/config';
};

export type GetAuthConfigurationResponses = {
    /**
     * The django-allauth configuration.
     *
     */
    200: ConfigurationResponse;
};

export type GetAuthConfigurationResponse = GetAuthConfigurationResponses[keyof GetAuthConfigurationResponses];

export type GetLivenessData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/livez';
};

export type GetLivenessResponses = {
    /**
     * OK
     */
    200: Live;
};

export type GetLivenessResponse = GetLivenessResponses[keyof GetLivenessResponses];

export type ListNotesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Search
         *
         * Return only items that contain every word, ignoring case and accents.
         */
        search?: string;
        /**
         * Page
         */
        page?: number;
        /**
         * Page Size
         */
        page_size?: number;
        /**
         * Sort
         *
         * Field to sort by; a minus sorts descending.
         */
        sort?: '-updated_at' | 'updated_at' | '-created_at' | 'created_at' | 'title' | '-title';
    };
    url: '/api/notes';
};

export type ListNotesResponses = {
    /**
     * OK
     */
    200: NotePage;
};

export type ListNotesResponse = ListNotesResponses[keyof ListNotesResponses];

export type CreateNoteData = {
    body: NoteCreate;
    path?: never;
    query?: never;
    url: '/api/notes';
};

export type CreateNoteResponses = {
    /**
     * Created
     */
    201: Note;
};

export type CreateNoteResponse = CreateNoteResponses[keyof CreateNoteResponses];

export type DeleteNoteData = {
    body?: never;
    path: {
        /**
         * Note Id
         */
        note_id: string;
    };
    query?: never;
    url: '/api/notes/{note_id}';
};

export type DeleteNoteResponses = {
    /**
     * No Content
     */
    204: void;
};

export type DeleteNoteResponse = DeleteNoteResponses[keyof DeleteNoteResponses];

export type GetNoteData = {
    body?: never;
    path: {
        /**
         * Note Id
         */
        note_id: string;
    };
    query?: never;
    url: '/api/notes/{note_id}';
};

export type GetNoteResponses = {
    /**
     * OK
     */
    200: Note;
};

export type GetNoteResponse = GetNoteResponses[keyof GetNoteResponses];

export type UpdateNoteData = {
    body: NoteUpdate;
    path: {
        /**
         * Note Id
         */
        note_id: string;
    };
    query?: never;
    url: '/api/notes/{note_id}';
};

export type UpdateNoteResponses = {
    /**
     * OK
     */
    200: Note;
};

export type UpdateNoteResponse = UpdateNoteResponses[keyof UpdateNoteResponses];

export type GetReadinessData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/readyz';
};

export type GetReadinessResponses = {
    /**
     * OK
     */
    200: Ready;
};

export type GetReadinessResponse = GetReadinessResponses[keyof GetReadinessResponses];

export type GetSessionData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/session';
};

export type GetSessionResponses = {
    /**
     * OK
     */
    200: CurrentSession;
};

export type GetSessionResponse = GetSessionResponses[keyof GetSessionResponses];

export type GetSystemData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/system';
};

export type GetSystemResponses = {
    /**
     * OK
     */
    200: System;
};

export type GetSystemResponse = GetSystemResponses[keyof GetSystemResponses];
