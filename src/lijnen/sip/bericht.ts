/** A message of SIP as it goes over the wire (RFC 3261 §7): read strictly, written plainly. */

/** Named limit, in bytes: more than an answer with SDP needs. */
export const HOOGSTENS_BERICHT = 8_192

export interface Sipbericht {
  readonly begin:
    | { readonly soort: 'vraag'; readonly methode: string; readonly uri: string }
    | { readonly soort: 'antwoord'; readonly code: number; readonly reden: string }
  /** In the order of the wire, with full names in small letters. */
  readonly koppen: readonly (readonly [naam: string, waarde: string])[]
  readonly inhoud: string
}

/** RFC 3261 §7.3.3: short names. */
const kort: Readonly<Record<string, string>> = {
  ...{ v: 'via', f: 'from', t: 'to', i: 'call-id', m: 'contact' },
  ...{ l: 'content-length', c: 'content-type', e: 'content-encoding', k: 'supported', s: 'subject' },
}

/** `undefined`: it is no message, or one that lacks what every message has. */
export function leesBericht(tekst: string): Sipbericht | undefined {
  if (tekst.length > HOOGSTENS_BERICHT) return undefined
  const einde = tekst.indexOf('\r\n\r\n')
  if (einde < 0) return undefined
  // A line that begins with a space goes on with the one before it (§7.3.1).
  const [eerste = '', ...regels] = tekst
    .slice(0, einde)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const begin = leesBegin(eerste)
  if (begin === undefined) return undefined
  const koppen: [string, string][] = []
  for (const regel of regels) {
    const [, naam = '', waarde = ''] = /^([\w.!%*+`'~-]+)\s*:\s*(.*?)\s*$/.exec(regel) ?? []
    if (naam === '') return undefined
    const klein = naam.toLowerCase()
    koppen.push([kort[klein] ?? klein, waarde])
  }
  const bericht = { begin, koppen, inhoud: tekst.slice(einde + 4) }
  const vereist = ['via', 'from', 'to', 'call-id', 'cseq']
  return vereist.every((naam) => kop(bericht, naam) !== undefined) ? bericht : undefined
}

function leesBegin(regel: string): Sipbericht['begin'] | undefined {
  const [, code, reden = ''] = /^SIP\/2\.0 ([1-6]\d\d) ?(.*)$/.exec(regel) ?? []
  if (code !== undefined) return { soort: 'antwoord', code: Number(code), reden }
  const [, methode, uri] = /^([A-Z]+) (\S+) SIP\/2\.0$/.exec(regel) ?? []
  return methode !== undefined && uri !== undefined ? { soort: 'vraag', methode, uri } : undefined
}

export function kop({ koppen }: Pick<Sipbericht, 'koppen'>, naam: string): string | undefined {
  return koppen.find(([een]) => een === naam)?.[1]
}

/** All values of a header that may occur more than once, also several in one line (§7.3.1). */
export function lijstVan({ koppen }: Pick<Sipbericht, 'koppen'>, naam: string): string[] {
  return koppen
    .filter(([een]) => een === naam)
    .flatMap(([, waarde]) => waarde.split(/,(?=(?:[^"<]|"[^"]*"|<[^>]*>)*$)/))
    .map((waarde) => waarde.trim())
}

export function schrijfVraag(
  methode: string,
  uri: string,
  koppen: readonly (readonly [string, string])[],
  sdp = '',
): string {
  return schrijf(`${methode} ${uri} SIP/2.0`, koppen, sdp)
}

/** With what an answer takes from its question (§8.2.6.2). */
export function schrijfAntwoord(
  op: Sipbericht,
  code: number,
  reden: string,
  {
    koppen = [],
    sdp = '',
  }: { readonly koppen?: readonly (readonly [string, string])[]; readonly sdp?: string } = {},
): string {
  const overgenomen = op.koppen.filter(([naam]) => ['via', 'from', 'to', 'call-id', 'cseq'].includes(naam))
  return schrijf(`SIP/2.0 ${code} ${reden}`, [...overgenomen, ...koppen], sdp)
}

function schrijf(begin: string, koppen: readonly (readonly [string, string])[], sdp: string): string {
  const soort = sdp === '' ? [] : [['Content-Type', 'application/sdp'] as const]
  const alle = [...koppen, ...soort, ['Content-Length', String(Buffer.byteLength(sdp))] as const]
  return `${[begin, ...alle.map(([naam, waarde]) => `${naam}: ${waarde}`)].join('\r\n')}\r\n\r\n${sdp}`
}

/** The address between `<` and `>`, or what stands before parameters. */
export function uriUit(waarde: string): string {
  return /<([^>]+)>/.exec(waarde)?.[1] ?? waarde.split(';')[0]?.trim() ?? ''
}

export function tagVan(waarde: string | undefined): string | undefined {
  return /;\s*tag=([^;\s>]+)\s*(;|$)/i.exec(waarde?.replace(/<[^>]*>/, '') ?? '')?.[1]
}
