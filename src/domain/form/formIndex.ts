import { isQuestion, type Item, type Questionnaire } from './questionnaire.ts'

/** Where an item stands: what it's beneath, and its path for people who maintain forms (`item[0].item[2]`). */
export interface Place {
  readonly item: Item
  readonly parent: Item | undefined
  readonly path: string
}

/** Every item of a form, a parent before its children. */
export function placesOf(form: Pick<Questionnaire, 'item'>): Place[] {
  return placesBeneath(form.item, undefined, '')
}

/** Every item that asks for an answer, in the order of the form. */
export function questionsOf(form: Pick<Questionnaire, 'item'>): Item[] {
  return placesOf(form)
    .map((place) => place.item)
    .filter(isQuestion)
}

/** Items by linkId. Of a form that passed `checkQuestionnaire`, so no linkId is there twice. */
export function indexForm(form: Pick<Questionnaire, 'item'>): ReadonlyMap<string, Place> {
  return new Map(placesOf(form).map((place) => [place.item.linkId, place]))
}

function placesBeneath(items: readonly Item[], parent: Item | undefined, above: string): Place[] {
  return items.flatMap((item, position) => {
    const path = `${above}item[${position}]`
    return [{ item, parent, path }, ...placesBeneath(item.item ?? [], item, `${path}.`)]
  })
}
