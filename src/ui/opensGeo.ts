/** Whether the device opens a `geo:` address in maps of its own. Android does; an iPhone and a desk's browser do not. */
export function opensGeo(): boolean {
  return navigator.userAgent.includes('Android')
}
