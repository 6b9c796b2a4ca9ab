/** A code of a newer version is shown as it came. */
export function purposeInWords(purpose: string): string {
  const words: Record<string, string> = { first: 'First visit', 'follow-up': 'Follow-up', review: 'Review' }
  return words[purpose] ?? purpose
}

export function placeInWords(place: string): string {
  const words: Record<string, string> = {
    home: 'At home',
    surgery: 'At the surgery',
    community: 'In the community',
    phone: 'By phone',
  }
  return words[place] ?? place
}
