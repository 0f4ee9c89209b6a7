/** A form with a file in it, as RFC 7578 says. Only what a browser makes of `<form enctype="multipart/form-data">`. */

export interface Bestandsdeel {
  readonly veld: string
  /** As the browser says; never trusted. */
  readonly naam: string
  readonly inhoud: Buffer
}

export interface MeerdeligFormulier {
  readonly velden: URLSearchParams
  readonly bestanden: readonly Bestandsdeel[]
  /** It was cut off: what stands before the end is whole, the part that was cut is left out. */
  readonly isAfgekapt: boolean
}

/** Named limits: a form of ours has a handful of parts, each with a few short lines above it. */
const maxDelen = 20
const maxKopBytes = 4096
const maxVeldBytes = 64 * 1024

const CRLF2 = '\r\n\r\n'

/** The boundary in a content type; undefined when there is none that the standard allows. */
export function grensUit(contentType: string): string | undefined {
  const gevonden = /;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType)
  return gevonden?.[1] ?? gevonden?.[2]
}

/** Undefined: this is no such form. The same name twice keeps both; order is that of the form. */
export function leesMeerdelig(inhoud: Buffer, grens: string): MeerdeligFormulier | undefined {
  const streep = Buffer.from(`--${grens}`, 'latin1')
  const tussen = Buffer.from(`\r\n--${grens}`, 'latin1')
  if (!inhoud.subarray(0, streep.length).equals(streep)) return undefined
  const velden = new URLSearchParams()
  const bestanden: Bestandsdeel[] = []
  let plek = streep.length
  for (let aantal = 0; aantal <= maxDelen; aantal += 1) {
    const na = inhoud.toString('latin1', plek, plek + 2)
    if (na === '--') return { velden, bestanden, isAfgekapt: false }
    if (plek + 2 > inhoud.length) return { velden, bestanden, isAfgekapt: true }
    if (na !== '\r\n' || aantal === maxDelen) return undefined
    const kopEinde = inhoud.subarray(plek, plek + maxKopBytes).indexOf(CRLF2)
    if (kopEinde < 0)
      return inhoud.length - plek < maxKopBytes ? { velden, bestanden, isAfgekapt: true } : undefined
    const kop = leesKop(inhoud.toString('utf8', plek, plek + kopEinde))
    if (kop === undefined) return undefined
    const begin = plek + kopEinde + CRLF2.length
    // An empty part has its boundary right behind the empty line.
    const einde = inhoud.indexOf(tussen, begin - 2)
    if (einde < 0) return { velden, bestanden, isAfgekapt: true }
    const deel = inhoud.subarray(begin, Math.max(begin, einde))
    if (kop.bestandsnaam !== undefined)
      bestanden.push({ veld: kop.naam, naam: kop.bestandsnaam, inhoud: deel })
    else if (deel.length > maxVeldBytes) return undefined
    else velden.append(kop.naam, deel.toString('utf8'))
    plek = einde + tussen.length
  }
  return undefined
}

function leesKop(tekst: string): { readonly naam: string; readonly bestandsnaam?: string } | undefined {
  const regel = tekst.split('\r\n').find((een) => /^content-disposition:/i.test(een))
  if (regel === undefined || !/^content-disposition:\s*form-data\s*(;|$)/i.test(regel)) return undefined
  const naam = waarde(regel, 'name')
  if (naam === undefined) return undefined
  const bestandsnaam = waarde(regel, 'filename')
  return bestandsnaam === undefined ? { naam } : { naam, bestandsnaam }
}

/** HTML writes a quote, a return and a newline in a name as %22, %0D and %0A, and nothing else. */
function waarde(regel: string, sleutel: string): string | undefined {
  const gevonden = new RegExp(`[;\\s]${sleutel}="([^"]*)"`, 'i').exec(regel)?.[1]
  return gevonden?.replaceAll('%22', '"').replaceAll(/%0[DA]/gi, ' ')
}
