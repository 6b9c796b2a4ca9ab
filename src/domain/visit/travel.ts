/**
 * Where a tap on an address leads: the phone's own maps, or a search of OpenStreetMap where there are none. Only the
 * address goes into it, never whose it is.
 */
export function travelLink(address: string, onPhone: boolean): string {
  const query = encodeURIComponent(address)
  return onPhone ? `geo:0,0?q=${query}` : `https://www.openstreetmap.org/search?query=${query}`
}
