import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import './theme.css'
import { MantineProvider, useComputedColorScheme } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { type ReactNode, useEffect } from 'react'
import { cssVariables, theme } from './theme.ts'

/** Everything that Mantine needs around the app: theme, colours, fonts, the place where notifications appear. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <SystemBars />
      <Notifications position="bottom-center" autoClose={10_000} limit={3} zIndex={400} />
      {children}
    </MantineProvider>
  )
}

/** As the header: the bars that the system draws around an installed app run on from it. */
const barColours = { light: '#fffdf8', dark: '#1a2c29' }

/** Follows what somebody chose here, which may be other than what their device has. */
function SystemBars() {
  const scheme = useComputedColorScheme('light')
  useEffect(() => {
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.setAttribute('content', barColours[scheme])
    }
  }, [scheme])
  return null
}
