import type { OrganisatieId } from '../domain/index.ts'
import { isNegenElfproef } from '../zgw/index.ts'
import { bezwaarTegenAdres, isOverlap, type Netwerkregels } from './aansluitadres.ts'
import { type Aansluitfout, type Aansluiting, onderdelen } from './aansluiting.ts'
import { keurTls } from './aansluiting-tls.ts'

export interface Keuromgeving {
  readonly netwerk: Netwerkregels
  /** Where this installation itself is reached: no case register is there. */
  readonly eigenAdressen: readonly string[]
  /** As in the corpus. */
  readonly kentOrganisatie: (id: OrganisatieId) => boolean
  /** The other connections of this installation. */
  readonly anderen: readonly Aansluiting[]
}

/** Everything that is wrong with what was written down, each with its field. */
export function keurAansluiting(
  aansluiting: Aansluiting,
  { netwerk, eigenAdressen, kentOrganisatie, anderen }: Keuromgeving,
): readonly Aansluitfout[] {
  const { organisatie, rsins, grenzen } = aansluiting
  const adressen = adressenVan(aansluiting)
  return [
    ...(kentOrganisatie(organisatie)
      ? []
      : [{ veld: 'organisatie', code: 'onbekende-organisatie' } as const]),
    ...(rsins.length === 0 ? [{ veld: 'rsins', code: 'ontbreekt' } as const] : []),
    ...rsins
      .filter((rsin) => !isNegenElfproef(rsin))
      .map(() => ({ veld: 'rsins', code: 'geen-rsin' }) as const),
    ...adressen.flatMap(([veld, adres]): Aansluitfout[] => {
      const code = bezwaarTegenAdres(adres, netwerk)
      if (code !== undefined) return [{ veld, code }]
      if (eigenAdressen.some((eigen) => isOverlap(adres, eigen))) return [{ veld, code: 'adres-van-ons' }]
      const bij = anderen.find(
        (ander) =>
          ander.organisatie !== organisatie &&
          adressenVan(ander).some(([, van]) => URL.canParse(van) && isOverlap(adres, van)),
      )
      return bij === undefined ? [] : [{ veld, code: 'adres-overlapt', wat: bij.organisatie }]
    }),
    ...keurTls(aansluiting),
    // Nobody is asked there: it only says which addresses in answers are those of this source.
    ...Object.entries(aansluiting.noemtZich ?? {}).flatMap(([naam, adres]): Aansluitfout[] =>
      URL.canParse(adres) && /^https?:$/.test(new URL(adres).protocol)
        ? []
        : [{ veld: `noemtZich.${naam}`, code: 'geen-adres' }],
    ),
    ...(grenzen.verbindMs > grenzen.totaalMs
      ? [{ veld: 'grenzen.verbindMs', code: 'getal-buiten-grens' } as const]
      : []),
  ]
}

/** Every base address with its field. */
export function adressenVan({ adressen, klant, taken }: Aansluiting): readonly (readonly [string, string])[] {
  const alle = [
    ...onderdelen.map((naam) => [`adressen.${naam}`, adressen[naam]] as const),
    ['klant', klant] as const,
    ['taken', taken] as const,
  ]
  return alle.flatMap(([veld, adres]) => (adres === undefined ? [] : [[veld, adres] as const]))
}
