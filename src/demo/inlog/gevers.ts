import type { Bedrijf } from '../bevolking/bedrijven.ts'
import type { Bekende } from '../bevolking/bekenden.ts'
import type { Inloggever } from './gever.ts'

/** Scopes of the made-up provider, with the claims of each. */
export const inlogscopes = {
  bsn: ['bsn'],
  kvk: ['kvk', 'vestiging', 'handelende', 'handelsnaam'],
  eidas: ['eidas'],
  eilandnummer: ['eilandnummer'],
} as const

/** Everybody with a story who has something to log in with, and everybody who acts for a company. */
export function inloggevers(bekenden: readonly Bekende[], bedrijven: readonly Bedrijf[]): Inloggever[] {
  return [...bekenden.flatMap(alsPersoon), ...bedrijven.flatMap(voorBedrijf)]
}

function alsPersoon({ id, groep, persoon, verhaal }: Bekende): Inloggever[] {
  const naam = [persoon.voornamen, persoon.voorvoegsel, persoon.geslachtsnaam].filter((deel) => deel !== '')
  const gever = { id, naam: naam.join(' '), verhaal: verhaal.nl, isExtra: groep === 'storing' }
  const { bsn, eidas, eilandnummer } = persoon
  return [
    ...(bsn === undefined ? [] : [{ ...gever, scope: 'bsn', claims: { bsn } }]),
    ...(eidas === undefined ? [] : [{ ...gever, scope: 'eidas', claims: { eidas } }]),
    ...(eilandnummer === undefined ? [] : [{ ...gever, scope: 'eilandnummer', claims: { eilandnummer } }]),
  ]
}

/** As eHerkenning: the company, who acts for it by a pseudonym, and the branch when they may do no more. */
function voorBedrijf({ naam: handelsnaam, kvk, mensen }: Bedrijf): Inloggever[] {
  return mensen.map(({ id, naam, verhaal, vestiging }) => ({
    id,
    naam: `${handelsnaam}: ${naam}`,
    verhaal: verhaal.nl,
    isExtra: false,
    scope: 'kvk',
    claims: {
      kvk,
      handelsnaam,
      handelende: `eh-${kvk}-${id}`,
      ...(vestiging !== undefined && { vestiging }),
    },
  }))
}
