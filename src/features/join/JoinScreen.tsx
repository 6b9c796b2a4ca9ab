import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { invitation } from '#sync/account.ts'
import { Doorway } from '#ui/Doorway.tsx'
import { Loading } from '#ui/Loading.tsx'
import { JoinForm } from './JoinForm.tsx'

type Invitation = Extract<Awaited<ReturnType<typeof invitation>>, { ok: true }>['value']
type Fault = Extract<Awaited<ReturnType<typeof invitation>>, { ok: false }>['error']
type Found = { is: 'looking' } | { is: 'there'; invitation: Invitation } | { is: 'not'; fault: Fault }

/** Where an invitation's link leads: one person joins, or a new service is set up. */
export function JoinScreen() {
  const { token = '' } = useParams()
  const [found, setFound] = useState<Found>({ is: 'looking' })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let here = true
    const look = async () => {
      const answer = await invitation(token)
      if (!here) return
      setFound(answer.ok ? { is: 'there', invitation: answer.value } : { is: 'not', fault: answer.error })
    }
    void look()
    return () => {
      here = false
    }
  }, [token, tries])
  switch (found.is) {
    case 'looking':
      return <Loading label="Looking at your invitation…" />
    case 'there':
      return <JoinForm token={token} invitation={found.invitation} />
    case 'not':
      return <NoInvitation fault={found.fault} onAgain={() => setTries(tries + 1)} />
  }
}

function NoInvitation({ fault, onAgain }: { fault: Fault; onAgain: () => void }) {
  if (fault.status === 404) {
    return (
      <Doorway title="This link no longer works" lead="It was used already, or it has run out.">
        <p>Ask whoever invited you for a new one. If you have joined before, sign in.</p>
        <Button component={Link} to="/" fullWidth>
          Sign in
        </Button>
      </Doorway>
    )
  }
  return (
    <Doorway title="The invitation could not be opened">
      <p>
        {fault.fault === 'offline'
          ? 'There is no signal. Joining needs one.'
          : 'The service has a fault at the moment. Try again in a little while.'}
      </p>
      <Button fullWidth onClick={onAgain}>
        Try again
      </Button>
    </Doorway>
  )
}
