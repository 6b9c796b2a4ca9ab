import { Button, CopyButton, Group, TextInput } from '@mantine/core'
import { IconCheck, IconCopy, IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnswerLink } from '#protocol/answerLinks.ts'
import type { View } from '#store/view.ts'
import { makeAnswerLink, takeBackAnswerLinks } from '#sync/answerLinks.ts'
import type { HttpFault } from '#sync/http.ts'
import { formatMoment } from '#ui/dates.ts'
import { Notice } from '#ui/Notice.tsx'
import { tell } from '#ui/offerUndo.tsx'

/** A link for somebody there who has no account: it shows what was shared and takes one answer. */
export function AnswerLinkPart({ referral }: { referral: View<'onwardReferral'> }) {
  const [made, setMade] = useState<AnswerLink | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const make = async () => {
    setBusy(true)
    const answer = await makeAnswerLink(referral.id)
    setBusy(false)
    setProblem(answer.ok ? null : faultWords(answer.error))
    if (answer.ok) setMade(answer.value)
  }
  const takeBack = async () => {
    setBusy(true)
    const answer = await takeBackAnswerLinks(referral.id)
    setBusy(false)
    setProblem(answer.ok ? null : faultWords(answer.error))
    if (!answer.ok) return
    setMade(null)
    tell('Taken back. Links to this referral that nobody has used no longer open.')
  }
  return (
    <>
      {made ? (
        <HandOver made={made} busy={busy} onTakeBack={() => void takeBack()} />
      ) : (
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconLink size={20} aria-hidden />}
          onClick={() => void make()}
        >
          Make a link to answer
        </Button>
      )}
      {problem && <Notice live tone="amber" title={problem} />}
    </>
  )
}

interface HandOverProps {
  made: AnswerLink
  busy: boolean
  onTakeBack: () => void
}

function HandOver({ made: { link, expiresAt }, busy, onTakeBack }: HandOverProps) {
  return (
    <Notice
      live
      tone="accent"
      title="The link is ready"
      action={
        <Group gap="sm">
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button
                onClick={copy}
                leftSection={
                  copied ? <IconCheck size={20} aria-hidden /> : <IconCopy size={20} aria-hidden />
                }
              >
                {copied ? 'Copied' : 'Copy the link'}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" loading={busy} onClick={onTakeBack}>
            Take it back
          </Button>
        </Group>
      }
    >
      <p>
        Whoever has it can read what was shared and answer once, until {formatMoment(expiresAt)}. It is not
        shown again.
      </p>
      <TextInput label="Link" value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
    </Notice>
  )
}

function faultWords({ fault, status }: HttpFault): string {
  if (fault === 'offline') return 'There is no signal. A link needs one.'
  if (fault === 'signIn') return 'Sign in again under Settings, then come back here.'
  if (status === 404) return 'The referral has not arrived at the service yet. Try again once all is sent.'
  if (status === 400) return 'This referral cannot be answered by a link.'
  return 'The service has a fault at the moment. Try again in a little while.'
}
