import { POSTSOORTEN, type Postsoort } from '../../../corpus/index.ts'
import { HOOGSTENS_BYTES, HOOGSTENS_MB, isUuid7, soortVan, veiligeNaam } from '../../../domain/index.ts'
import {
  type Bijlage,
  HOOGSTENS_AFZENDER,
  HOOGSTENS_BIJLAGEN,
  HOOGSTENS_ONDERWERP,
  HOOGSTENS_TEKST,
} from '../../../ontvangst/index.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Verzoek } from '../../verzoek.ts'

/** What somebody typed, to give back; and what it is when nothing is wrong. */
export interface GelezenPost {
  readonly soort: Postsoort | undefined
  readonly onderwerp: string
  readonly tekst: string
  readonly naam: string
  readonly adres: string
  readonly namens: string
  readonly kenmerk: string | undefined
  readonly bijlagen: readonly Bijlage[]
  readonly fouten: readonly Veldfout[]
}

export function leesPost({ bestandsformulier, form, context }: Verzoek): GelezenPost {
  const { t } = context.spraak
  const velden = bestandsformulier?.formulier.velden ?? form
  const regel = (naam: string) => (velden.get(naam) ?? '').replace(/\s+/g, ' ').trim()
  const soort = POSTSOORTEN.find((een) => een === velden.get('soort'))
  const onderwerp = regel('onderwerp')
  const tekst = (velden.get('tekst') ?? '').replace(/\r\n/g, '\n').trim()
  const [naam, adres, namens] = [regel('naam'), regel('adres'), regel('namens')]
  const kenmerk = velden.get('kenmerk')
  const bestanden = (bestandsformulier?.formulier.bestanden ?? []).filter(
    ({ veld, inhoud }) => veld === 'bestand' && inhoud.length > 0,
  )
  const teGroot =
    bestandsformulier?.formulier.isAfgekapt === true ||
    bestanden.some(({ inhoud }) => inhoud.length > HOOGSTENS_BYTES)
  const fout = (veld: string, wat: string, waarden = {}) => ({ veld, tekst: t(`post.fout.${wat}`, waarden) })
  const fouten: Veldfout[] = [
    ...(soort === undefined ? [fout('soort', 'soort')] : []),
    ...(onderwerp === '' ? [fout('onderwerp', 'onderwerp')] : []),
    ...(onderwerp.length > HOOGSTENS_ONDERWERP
      ? [fout('onderwerp', 'lang', { n: HOOGSTENS_ONDERWERP })]
      : []),
    ...(tekst === '' ? [fout('tekst', 'tekst')] : []),
    ...(tekst.length > HOOGSTENS_TEKST ? [fout('tekst', 'lang', { n: HOOGSTENS_TEKST })] : []),
    ...([naam, adres, namens].some((een) => een.length > HOOGSTENS_AFZENDER)
      ? [fout('naam', 'lang', { n: HOOGSTENS_AFZENDER })]
      : []),
    ...(teGroot ? [fout('bestand', 'te_groot', { mb: HOOGSTENS_MB })] : []),
    ...(bestanden.length > HOOGSTENS_BIJLAGEN ? [fout('bestand', 'te_veel', { n: HOOGSTENS_BIJLAGEN })] : []),
    ...(!teGroot && bestanden.some(({ inhoud }) => soortVan(inhoud) === undefined)
      ? [fout('bestand', 'bestandsoort')]
      : []),
  ]
  return {
    soort,
    onderwerp,
    tekst,
    naam,
    adres,
    namens,
    kenmerk: isUuid7(kenmerk) ? kenmerk : undefined,
    bijlagen: bestanden.map(({ naam: bestandsnaam, inhoud }) => ({
      naam: veiligeNaam(bestandsnaam, inhoud),
      formaat: soortVan(inhoud)?.mime ?? 'application/octet-stream',
      inhoud,
    })),
    fouten,
  }
}

/** Whom nobody recognised: what they wrote about themselves, and nothing where they wrote nothing. */
export function afzenderVan({ naam, adres, namens }: Pick<GelezenPost, 'naam' | 'adres' | 'namens'>) {
  return {
    soort: 'onbekend',
    ...(naam !== '' && { naam }),
    ...(adres !== '' && { adres }),
    ...(namens !== '' && { namens }),
  } as const
}
