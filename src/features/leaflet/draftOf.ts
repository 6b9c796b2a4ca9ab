/** One leaflet at a time is begun for a client, on a visit or in the file: what was typed for it is there in both. */
export function draftOf(client: string): { id: string; about: string } {
  return { id: `leaflet:${client}`, about: client }
}
