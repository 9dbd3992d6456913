// Generated from the API's OpenAPI document by `npx nx run api-types:generate`. Never edited.

export interface paths {
    "/api/auth/browser/v1/account/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change password
         * @description In order to change the password of an account, the current and new
         *     password must be provider.  However, accounts that were created by
         *     signing up using a third-party provider do not have a password set. In
         *     that case, the current password is not required.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: components["requestBodies"]["ChangePassword"];
            responses: {
                400: components["responses"]["Error"];
                401: components["responses"]["Authentication"];
                /** @description Too Many Requests */
                429: {
                    headers: {
                        /** @description Seconds until the next try. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/browser/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Login
         * @description Login using a username-password or email-password combination.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: components["requestBodies"]["Login"];
            responses: {
                200: components["responses"]["AuthenticatedByPassword"];
                /** @description An input error occurred. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorResponse"];
                    };
                };
                /** @description Not authenticated. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuthenticationResponse"];
                    };
                };
                /** @description Conflict. For example, when logging in when a user is already logged in. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConflictResponse"];
                    };
                };
                /** @description Too Many Requests */
                429: {
                    headers: {
                        /** @description Seconds until the next try. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/browser/v1/auth/reauthenticate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reauthenticate
         * @description In order to safeguard the account, some actions require the user to be
         *     recently authenticated.  If you try to perform such an action without
         *     having been recently authenticated, a `401` status is returned, listing
         *     flows that can be performed to reauthenticate. One such flow is the flow
         *     with ID `reauthenticate`, which allows for the user to input the
         *     password. This is the endpoint related towards that flow.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: components["requestBodies"]["Reauthenticate"];
            responses: {
                200: components["responses"]["AuthenticatedByPassword"];
                /** @description An input error occurred. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorResponse"];
                    };
                };
                /** @description Too Many Requests */
                429: {
                    headers: {
                        /** @description Seconds until the next try. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/browser/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get authentication status
         * @description Retrieve information about the authentication status for the current
         *     session.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: components["responses"]["Authenticated"];
                401: components["responses"]["Authentication"];
                410: components["responses"]["SessionGone"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Logout
         * @description Logs out the user from the current session.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                401: components["responses"]["Unauthenticated"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/browser/v1/auth/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signup
         * @description Whether or not `username`, `email`, `phone` or combination of those are
         *     required depends on the configuration of django-allauth. Additionally,
         *     if a custom signup form is used there may be other custom properties
         *     required.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: components["requestBodies"]["Signup"];
            responses: {
                200: components["responses"]["AuthenticatedByPassword"];
                /** @description An input error occurred. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorResponse"];
                    };
                };
                /** @description Not authenticated. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuthenticationResponse"];
                    };
                };
                /** @description Forbidden. For example, when signup is closed. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ForbiddenResponse"];
                    };
                };
                /** @description Conflict. For example, when signing up while user is logged in. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConflictResponse"];
                    };
                };
                /** @description Too Many Requests */
                429: {
                    headers: {
                        /** @description Seconds until the next try. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/browser/v1/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get configuration
         * @description There are many configuration options that alter the functionality
         *     and behavior of django-allauth, some of which can also impact the
         *     frontend. Therefore, relevant configuration options are exposed via
         *     this endpoint. The data returned is not user/authentication
         *     dependent. Hence, it suffices to only fetch this data once at boot
         *     time of your application.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: components["responses"]["Configuration"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Does the process answer?
         * @description Touches nothing: a process that can't reach its database is no reason to restart it.
         */
        get: operations["livez"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List one's notes
         * @description A page of the person's notes, searched and sorted.
         */
        get: operations["listNotes"];
        put?: never;
        /**
         * Create a note
         * @description Save a new note.
         */
        post: operations["createNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notes/{note_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a note
         * @description One note of the person's own.
         */
        get: operations["getNote"];
        /**
         * Edit a note
         * @description Save an edit; 409 with the stored note when it was changed meanwhile.
         */
        put: operations["updateNote"];
        post?: never;
        /**
         * Delete a note
         * @description Delete a note for good.
         */
        delete: operations["deleteNote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can requests be answered?
         * @description Asks the database, and looks for missing migrations.
         */
        get: operations["readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Facts for the system page
         * @description How this request came here. Versions are for people who are signed in alone.
         */
        get: operations["getSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Configuration of the Django `allauth.account` app. */
        AccountConfiguration: {
            email_verification_by_code_enabled: boolean;
            is_open_for_signup: boolean;
            login_by_code_enabled: boolean;
            login_methods?: ("email" | "username")[];
            password_reset_by_code_enabled?: boolean;
        };
        Authenticated: {
            /** @description A list of methods used to authenticate. */
            methods: components["schemas"]["AuthenticationMethod"][];
            user: components["schemas"]["User"];
        };
        AuthenticatedResponse: {
            data: components["schemas"]["Authenticated"];
            meta: components["schemas"]["AuthenticationMeta"];
            status: components["schemas"]["StatusOK"];
        };
        AuthenticationMeta: components["schemas"]["BaseAuthenticationMeta"] & {
            is_authenticated: boolean;
        };
        AuthenticationMethod: {
            at: components["schemas"]["Timestamp"];
            email?: components["schemas"]["Email"];
            /** @enum {string} */
            method: "password";
            username?: components["schemas"]["Username"];
        } | {
            at: components["schemas"]["Timestamp"];
            email: components["schemas"]["Email"];
            /** @enum {string} */
            method: "password_reset";
        } | {
            at: components["schemas"]["Timestamp"];
            email: components["schemas"]["Email"];
            /** @enum {string} */
            method: "code";
        } | {
            at: components["schemas"]["Timestamp"];
            /** @enum {string} */
            method: "code";
            phone: components["schemas"]["Phone"];
        } | {
            at: components["schemas"]["Timestamp"];
            /** @enum {string} */
            method: "password";
            /** @enum {boolean} */
            reauthenticated: true;
        } | {
            at: components["schemas"]["Timestamp"];
            /** @enum {string} */
            method: "socialaccount";
            provider: components["schemas"]["ProviderID"];
            uid: components["schemas"]["ProviderAccountID"];
        } | {
            at: components["schemas"]["Timestamp"];
            /** @enum {string} */
            method: "mfa";
            reauthenticated?: boolean;
            type: components["schemas"]["AuthenticatorType"];
        };
        /** @description An authentication related response. */
        AuthenticationResponse: {
            data: {
                flows: components["schemas"]["Flow"][];
            };
            meta: components["schemas"]["AuthenticationMeta"];
            /** @enum {integer} */
            status: 401;
        };
        /**
         * @description The type of authenticator.
         * @enum {string}
         */
        AuthenticatorType: "recovery_codes" | "totp" | "webauthn";
        BaseAuthenticationMeta: {
            /**
             * @description The access token (`app` clients only).
             * @example eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdW
             */
            access_token?: string;
            /**
             * @description The session token (`app` clients only).
             * @example ufwcig0zen9skyd545jc0fkq813ghar2
             */
            session_token?: string;
        };
        BaseSignup: {
            email: components["schemas"]["Email"];
        };
        /**
         * @example {
         *       "data": {
         *         "account": {
         *           "authentication_method": "email"
         *         },
         *         "mfa": {
         *           "supported_types": [
         *             "recovery_codes",
         *             "totp"
         *           ]
         *         },
         *         "socialaccount": {
         *           "providers": [
         *             {
         *               "client_id": "123.apps.googleusercontent.com",
         *               "flows": [
         *                 "provider_redirect",
         *                 "provider_token"
         *               ],
         *               "id": "google",
         *               "name": "Google",
         *               "openid_configuration_url": "https://accounts.google.com/.well-known/openid-configuration"
         *             }
         *           ]
         *         },
         *         "usersessions": {
         *           "track_activity": false
         *         }
         *       },
         *       "status": 200
         *     }
         */
        ConfigurationResponse: {
            data: {
                account: components["schemas"]["AccountConfiguration"];
                mfa?: components["schemas"]["MFAConfiguration"];
                socialaccount?: components["schemas"]["SocialAccountConfiguration"];
                usersessions?: components["schemas"]["UserSessionsConfiguration"];
            };
            status: components["schemas"]["StatusOK"];
        };
        ConflictResponse: {
            /** @enum {integer} */
            status: 409;
        };
        /**
         * DatabaseCheck
         * @description The database answers.
         */
        DatabaseCheck: {
            /**
             * Duration Ms
             * @description Milliseconds of one query; null when it failed.
             */
            duration_ms: number | null;
            /** Ok */
            ok: boolean;
        };
        /**
         * DatabaseHop
         * @description The database, with its kind.
         */
        DatabaseHop: {
            /**
             * Duration Ms
             * @description Milliseconds of one query; null when it failed.
             */
            duration_ms: number | null;
            /**
             * Engine
             * @description `sqlite` or `postgresql`.
             */
            engine: string;
            /** Ok */
            ok: boolean;
        };
        /**
         * DjangoHop
         * @description Django's own part of this answer.
         */
        DjangoHop: {
            /**
             * Duration Ms
             * @description Milliseconds from the request's arrival to this answer.
             */
            duration_ms: number;
            /** Ok */
            ok: boolean;
        };
        /**
         * @description The email address.
         * @example email@domain.org
         */
        Email: string;
        ErrorResponse: {
            errors?: {
                /**
                 * @description An error code.
                 * @example invalid
                 */
                code: string;
                /**
                 * @description A human readable error message.
                 * @example Enter a valid email address.
                 */
                message: string;
                /**
                 * @description The name of the input parameter that was incorrect.
                 * @example email
                 */
                param?: string;
            }[];
            /**
             * @example 400
             * @enum {integer}
             */
            status?: 400;
        };
        /**
         * FieldError
         * @description One field that was refused.
         */
        FieldError: {
            /**
             * Code
             * @description The rule that was broken, for programs.
             */
            code: string;
            /**
             * Field
             * @description The field's name; with dots when it is nested.
             */
            field: string;
            /**
             * Message
             * @description What is wrong, in a sentence for the person.
             */
            message: string;
        };
        Flow: {
            /** @enum {string} */
            id: "login" | "login_by_code" | "mfa_authenticate" | "mfa_reauthenticate" | "provider_redirect" | "provider_signup" | "provider_token" | "reauthenticate" | "signup" | "verify_email" | "verify_phone";
            /** @enum {boolean} */
            is_pending?: true;
            provider?: components["schemas"]["Provider"];
            /** @description Matches `settings.MFA_SUPPORTED_TYPES`. */
            types?: components["schemas"]["AuthenticatorType"][];
        };
        ForbiddenResponse: {
            /** @enum {integer} */
            status: 403;
        };
        /**
         * GunicornHop
         * @description The server that runs Django.
         */
        GunicornHop: {
            /**
             * Ok
             * @description It is Gunicorn, and not the development server.
             */
            ok: boolean;
            /**
             * Server
             * @description What it calls itself, without its version.
             */
            server: string;
        };
        /**
         * Hops
         * @description The line of this request behind Nginx.
         */
        Hops: {
            database: components["schemas"]["DatabaseHop"];
            django: components["schemas"]["DjangoHop"];
            gunicorn: components["schemas"]["GunicornHop"];
        };
        /**
         * Live
         * @description The process answers.
         */
        Live: {
            checks: components["schemas"]["LiveChecks"];
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @constant
             */
            status: "ok";
        };
        /**
         * LiveChecks
         * @description What liveness looks at: nothing outside the process.
         */
        LiveChecks: {
            process: components["schemas"]["ProcessCheck"];
        };
        Login: {
            password: components["schemas"]["Password"];
        } & ({
            username: components["schemas"]["Username"];
        } | {
            email: components["schemas"]["Email"];
        } | {
            phone: components["schemas"]["Phone"];
        });
        /** @description Configuration of the Django `allauth.mfa` app. */
        MFAConfiguration: {
            /** @description Matches `settings.MFA_SUPPORTED_TYPES`. */
            supported_types: components["schemas"]["AuthenticatorType"][];
        };
        /**
         * MigrationsCheck
         * @description The database has every table that this release needs.
         */
        MigrationsCheck: {
            /** Ok */
            ok: boolean;
            /**
             * Pending
             * @description Migrations that are missing; null when it can't be known.
             */
            pending: number | null;
        };
        /**
         * Note
         * @description A note as it is stored.
         */
        Note: {
            /** Body */
            body: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
        };
        /**
         * NoteConflict
         * @description The note was changed since it was read; nothing was saved.
         */
        NoteConflict: {
            /** @description The note as it is stored now. */
            current: components["schemas"]["Note"];
            /**
             * Detail
             * @description This problem in a sentence for the person.
             */
            detail: string;
            /**
             * Request Id
             * @description Names this request in the logs.
             */
            request_id: string;
            /**
             * Status
             * @description The answer's status code.
             */
            status: number;
            /**
             * Title
             * @description The kind of problem in a few words.
             */
            title: string;
            /**
             * Type
             * @description A URI that names the kind of problem; `about:blank` for the status's own.
             */
            type: string;
        };
        /**
         * NoteCreate
         * @description A new note.
         */
        NoteCreate: {
            /**
             * Body
             * @default
             */
            body?: string;
            /** Title */
            title: string;
        };
        /**
         * NotePage
         * @description One page of the notes that were asked for.
         */
        NotePage: {
            /** Items */
            items: components["schemas"]["Note"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /**
             * Total
             * @description How many there are on all pages.
             */
            total: number;
        };
        /**
         * NoteQuery
         * @description Which notes to list, and in what order.
         */
        NoteQuery: {
            /**
             * Page
             * @default 1
             */
            page?: number;
            /**
             * Page Size
             * @default 20
             */
            page_size?: number;
            /**
             * Search
             * @description Only notes with this in their title or text.
             * @default
             */
            search?: string;
            /**
             * Sort
             * @description A minus puts the last first.
             * @default -updated_at
             * @enum {string}
             */
            sort?: "-updated_at" | "updated_at" | "title" | "-title" | "created_at" | "-created_at";
        };
        /**
         * NoteUpdate
         * @description An edit, made from the version that it names.
         */
        NoteUpdate: {
            /** Body */
            body: string;
            /** Title */
            title: string;
            /**
             * Version
             * @description The version that was edited.
             */
            version: number;
        };
        /**
         * @description The password.
         * @example Alohomora!
         */
        Password: string;
        /**
         * @description The phone number.
         * @example +314159265359
         */
        Phone: string;
        /**
         * Problem
         * @description What went wrong, as RFC 9457 says it.
         */
        Problem: {
            /**
             * Detail
             * @description This problem in a sentence for the person.
             */
            detail: string;
            /**
             * Request Id
             * @description Names this request in the logs.
             */
            request_id: string;
            /**
             * Status
             * @description The answer's status code.
             */
            status: number;
            /**
             * Title
             * @description The kind of problem in a few words.
             */
            title: string;
            /**
             * Type
             * @description A URI that names the kind of problem; `about:blank` for the status's own.
             */
            type: string;
        };
        /**
         * ProcessCheck
         * @description This process answers.
         */
        ProcessCheck: {
            /** Ok */
            ok: boolean;
        };
        Provider: {
            /**
             * @description The client ID (in case of OAuth2 or OpenID Connect based providers)
             * @example 123.apps.googleusercontent.com
             */
            client_id?: string;
            /** @description The authentication flows the provider integration supports. */
            flows: ("provider_redirect" | "provider_token")[];
            /**
             * @description The provider ID.
             * @example google
             */
            id: string;
            /**
             * @description The name of the provider.
             * @example Google
             */
            name: string;
            /**
             * @description The OIDC discovery or well-known URL (in case of OAuth2 or OpenID Connect based providers)
             * @example https://accounts.google.com/.well-known/openid-configuration
             */
            openid_configuration_url?: string;
        };
        /**
         * @description The provider specific account ID.
         * @example goo12345
         */
        ProviderAccountID: string;
        /**
         * @description The provider ID.
         * @example google
         */
        ProviderID: string;
        ProviderList: components["schemas"]["Provider"][];
        /**
         * Ready
         * @description Whether requests can be answered.
         */
        Ready: {
            checks: components["schemas"]["ReadyChecks"];
            /** Request Id */
            request_id: string;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "unavailable";
        };
        /**
         * ReadyChecks
         * @description What readiness looks at.
         */
        ReadyChecks: {
            database: components["schemas"]["DatabaseCheck"];
            migrations: components["schemas"]["MigrationsCheck"];
        };
        Reauthenticate: {
            password: components["schemas"]["Password"];
        };
        /**
         * SessionFacts
         * @description What the session cookie says.
         */
        SessionFacts: {
            /** Authenticated */
            authenticated: boolean;
        };
        /** @description The session is expired or invalid. */
        SessionGoneResponse: {
            data: Record<string, never>;
            meta: components["schemas"]["AuthenticationMeta"];
            /** @enum {integer} */
            status: 410;
        };
        Signup: components["schemas"]["BaseSignup"] & {
            password: components["schemas"]["Password"];
        };
        /** @description Configuration of the Django `allauth.socialaccount` app. */
        SocialAccountConfiguration: {
            providers: components["schemas"]["ProviderList"];
        };
        /** @enum {integer} */
        StatusOK: 200;
        /**
         * System
         * @description The facts that the system page shows.
         */
        System: {
            /**
             * Client Scheme Host
             * @description The address that the browser shows, as Django sees it.
             */
            client_scheme_host: string;
            hops: components["schemas"]["Hops"];
            /** Request Id */
            request_id: string;
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
            session: components["schemas"]["SessionFacts"];
            /** Version */
            version: string;
            versions: components["schemas"]["Versions"] | null;
        };
        /**
         * @description An epoch based timestamp (trivial to parse using: `new Date(value)*1000`)
         * @example 1711555057.065702
         */
        Timestamp: number;
        User: {
            /**
             * @description The display name for the user.
             * @example Magic Wizard
             */
            display: string;
            /**
             * @description The email address.
             * @example email@domain.org
             */
            email?: string;
            /**
             * @description Whether or not the account has a password set.
             * @example true
             */
            has_usable_password: boolean;
            /**
             * @description The user ID.
             * @example 123
             */
            id?: number;
        };
        /**
         * @description The username.
         * @example wizard
         */
        Username: string;
        /** @description Configuration of the Django `allauth.usersessions` app. */
        UserSessionsConfiguration: {
            /** @description Matches `settings.USERSESSIONS_TRACK_ACTIVITY`. */
            track_activity: boolean;
        };
        /**
         * ValidationProblem
         * @description A request whose fields were refused; nothing of it was saved.
         */
        ValidationProblem: {
            /**
             * Detail
             * @description This problem in a sentence for the person.
             */
            detail: string;
            /** Errors */
            errors: components["schemas"]["FieldError"][];
            /**
             * Request Id
             * @description Names this request in the logs.
             */
            request_id: string;
            /**
             * Status
             * @description The answer's status code.
             */
            status: number;
            /**
             * Title
             * @description The kind of problem in a few words.
             */
            title: string;
            /**
             * Type
             * @description A URI that names the kind of problem; `about:blank` for the status's own.
             */
            type: string;
        };
        /**
         * Versions
         * @description What runs; only for people who are signed in.
         */
        Versions: {
            /** Database */
            database: string;
            /** Django */
            django: string;
            /** Gunicorn */
            gunicorn: string;
            /** Python */
            python: string;
        };
    };
    responses: {
        /** @description The user is authenticated. */
        Authenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AuthenticatedResponse"];
            };
        };
        /** @description Authenticated by password. */
        AuthenticatedByPassword: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AuthenticatedResponse"];
            };
        };
        /** @description Not authenticated. */
        Authentication: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AuthenticationResponse"];
            };
        };
        /** @description The django-allauth configuration. */
        Configuration: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConfigurationResponse"];
            };
        };
        /** @description An input error occurred. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The response indicates session is invalid or no longer exists. */
        SessionGone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SessionGoneResponse"];
            };
        };
        /** @description There is no authenticated session. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AuthenticationResponse"];
            };
        };
    };
    parameters: never;
    requestBodies: {
        ChangePassword: {
            content: {
                "application/json": {
                    current_password?: components["schemas"]["Password"];
                    /**
                     * @description The current password.
                     * @example Aberto!
                     */
                    new_password: string;
                };
            };
        };
        /** @description Login. */
        Login: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        /** @description Reauthenticate. */
        Reauthenticate: {
            content: {
                "application/json": components["schemas"]["Reauthenticate"];
            };
        };
        /** @description Signup */
        Signup: {
            content: {
                "application/json": components["schemas"]["Signup"];
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    livez: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Live"];
                };
            };
        };
    };
    listNotes: {
        parameters: {
            query?: {
                page?: number;
                page_size?: number;
                /** @description Only notes with this in their title or text. */
                search?: string;
                /** @description A minus puts the last first. */
                sort?: "-updated_at" | "updated_at" | "title" | "-title" | "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotePage"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
        };
    };
    createNote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
        };
    };
    getNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                note_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                note_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NoteConflict"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationProblem"];
                };
            };
        };
    };
    deleteNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                note_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
        };
    };
    getSystem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["System"];
                };
            };
        };
    };
}
