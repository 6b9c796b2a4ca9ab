import helmet from '@fastify/helmet'
import type { App } from './types.ts'

const YEAR = 31_536_000

/**
 * Strict headers for all that goes out. `style-src 'unsafe-inline'` is Mantine's need; `'wasm-unsafe-eval'` lets
 * Argon2 run in the page (https://www.w3.org/TR/CSP3/#directive-script-src).
 */
export async function setHeaders(app: App, publicUrl: string): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // Only behind TLS: a browser ignores it over http, and a laptop should not learn it by accident.
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: YEAR } : false,
  })
}
