/** Rows of post as the database has them. */
import { parsePersoonId } from '../domain/index.ts'
import { type KennisRij, kennissoorten, kenniswijzen, type PoststukRij } from '../ontvangst/index.ts'
import { eisOrganisatie } from './eis-organisatie.ts'

export interface Rij extends Omit<PoststukRij, 'persoon' | 'door' | 'organisatie' | 'bij' | 'gereed'> {
  readonly gereed: Date | null
  readonly persoon: string | null
  readonly door: string | null
  readonly organisatie: string
  readonly bij: string
}

export interface Kennisrij extends Omit<KennisRij, 'persoon' | 'soort' | 'hoe' | 'bezorgd' | 'kenmerk'> {
  readonly kenmerk: Buffer | null
  readonly persoon: string | null
  readonly soort: string
  readonly hoe: string
  readonly bezorgd: Date | null
}

export interface Doorzendrij {
  readonly poststuk: string
  readonly van: string
  readonly naar: string
  readonly kennisgeving: string
}

export interface Regel {
  readonly volgnummer: number
  readonly tijd: Date
  readonly soort: string
  readonly codes: string
  readonly hash: string
}

export interface Werkrij {
  readonly id: string
  readonly nummer: string
  readonly soort: string
  readonly weg: string
  readonly ontvangen: Date
  readonly is_bekend: boolean
  readonly te_bezorgen: number
  readonly gereed: Date | null
}

export function stukVan({
  id,
  nummer,
  kenmerk,
  soort,
  weg,
  ontvangen,
  vastgelegd,
  kid,
  cijfer,
  ...rij
}: Rij) {
  return {
    ...{ id, nummer, kenmerk, soort, weg, ontvangen, vastgelegd, kid, cijfer },
    persoon: parsePersoonId(rij.persoon),
    door: parsePersoonId(rij.door),
    organisatie: eisOrganisatie(rij.organisatie),
    bij: eisOrganisatie(rij.bij),
    gereed: rij.gereed ?? undefined,
  }
}

export function kennisVan({
  id,
  poststuk,
  persoon,
  op,
  bezorgd,
  kenmerk,
  kid,
  cijfer,
  ...rij
}: Kennisrij): KennisRij {
  const soort = kennissoorten.find((een) => een === rij.soort)
  const hoe = kenniswijzen.find((een) => een === rij.hoe)
  if (soort === undefined || hoe === undefined) throw new Error('een kennisgeving van een onbekende soort')
  const wie = parsePersoonId(persoon)
  return {
    id,
    poststuk,
    persoon: wie,
    soort,
    hoe,
    op,
    bezorgd: bezorgd ?? undefined,
    kenmerk: kenmerk ?? undefined,
    kid,
    cijfer,
  }
}
