import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { createSession } from '#sync/createSession.ts'
import { SessionContext } from '#sync/react.ts'
import { applyTextSize } from '#ui/textSize.ts'
import { watchInstalling } from '#ui/installing.ts'
import { ThemeProvider } from '#ui/ThemeProvider.tsx'
import { Boundary } from './Boundary.tsx'
import { build } from '#ui/build.ts'
import { routes } from './routes.tsx'
import { UpdatesContext } from './UpdateBanner.tsx'
import { noUpdates, startUpdates, updatesPossible } from './update.ts'

applyTextSize()
watchInstalling()
const session = createSession({ build })
const updates = updatesPossible() ? startUpdates() : noUpdates
const router = createBrowserRouter(routes)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Boundary>
      <ThemeProvider>
        <SessionContext value={session}>
          <UpdatesContext value={updates}>
            <RouterProvider router={router} />
          </UpdatesContext>
        </SessionContext>
      </ThemeProvider>
    </Boundary>
  </StrictMode>,
)
