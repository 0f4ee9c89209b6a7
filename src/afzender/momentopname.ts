import type { Weten } from '../corpus/index.ts'
import type { Datum } from '../domain/index.ts'
import { naarLijn } from './adres.ts'
import type { Momentopname, MomentopnameDomein } from './register.ts'

export interface MomentopnameStore {
  /** The last one that was read in. */
  readonly laatste: () => Promise<Momentopname | undefined>
  /** Which one that is, to see whether there is another. */
  readonly nummer: () => Promise<number>
  /** In the place of what was there. */
  readonly zet: (nieuw: Momentopname, op: Date) => Promise<void>
}

export interface GelezenMomentopname {
  readonly domeinen: readonly MomentopnameDomein[]
  /** Lines that hold no domain name, from 1. */
  readonly overgeslagen: readonly number[]
}

/** Named limits: larger than any register of a country. */
const maxRegels = 500_000
const maxNaam = 200

/** How columns are called, in small letters; the first that is there counts. */
const kolommen = {
  domein: ['domein', 'domeinnaam', 'domain', 'host', 'hostname', 'url', 'internetdomein'],
  naam: ['organisatie', 'naam', 'eigenaar', 'organisation', 'organization', 'houder'],
  soort: ['soort', 'type'],
  mail: ['mail', 'email', 'e-mail', 'e-mail toegestaan'],
} as const

/** CSV with a line of names, or JSON: a list of records, or one below a name. `undefined` when it is neither. */
export function leesMomentopname(tekst: string): GelezenMomentopname | undefined {
  const rijen = /^\s*[[{]/.test(tekst) ? leesJson(tekst) : leesCsv(tekst)
  if (rijen === undefined || rijen.length > maxRegels) return undefined
  const overgeslagen: number[] = []
  const domeinen = new Map<string, MomentopnameDomein>()
  for (const [plaats, rij] of rijen.entries()) {
    const gelezen = leesRij(rij)
    if (gelezen === undefined) overgeslagen.push(plaats + 1)
    else domeinen.set(gelezen.domein, gelezen)
  }
  return domeinen.size === 0 ? undefined : { domeinen: [...domeinen.values()], overgeslagen }
}

type Rij = ReadonlyMap<string, string>

function leesRij(rij: Rij): MomentopnameDomein | undefined {
  const veld = (welke: keyof typeof kolommen): string =>
    kolommen[welke]
      .map((naam) => rij.get(naam))
      .find((waarde) => waarde !== undefined)
      ?.trim() ?? ''
  const domein = naarLijn(
    veld('domein')
      .replace(/^https?:\/\//i, '')
      .replace(/[/?#:].*$/, '')
      .replace(/^www\./i, ''),
  )
  const naam = veld('naam').slice(0, maxNaam)
  if (domein === undefined || naam === '') return undefined
  const soort = veld('soort').toLowerCase()
  const mail: Weten = /^(ja|true|1|yes)$/i.test(veld('mail'))
    ? 'ja'
    : /^(nee|false|0|no)$/i.test(veld('mail'))
      ? 'nee'
      : /mail/.test(soort)
        ? 'ja'
        : 'onbekend'
  // A name that is only kept, or only for mail, has no website.
  const web: Weten = /gepark|parked|^e-?mail/.test(soort) ? 'nee' : 'ja'
  return { domein, naam, onder: 'onbekend', web, mail }
}

function leesJson(tekst: string): Rij[] | undefined {
  try {
    const gelezen: unknown = JSON.parse(tekst)
    const lijst = Array.isArray(gelezen)
      ? gelezen
      : Object.values(gelezen ?? {}).find((waarde) => Array.isArray(waarde))
    if (!Array.isArray(lijst)) return undefined
    return lijst.map(
      (een: unknown) =>
        new Map(
          Object.entries(typeof een === 'object' && een !== null ? een : {}).map(([naam, waarde]) => [
            naam.toLowerCase(),
            ['string', 'number', 'boolean'].includes(typeof waarde) ? String(waarde) : '',
          ]),
        ),
    )
  } catch {
    return undefined
  }
}

/** With `,` or `;` between, and quotes around what holds one (RFC 4180). */
function leesCsv(tekst: string): Rij[] | undefined {
  const [eerste = '', ...regels] = tekst.replace(/^\ufeff/, '').split(/\r?\n/)
  const scheider = eerste.includes(';') ? ';' : ','
  const namen = leesRegel(eerste, scheider).map((naam) => naam.trim().toLowerCase())
  if (!namen.some((naam) => (kolommen.domein as readonly string[]).includes(naam))) return undefined
  return regels
    .filter((regel) => regel.trim() !== '')
    .map((regel) => {
      const velden = leesRegel(regel, scheider)
      return new Map(namen.map((naam, plaats) => [naam, velden[plaats] ?? '']))
    })
}

function leesRegel(regel: string, scheider: string): string[] {
  const velden: string[] = []
  let veld = ''
  let inTekst = false
  for (let i = 0; i < regel.length; i++) {
    const teken = regel[i] ?? ''
    if (teken === '"' && inTekst && regel[i + 1] === '"') {
      veld += '"'
      i++
    } else if (teken === '"') inTekst = !inTekst
    else if (teken === scheider && !inTekst) {
      velden.push(veld)
      veld = ''
    } else veld += teken
  }
  return [...velden, veld]
}

/** Days since it was so, for people. */
export function dagenOud({ peildatum }: { readonly peildatum: Datum }, vandaag: Datum): number {
  return Math.round((Date.parse(vandaag) - Date.parse(peildatum)) / 86_400_000)
}
