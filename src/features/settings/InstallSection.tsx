import { Button } from '@mantine/core'
import { IconDeviceTablet } from '@tabler/icons-react'
import { askToInstall, type InstallWay, useInstalling } from '#ui/installing.ts'
import { Section } from '#ui/Section.tsx'

/** Whether Doorstep is on this device's home screen, what that gives, and how it gets there with this browser. */
export function InstallSection() {
  const { installed, way } = useInstalling()
  return (
    <Section title="This device" icon={<IconDeviceTablet size={24} stroke={1.75} />}>
      {installed ? (
        <p style={{ margin: 0 }}>Doorstep is installed here, and opens from the home screen.</p>
      ) : (
        <>
          <p style={{ marginTop: 0 }}>Doorstep is open in a browser. Installed, it</p>
          <ul>
            <li>opens from the home screen, at the drop-in, the directory or today</li>
            <li>fills the screen</li>
            <li>is more likely to keep its work when the device runs out of room.</li>
          </ul>
          {way === 'prompt' ? (
            <Button onClick={() => void askToInstall()}>Install Doorstep</Button>
          ) : (
            <Steps steps={stepsFor[way]} />
          )}
        </>
      )}
    </Section>
  )
}

function Steps({ steps }: { steps: readonly string[] }) {
  if (steps.length === 1) return <p style={{ marginBottom: 0 }}>{steps[0]}</p>
  return (
    <ol style={{ marginBottom: 0 }}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}

const stepsFor: Readonly<Record<Exclude<InstallWay, 'prompt'>, readonly string[]>> = {
  // There an installed app has storage of its own: what the browser holds does not come along.
  'share-sheet': [
    'Send everything first: what waits in the browser stays in the browser.',
    'Tap Share, the square with an arrow.',
    'Choose “Add to Home Screen”, then “Add”.',
    'Open Doorstep from the home screen and sign in there.',
  ],
  dock: [
    'Send everything first: what waits in the browser stays in the browser.',
    'In the menu “File”, choose “Add to Dock”.',
    'Open Doorstep from the Dock and sign in there.',
  ],
  'android-menu': [
    'Open the browser’s menu, the three dots.',
    'Choose “Install app” or “Add to Home screen”.',
  ],
  'desktop-menu': [
    'Open the browser’s menu, the three dots.',
    'Choose “Install Doorstep”; it may lie under “Save and share” or “Apps”.',
  ],
  none: ['This browser cannot install it. Chrome, Edge and Safari can.'],
}
