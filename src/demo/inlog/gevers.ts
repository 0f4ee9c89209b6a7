import type { Bekende } from '../bevolking/bekenden.ts'
import type { Inloggever } from './gever.ts'

/** Scopes of the made-up provider, with the claim of each. */
export const inlogscopes = { bsn: ['bsn'], kvk: ['kvk'], eidas: ['eidas'] } as const

/** Everybody with a story who has something to log in with; an owner of a business also as that business. */
export function inloggevers(bekenden: readonly Bekende[]): Inloggever[] {
  return bekenden.flatMap(({ id, groep, persoon, verhaal }): Inloggever[] => {
    const naam = [persoon.voornamen, persoon.voorvoegsel, persoon.geslachtsnaam].filter((deel) => deel !== '')
    const gever = { id, naam: naam.join(' '), verhaal: verhaal.nl, isExtra: groep === 'storing' }
    const { bsn, eidas, onderneming } = persoon
    return [
      ...(bsn === undefined ? [] : [{ ...gever, scope: 'bsn', claims: { bsn } }]),
      ...(eidas === undefined ? [] : [{ ...gever, scope: 'eidas', claims: { eidas } }]),
      ...(onderneming === undefined
        ? []
        : [
            {
              ...gever,
              id: `${id}-bedrijf`,
              naam: onderneming.handelsnaam,
              scope: 'kvk',
              claims: { kvk: onderneming.kvk },
            },
          ]),
    ]
  })
}
