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
        // What only the browser's question to install shows is not needed on the road.
        globIgnores: ['.vite/**', 'icons/doorstep-maskable.svg', 'install/**'],
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
        theme_color: '#fffdf8',
        categories: ['health', 'productivity', 'social'],
        background_color: '#faf6ee',
        icons: [
          { src: '/icons/doorstep.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icons/doorstep-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/doorstep-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/doorstep-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        shortcuts: [
          shortcut('Start drop-in', '/drop-in', 'drop-in'),
          shortcut('Find a service', '/directory', 'find'),
          shortcut('Today', '/today', 'today'),
        ],
        screenshots: [
          {
            src: '/install/phone.png',
            sizes: '780x1688',
            type: 'image/png',
            form_factor: 'narrow',
            label: 'The directory on a phone',
          },
          {
            src: '/install/tablet.png',
            sizes: '1180x820',
            type: 'image/png',
            form_factor: 'wide',
            label: 'Today on a tablet: the visits in order',
          },
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
    // The worker keeps every part on the device, so lists of what to fetch ahead only make the first script longer.
    modulePreload: false,
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

/** From a long press on the icon of the home screen. Whoever it is not for starts where they always do. */
function shortcut(name: string, url: string, icon: string) {
  return { name, url, icons: [{ src: `/icons/shortcut-${icon}.png`, sizes: '96x96', type: 'image/png' }] }
}
