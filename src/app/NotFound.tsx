import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { Page } from '#ui/Page.tsx'

export function NotFound() {
  return (
    <Page title="There is nothing here">
      <p>The address may be mistyped, or what it led to is gone.</p>
      <Button component={Link} to="/">
        Go to the start
      </Button>
    </Page>
  )
}
