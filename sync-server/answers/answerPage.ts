import { entryTold } from '#domain/directory/afterAnswer.ts'
import { answersTo, asksFor, type ProviderStatus } from '#domain/onwardReferral/answers.ts'
import type { OnwardReferralBody } from '#domain/onwardReferral/onwardReferral.ts'
import { calledIn, type SharedPart, sharedParts } from '#domain/onwardReferral/shared.ts'
import { escape, plainPage } from '../http/plainPage.ts'
import type { AnswerForm, FormProblem } from './answerForm.ts'
import type { Closed } from './links.ts'
import { answerWords, closedWords, entryWords, fieldWords, partWords, standingWords } from './words.ts'

interface Page {
  body: OnwardReferralBody
  /** Null where the directory has theirs no longer: then nothing can be said of it. */
  entry: unknown
  form: AnswerForm
  problems: readonly FormProblem[]
}

/** What was shared, and the answers: the same that a provider with an account gives. */
export function answerPage({ body, entry, form, problems }: Page): string {
  const title = `A referral${body.serviceName ? ` to ${body.serviceName}` : ''}`
  const main = `<h1>${escape(title)}</h1>
<p class="quiet">${escape(askedBy(body))}</p>
${problemsText(problems)}
<h2>What ${escape(calledIn(body) ?? 'the person')} agreed to share</h2>
<dl class="card">${sharedParts(body).map(partText).join('')}</dl>
<h2>Your answer</h2>
<p class="quiet">This link takes one answer: once you send it, the link is used up.</p>
<form method="post" class="card">
<input type="hidden" name="seen" value="${escape(form.seen)}">
<fieldset id="answer"><legend>How do things stand?</legend>
<p class="quiet">${escape(standing(body))}</p>
${answersTo(body.status)
  .map((status) => optionText(status, form, entry !== null))
  .join('\n')}
${optionFor('', 'Only a message', form.answer === '', '')}
</fieldset>
<div class="field"><label for="text">Message to ${escape(body.from?.name ?? 'the service')}</label>
<textarea id="text" name="text" rows="4" maxlength="4000" autocomplete="off">${escape(form.text)}</textarea></div>
<div class="field"><label for="name">Your name</label>
<input id="name" name="name" maxlength="200" autocomplete="name" required value="${escape(form.name)}"></div>
<button>Send the answer</button>
</form>`
  return plainPage({ title, main })
}

function askedBy({ from, madeOn }: OnwardReferralBody): string {
  const who = [from?.name, from?.service].filter(Boolean).join(', ')
  const phone = from?.phone ? ` Telephone ${from.phone}.` : ''
  return `Made on ${dayText(madeOn)}${who ? ` by ${who}` : ''}.${phone}`
}

function standing({ status, statusOn, expectedWait }: OnwardReferralBody): string {
  const since = statusOn && status !== 'sent' ? ` since ${dayText(statusOn)}` : ''
  const wait = expectedWait ? `. Expected wait: ${expectedWait}` : ''
  return `So far: ${standingWords[status] ?? status}${since}${wait}.`
}

function partText({ part, lines, on }: SharedPart): string {
  const day = on === undefined ? '' : `, ${dayText(on)}`
  return `<dt>${escape(partWords[part] ?? part)}</dt><dd>${escape(lines.join('\n') + day)}</dd>`
}

function optionText(status: ProviderStatus, form: AnswerForm, hasEntry: boolean): string {
  const fields = asksFor[status].map((field) => {
    const name = `${status}-${field}`
    const value = escape(form.fields[name] ?? '')
    const kind = field === 'startedOn' ? 'type="date"' : 'type="text" maxlength="1000"'
    return `<label for="${name}">${fieldWords[field]}</label>
<input id="${name}" name="${name}" ${kind} autocomplete="off" value="${value}">`
  })
  const more = [...fields, ...(hasEntry ? [entryText(status, form)] : [])].join('\n')
  return optionFor(status, answerWords[status], form.answer === status, more)
}

/** Said once for everybody: nobody else has to be turned down to learn it. */
function entryText(status: ProviderStatus, { fields }: AnswerForm): string {
  const told = entryTold(status)
  if (told === null) return ''
  const name = `${status}-entry`
  return `<label class="tick" for="${name}"><input type="checkbox" id="${name}" name="${name}" value="yes"${fields[name] === 'yes' ? ' checked' : ''}> ${escape(entryWords[told])}</label>`
}

function optionFor(value: string, label: string, checked: boolean, more: string): string {
  const id = `answer-${value || 'none'}`
  return `<div class="option"><label for="${id}"><input type="radio" id="${id}" name="answer" value="${value}"${checked ? ' checked' : ''}> ${escape(label)}</label>
${more ? `<div class="more">${more}</div>` : ''}</div>`
}

function problemsText(problems: readonly FormProblem[]): string {
  if (problems.length === 0) return ''
  const items = problems.map(({ field, text }) => `<li><a href="#${field}">${escape(text)}</a></li>`)
  return `<div class="problems" role="alert"><h2>Not sent yet</h2><ul>${items.join('')}</ul></div>`
}

export function thanksPage({ from }: OnwardReferralBody): string {
  const who = from?.name ?? 'the service'
  return plainPage({
    title: 'Thank you',
    main: `<h1>Thank you</h1><p>Your answer has arrived. ${escape(who)} will see it.</p>
<p>This link is used up now. To say more later, ask ${escape(who)} for a new one.</p>`,
  })
}

export function closedPage(why: Closed): string {
  const [title, text] = closedWords[why]
  return plainPage({ title, main: `<h1>${escape(title)}</h1><p>${escape(text)}</p>` })
}

export function waitPage(seconds: number): string {
  const title = 'Too many tries'
  return plainPage({
    title,
    main: `<h1>${title}</h1><p>Try again in ${Math.max(1, Math.ceil(seconds / 60))} minutes.</p>`,
  })
}

function dayText(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}
