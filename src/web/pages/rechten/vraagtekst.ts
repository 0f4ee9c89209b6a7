import type { FeitInfo } from '../../../engine/index.ts'
import {
  type Antwoorden,
  type Json,
  segmenten,
  type Vraagstelling,
  waardeOp,
} from '../../../rechten/index.ts'
import type { Spraak } from '../../ui/spraak.ts'

/** The words of one question, in the visitor's language. */
export interface Vraagtekst {
  readonly naam: string
  readonly vraag: string
  readonly hulp: string | undefined
  readonly waarom: string | undefined
  readonly opties: Readonly<Record<string, string>>
}

export function vraagtekst(spraak: Spraak, antwoorden: Antwoorden, vraag: Vraagstelling): Vraagtekst {
  const wie = wieVan(spraak, antwoorden, vraag)
  if (!vraag.feit) return lijsttekst(spraak, vraag, wie)
  const tekst = feittekst(spraak, vraag.feit)
  const vul = (zin: string): string => zin.replaceAll('{wie}', wie ?? '')
  const zin = wie === undefined ? tekst.vraag : (tekst.vraag_ander ?? tekst.vraag)
  return {
    naam: tekst.naam,
    vraag: hoofdletter(vul(zin)),
    hulp: tekst.hulp,
    waarom: tekst.waarom,
    opties: tekst.opties ?? {},
  }
}

export function feittekst(spraak: Spraak, feit: FeitInfo) {
  // Every shipped fact has all three; an added one has at least Dutch.
  return (
    feit.teksten[spraak.taal] ?? feit.teksten.nl ?? { naam: feit.id, vraag: feit.id, vraag_ander: feit.id }
  )
}

function lijsttekst(spraak: Spraak, vraag: Vraagstelling, wie: string | undefined): Vraagtekst {
  const { t } = spraak
  const lijst = vraag.bij
  return {
    naam: t(`vraag.${lijst}.naam`),
    vraag: hoofdletter(t(`vraag.${lijst}.vraag`, { wie: wie ?? '' })),
    hulp: t(`vraag.${lijst}.hulp`),
    waarom: t(`vraag.${lijst}.waarom`),
    opties: {},
  }
}

/** Whom a question is about; undefined when it is the visitor or the home. */
export function wieVan(spraak: Spraak, antwoorden: Antwoorden, vraag: Vraagstelling): string | undefined {
  const { t } = spraak
  const [groep, plek] = segmenten(vraag.pad)
  if (groep === 'partner') return vraag.soort === 'partner' ? undefined : t('vraag.wie.partner')
  if (vraag.index === undefined || plek === undefined) return undefined
  if (groep === 'medebewoners') return t('vraag.wie.medebewoner', { n: vraag.index + 1 })
  const kind = kindnaam(spraak, waardeOp(antwoorden, `/huishouden/kinderen/${plek}/geboortedatum`), vraag)
  return vraag.opvang === undefined ? kind : t('vraag.wie.opvang', { wie: kind, n: vraag.opvang + 1 })
}

function kindnaam(spraak: Spraak, geboren: Json | undefined, vraag: Vraagstelling): string {
  const isEigenDatum = vraag.feit?.id === 'geboortedatum'
  if (typeof geboren === 'string' && !isEigenDatum) {
    return spraak.t('vraag.wie.kind_datum', { datum: spraak.datum(geboren) })
  }
  return spraak.t('vraag.wie.kind', { n: (vraag.index ?? 0) + 1 })
}

/** The name of a fact with its person: «Inkomen per jaar (uw partner)». */
export function naamMetWie(spraak: Spraak, antwoorden: Antwoorden, vraag: Vraagstelling): string {
  const wie = wieVan(spraak, antwoorden, vraag)
  const { naam } = vraagtekst(spraak, antwoorden, vraag)
  return wie === undefined ? naam : `${naam} (${wie})`
}

export function hoofdletter(zin: string): string {
  return zin.charAt(0).toLocaleUpperCase('nl') + zin.slice(1)
}
