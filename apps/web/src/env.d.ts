/** Defined in vite.config.ts from the root .env. */
interface ImportMetaEnv {
  readonly APP_NAME: string;
  readonly APP_TITLE: string;
}
