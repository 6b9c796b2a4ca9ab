import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { PUBLIC_REFERENCE } from '#domain/referral/publicForm.ts'
import { countAttempts } from '../accounts/attempts.ts'
import { formContent, titles } from '../refer/formPage.ts'
import type { FormFaults } from '../refer/formParts.ts'
import type { Html } from '../refer/markup.ts'
import {
  failedContent,
  notSetUp,
  notThere,
  otherwiseContent,
  startContent,
  thanksContent,
} from '../refer/otherPages.ts'
import { wholePage } from '../refer/page.ts'
import { isTooFast, isTooOld, type Pass, readPass, writePass } from '../refer/pass.ts'
import { sendIn } from '../refer/sendIn.ts'
import { readServiceFacts, type ServiceFacts } from '../refer/serviceFacts.ts'
import { type About, faultsIn, nothingTyped, readTyped, type Typed } from '../refer/typed.ts'
import { typefaceIn } from '../refer/typeface.ts'
import { faultWords } from '../refer/words.ts'
import type { App, Services } from './types.ts'

/** A form filled to the brim with letters that take three bytes each, and each byte three in a form. */
const FORM_BODY = 120_000
/** A surgery or a library shares one address. */
const FORMS = { most: 30, window: 15 * 60_000 }

const anybody = { access: 'public' } as const
const aboutParams = z.object({ about: z.enum(['myself', 'somebody']) })

/**
 * The public page: anybody refers themselves or somebody else, without signing in and without script. It writes as any
 * referrer does, and shows nothing of what the service holds.
 */
export async function referRoutes(app: App, services: Services, appFolder: string): Promise<void> {
  const { ground, tenant, secret, pokes } = services
  const typeface = typefaceIn(appFolder)
  const now = () => ground.now().getTime()
  const forms = countAttempts(FORMS, now)
  /** As they were last read: a form that cannot be kept just now is shown again with all that was typed. */
  let lastFacts: ServiceFacts | null = null
  const factsNow = async () => (lastFacts = await readServiceFacts(ground.database, tenant))

  const send = (reply: FastifyReply, code: number, title: string, content: Html) =>
    reply
      .code(code)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      // The form must be able to say that it comes from here (see `origin.ts`); to other sites nothing is said.
      .header('referrer-policy', 'same-origin')
      .send(wholePage({ title, service: lastFacts?.name ?? null, typeface, content }))

  interface Shown {
    about: About
    facts: ServiceFacts
    typed: Typed
    pass: Pass
    faults: FormFaults
  }

  const showForm = (reply: FastifyReply, code: number, { pass, faults, about, ...form }: Shown) => {
    const content = formContent({ ...form, about, faults, pass: writePass(secret, pass) })
    return send(reply, code, faults.length > 0 ? `Not sent yet: ${titles[about]}` : titles[about], content)
  }

  const newPass = (id = ground.newId()): Pass => ({ id, issued: now() })

  /** The whole form is at fault rather than one of its fields; 0 where it may be taken. */
  const refusal = (request: FastifyRequest, typed: Typed, pass: Pass | null): [number, string] | null => {
    const wait = forms.wait(request.ip)
    if (wait > 0)
      return [429, `Many forms have come from your connection. Please send it again in ${minutes(wait)}.`]
    if (pass === null || isTooOld(pass, now()))
      return [422, 'This page was open for long. Please look through it and send it again.']
    if (isTooFast(pass, now())) return [422, 'That was very quick. Please look through it and send it again.']
    if (typed.website !== '')
      return [
        422,
        'Something was filled in that people do not see. Please look through it and send it again.',
      ]
    return null
  }

  await app.register(async (pages: App) => {
    pages.removeAllContentTypeParsers()
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    pages.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
      const { statusCode = 500 } = error
      if (statusCode === 413) return send(reply, 413, 'Not sent', failedContent(tooLong))
      if (statusCode < 500) return send(reply, statusCode, 'Not sent', failedContent(unreadable))
      request.log.error({ err: error }, 'A page of the public form failed')
      const about = aboutParams.safeParse(request.params)
      if (!lastFacts || !about.success || !(request.body instanceof URLSearchParams))
        return send(reply, 503, 'Not sent', failedContent(later))
      const typed = readTyped(request.body)
      const pass = readPass(secret, typed.pass) ?? newPass()
      const faults = [{ field: '', text: later }]
      return showForm(reply, 503, { ...about.data, facts: lastFacts, typed, pass, faults })
    })

    pages.route({
      method: 'GET',
      url: '/refer',
      config: anybody,
      schema: { hide: true, summary: 'The public page: ask for help, or refer somebody' },
      handler: async (_request, reply) => {
        const facts = await factsNow()
        if (!facts) return send(reply, 404, 'Not open yet', notSetUp)
        return send(reply, 200, 'Ask for help, or refer somebody', startContent(facts))
      },
    })

    pages.route({
      method: 'GET',
      url: '/refer/:about',
      config: anybody,
      schema: { hide: true, summary: 'Its form, for oneself or for somebody else' },
      handler: async (request, reply) => {
        const about = aboutParams.safeParse(request.params)
        const facts = await factsNow()
        if (!facts) return send(reply, 404, 'Not open yet', notSetUp)
        if (!about.success) return send(reply, 404, 'No such page', notThere)
        return showForm(reply, 200, {
          ...about.data,
          facts,
          typed: nothingTyped,
          pass: newPass(),
          faults: [],
        })
      },
    })

    pages.route({
      method: 'POST',
      url: '/refer/:about',
      bodyLimit: FORM_BODY,
      config: anybody,
      schema: { hide: true, summary: 'Takes the form; sent twice, it is one referral' },
      handler: async (request, reply) => {
        const parsed = aboutParams.safeParse(request.params)
        const facts = await factsNow()
        if (!facts) return send(reply, 404, 'Not open yet', notSetUp)
        if (!parsed.success) return send(reply, 404, 'No such page', notThere)
        if (!(request.body instanceof URLSearchParams))
          return send(reply, 400, 'Not sent', failedContent(unreadable))
        const { about } = parsed.data
        const typed = readTyped(request.body)
        const pass = readPass(secret, typed.pass)
        const refused = refusal(request, typed, pass)
        forms.failed(request.ip)
        const faults = faultsIn(typed, about).map((fault) => faultWords(fault, about))
        if (refused || pass === null || faults.length > 0) {
          const [code, text] = refused ?? [422, null]
          const again = pass && !isTooOld(pass, now()) ? pass : newPass(pass?.id)
          const all = text === null ? faults : [{ field: '', text }, ...faults]
          return showForm(reply, code, { about, facts, typed, pass: again, faults: all })
        }
        const { reference, taken } = await sendIn({ ground, tenant, secret }, { about, facts, typed, pass })
        if (taken.outcome === 'otherwise')
          return send(reply, 409, 'We have this one already', otherwiseContent(facts, about, reference))
        if (taken.news) pokes.poke(tenant, { seq: taken.seq })
        return reply.redirect(`/refer/thanks/${reference}`, 303)
      },
    })

    pages.route({
      method: 'GET',
      url: '/refer/thanks/:reference',
      config: anybody,
      schema: { hide: true, summary: 'What happens next' },
      handler: async (request, reply) => {
        const asked = z.object({ reference: z.string().regex(PUBLIC_REFERENCE) }).safeParse(request.params)
        const facts = await factsNow()
        if (!facts) return send(reply, 404, 'Not open yet', notSetUp)
        if (!asked.success) return send(reply, 404, 'No such page', notThere)
        return send(reply, 200, 'Thank you', thanksContent(facts, asked.data.reference))
      },
    })
  })
}

const tooLong =
  'What you wrote is longer than we can take in one form. Please go back in your browser and shorten it.'
const unreadable = 'What arrived here cannot be read. Please go back in your browser and send it again.'
const later = 'We cannot keep it just now, through no fault of yours. Please send it again in a few minutes.'

function minutes(seconds: number): string {
  const count = Math.ceil(seconds / 60)
  return count === 1 ? 'a minute' : `${count} minutes`
}
