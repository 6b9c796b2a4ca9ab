import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import packageJson from './package.json' with { type: 'json' }

/** Stamped into the app and its service worker. Two builds with different stamps are an update to each other. */
const build = process.env['DOORSTEP_BUILD'] ?? packageJson.version

/** Where the built app goes, relative to the project. The update journey builds a second one beside the first. */
const outDir = process.env['DOORSTEP_DIST'] ?? 'dist/app'

export default defineConfig({
  define: { __BUILD__: JSON.stringify(build) },
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app',
      filename: 'sw.ts',
      // The app registers the worker itself and asks before it updates: an update that takes over at once breaks
      // the lazy pages of the page that is open.
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,woff2,svg,png,wasm,json}'],
        globIgnores: ['.vite/**', 'icons/doorstep-maskable.svg'],
        // Everything is needed on the road, so a large file is precached too. Size is watched by `npm run size`.
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
      },
      manifest: {
        id: '/',
        name: 'Doorstep',
        short_name: 'Doorstep',
        description: 'Casework for social prescribing that works with or without a signal.',
        lang: 'en-GB',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: '#0f5e59',
        background_color: '#faf6ee',
        icons: [
          { src: '/icons/doorstep.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icons/doorstep-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/doorstep-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/doorstep-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
  build: {
    outDir,
    emptyOutDir: true,
    // Read by `npm run size`.
    manifest: true,
    target: 'baseline-widely-available',
    // The page's content security policy allows no data: scripts, and one file per asset is what the worker caches.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': 'http://127.0.0.1:8080',
      '^/refer(/|$)': 'http://127.0.0.1:8080',
      '^/answer/': 'http://127.0.0.1:8080',
      '^/services/': 'http://127.0.0.1:8080',
    },
  },
})
