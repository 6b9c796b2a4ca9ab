import type { Lacking } from '#domain/assessment/shippedForms.ts'
import type { DefinitionProblem } from '#domain/form/definitionProblem.ts'
import type { ImportFault } from '#domain/form/editions.ts'

/** Why a file was not taken, a line for each thing to mend. */
export function importFaultLines(fault: ImportFault): string[] {
  switch (fault.code) {
    case 'too-large':
      return [`The file is larger than ${Math.round(fault.most / 1000)} kB, the most that a form may be.`]
    case 'not-json':
      return [`The file is not JSON: ${fault.at}`]
    case 'no-url':
      return ['The form has no “url”. It needs one, so that answers can say which form they belong to.']
    case 'no-version':
      return [
        'The form has no “version”. It needs one, so that answers can say which version they belong to.',
      ]
    case 'there-already':
      return [
        `“${fault.canonical}” is here already, with other questions. Give the changed form a new version.`,
      ]
    case 'unsound':
      return fault.problems.map(problemLine)
  }
}

/** What is wrong, at which question, and how to mend it. */
function problemLine(problem: DefinitionProblem): string {
  const what = problemWords(problem)
  if (problem.path === '') return what
  const place = problem.linkId === undefined ? problem.path : `“${problem.linkId}” (${problem.path})`
  return `${place}: ${what}`
}

function problemWords({ code, about = '' }: DefinitionProblem): string {
  switch (code) {
    case 'not-a-questionnaire':
      return 'This is not a FHIR Questionnaire.'
    case 'malformed':
      return `“${about}” has a value of the wrong kind.`
    case 'unsupported-type':
      return 'This type of question cannot be asked here. Groups, texts, numbers, days, moments, yes or no, choices and quantities can.'
    case 'unsupported-extension':
      return `The extension ${about} would change what is asked, and is not understood. Take it out.`
    case 'modifier-extension':
      return `A modifier extension (${about}) is not understood. Take it out.`
    case 'duplicate-link-id':
      return 'Another question has the same linkId. Each needs its own.'
    case 'bad-link-id':
      return 'The linkId is missing or cannot be used. Give it a plain one.'
    case 'repeating-group':
      return 'A group cannot be repeated. Ask for each time in a form of its own, or name the groups one by one.'
    case 'repeating-question-with-items':
      return 'A question with questions beneath it cannot be repeated.'
    case 'empty-group':
      return 'The group has no questions.'
    case 'display-with-items':
      return 'A text that is only shown cannot have questions beneath it. Make it a group.'
    case 'not-allowed-here':
      return `“${about}” does not go with this type of question. Take it out.`
    case 'read-only-required':
      return 'It is needed but cannot be answered: it is read-only and has no initial value.'
    case 'no-options':
      return 'The choice offers no answers. List them in answerOption.'
    case 'bad-option':
      return 'One of the answers cannot be read. Answers are codings, texts, whole numbers or days.'
    case 'duplicate-option':
      return 'The same answer is offered twice.'
    case 'value-set':
      return 'Its answers lie in a value set elsewhere. List them in answerOption: nothing is looked up on a visit.'
    case 'bad-initial':
      return 'Its initial value is not one that the question takes.'
    case 'bad-limit':
      return `The limit ${about} does not fit this type of question.`
    case 'bad-unit':
      return `The unit ${about} has to be a coding, and stand at a quantity.`
    case 'unknown-question':
      return `Its condition asks about “${about}”, which is not in the form.`
    case 'not-a-question':
      return `Its condition asks about “${about}”, which is not a question.`
    case 'bad-condition':
      return 'Its condition has no answer to compare with, or one that does not go with its operator.'
    case 'behavior-missing':
      return 'It has several conditions. Say in enableBehavior whether all or any of them count.'
    case 'circular-condition':
      return 'Whether it is asked depends on its own answer.'
  }
}

/** Of a form that visits use: what has to stay as it is. */
export function lackingLine({ linkId, what }: Lacking): string {
  switch (what) {
    case 'missing':
      return `“${linkId}” is missing. Visits read it: word it as you like, but keep it.`
    case 'type':
      return `“${linkId}” is of another type than visits read.`
    case 'condition':
      return `“${linkId}” is asked under another condition than visits expect.`
    case 'place':
      return `“${linkId}” stands in no group. A visit goes from group to group: put it into one.`
    case 'answers':
      return `“${linkId}” lacks answers that visits read, or gives them other scores.`
  }
}
