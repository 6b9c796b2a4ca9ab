/** One element of a PDF's structure tree: what it is, what stands for it in words, and on which pages it lies. */
export interface Tag {
  tag: string
  alt: string | undefined
  pages: ReadonlySet<string>
  children: Tag[]
}

export interface PdfStructure {
  marked: boolean
  lang: string | undefined
  title: string | undefined
  pages: number
  tags: Tag[]
}

/**
 * What a screen reader finds in a PDF as Chromium writes it: its objects lie in the clear, one after another, and only the
 * drawings between them are packed.
 *
 * @throws where the file has no structure tree at all
 */
export function pdfStructure(pdf: Buffer): PdfStructure {
  const objects = objectsOf(pdf.toString('latin1'))
  const all = [...objects.values()]
  const catalog = all.find((text) => /\/Type \/Catalog\b/.test(text)) ?? ''
  const root = /\/StructTreeRoot (\d+) 0 R/.exec(catalog)?.[1]
  if (root === undefined) throw new Error('The PDF has no structure tree')
  return {
    marked: /\/Marked true/.test(catalog),
    lang: valueOf(catalog, 'Lang'),
    title: valueOf(all.find((text) => /\/Producer/.test(text)) ?? '', 'Title'),
    pages: all.filter((text) => /\/Type \/Page\b/.test(text)).length,
    tags: kidsOf(objects.get(root) ?? '').map((kid) => tagOf(kid, objects)),
  }
}

/** The tree in reading order. */
export function flat(tags: readonly Tag[]): Tag[] {
  return tags.flatMap((tag) => [tag, ...flat(tag.children)])
}

function objectsOf(text: string): Map<string, string> {
  const found = text.matchAll(/^(\d+) 0 obj\n([\s\S]*?)(?:\bstream\b[\s\S]*?endstream\n)?endobj/gm)
  return new Map([...found].map(([, number = '', body = '']) => [number, body]))
}

function tagOf(number: string, objects: ReadonlyMap<string, string>): Tag {
  const text = objects.get(number) ?? ''
  const children = kidsOf(text).map((kid) => tagOf(kid, objects))
  const own = [...text.matchAll(/\/Pg (\d+) 0 R/g)].map(([, page = '']) => page)
  return {
    tag: /\/S \/(\w+)/.exec(text)?.[1] ?? '',
    alt: valueOf(text, 'Alt'),
    pages: new Set([...own, ...children.flatMap((child) => [...child.pages])]),
    children,
  }
}

/** The elements below; what is drawn on a page is a number or a dictionary, and no element. */
function kidsOf(text: string): string[] {
  const inside = /\/K (\[[\s\S]*?\](?=\s*(?:\/|>>))|\d+ 0 R)/.exec(
    text.replaceAll(/<<\/Type \/MCR[\s\S]*?>>/g, ''),
  )
  return [...(inside?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, number = '']) => number)
}

/** A text of a dictionary: in brackets, or in UTF-16 as hexadecimal digits. */
function valueOf(text: string, key: string): string | undefined {
  const match = new RegExp(`/${key} (?:\\(((?:\\\\.|[^\\\\)])*)\\)|<FEFF([0-9A-F]*)>)`).exec(text)
  if (match?.[1] !== undefined) return match[1].replaceAll(/\\(.)/g, '$1')
  return match?.[2] && Buffer.from(match[2], 'hex').swap16().toString('utf16le')
}
