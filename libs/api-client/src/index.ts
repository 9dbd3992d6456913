export { ApiError, type ApiErrorKind, readConflict } from './api-error';
export { configureApi, expectUser } from './configure';
export { describeError, type ErrorDescription } from './describe-error';
export { describePage, describeTotal, type ListSearch, MAX_SEARCH_LENGTH, readListSearch } from './list-search';
export { createPasskey, offersPasskeys, sendPasskey, supportsPasskeys } from './passkeys';
export { authConfigurationQuery, openProvider, providerQuery } from './provider';
export { refetchDelay, retryDelay, shouldRetryQuery } from './retry';
export { clearSession, ownerOf, readReauthentication, reloadSession, sessionQuery } from './session';
export { announce, onAnnouncement } from './session-channel';
