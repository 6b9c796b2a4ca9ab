import { Button } from '@mantine/core'
import { IconPencilPlus, IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from 'react-router'
import { calledName } from '#domain/client/name.ts'
import { editionNamed } from '#domain/form/editions.ts'
import { readValue } from '#domain/form/fhirValue.ts'
import {
  type QuestionnaireResponse,
  questionnaireResponseSchema,
  type ResponseItem,
} from '#domain/form/response.ts'
import { answerInWords } from '#questions/answerInWords.ts'
import { useEditions } from '#store/editions.ts'
import { useRecord, useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatMoment } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { noteLook, useLook } from '#ui/useLook.ts'
import classes from './Forms.module.css'
import { pathToFill } from './fillDraft.ts'

/** A filled-in form as it was answered, in the words in which it was asked. */
export function ResponseScreen() {
  const { clientId = '', responseId = '' } = useParams()
  const client = useRecord('client', clientId)
  const response = useRecord('response', responseId)
  const editions = useEditions()
  const named = editions && response && editionNamed(editions, response.body.questionnaire)?.body.title
  const title = response?.body.title ?? named
  useLook(response ? { client: clientId, record: response.id, kind: 'response' } : null)
  return (
    <Page
      title={title || 'Filled-in form'}
      tabName="Form"
      back={{ to: `/clients/${clientId}?part=notes`, label: client ? calledName(client.body) : 'The file' }}
    >
      {response === undefined && <Loading />}
      {response === null && <EmptyState title="This form is not on this device" />}
      {response && <Response client={clientId} response={response} />}
    </Page>
  )
}

function Response({ client, response }: { client: string; response: View<'response'> }) {
  const { authored, author, questionnaire, item, purpose } = response.body
  const workspace = useWorkspace()
  const staff = useRecord('staff', author)
  const print = () => {
    noteLook(workspace, { act: 'printed', client, record: response.id, kind: 'response' })
    window.print()
  }
  const later = (useRecords('response', { file: client }) ?? []).find(
    ({ body }) => body.amends === response.id,
  )
  const read = questionnaireResponseSchema.safeParse({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    item,
  })
  return (
    <>
      <p className={classes['lead']}>
        {formatMoment(authored)}
        {staff ? `, ${staff.body.name}` : ''}
      </p>
      {later && (
        <div className={classes['notice']}>
          <Notice
            tone="amber"
            action={<Link to={`/clients/${client}/responses/${later.id}`}>See it as it is now</Link>}
          >
            This was put right on {formatMoment(later.body.authored)}.
          </Notice>
        </div>
      )}
      <div className={classes['actions']}>
        {purpose === 'form' && !later && (
          <Button
            component={Link}
            variant="default"
            to={pathToFill(client, questionnaire, response.id)}
            leftSection={<IconPencilPlus size={20} aria-hidden />}
          >
            Put this right
          </Button>
        )}
        <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={print}>
          Print
        </Button>
      </div>
      {read.success ? (
        <Items items={read.data.item ?? []} />
      ) : (
        <EmptyState title="These answers cannot be read" />
      )}
    </>
  )
}

/** Questions with their answers; a part with its title and what lies within. */
function Items({ items }: { items: NonNullable<QuestionnaireResponse['item']> }) {
  return (
    <>
      {items.map((item) =>
        item.answer ? (
          <Answered key={item.linkId} item={item} />
        ) : (
          <section key={item.linkId}>
            <h2 className={classes['part']}>{item.text ?? ''}</h2>
            <Items items={item.item ?? []} />
          </section>
        ),
      )}
    </>
  )
}

function Answered({ item: { linkId, text, answer = [] } }: { item: ResponseItem }) {
  const nested = answer.slice(0, 1).flatMap(({ item }) => item ?? [])
  return (
    <>
      <dl className={classes['said']}>
        <div>
          <dt>{text ?? linkId}</dt>
          {answer.map((each) => {
            const read = readValue(each)
            const words = read.ok ? answerInWords(read.value) : 'An answer that this version cannot show'
            return <dd key={words}>{words}</dd>
          })}
        </div>
      </dl>
      {nested.length > 0 && <Items items={nested} />}
    </>
  )
}
