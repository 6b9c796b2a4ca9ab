import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: Parameters<typeof precacheAndRoute>[0]
}

// The whole app is kept, so that it opens without a signal. What the server answers is never kept here: personal
// data lies in the sealed database and nowhere else.
// oxlint-disable-next-line eslint/no-underscore-dangle -- the name that workbox replaces by the list of files
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/answer\//, /^\/healthz$/, /^\/readyz$/, /^\/refer(\/|$)/, /^\/services\//],
  }),
)

// A new version waits until a person accepts it: taking over at once would pull the lazy pages from under the page
// that is open. The old version's files go only when the new one is activated.
self.addEventListener('message', (event) => {
  const message: unknown = event.data
  if (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'SKIP_WAITING'
  ) {
    void self.skipWaiting()
  }
})

// So that the first visit is kept already, without a reload.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
