// oxlint-disable-next-line eslint/no-underscore-dangle -- the name that the bundler replaces
declare const __BUILD__: string

/** The build's stamp: written into every change, shown under Settings. */
export const build: string = __BUILD__
