/** `voordeur vroegsignaal partner <bron> <soort> <organisatie> <naam> [op-adres]`: a creditor may tell a municipality of arrears; gives its key. */
import { parseOrganisatieId } from '../domain/index.ts'
import { bronsleutel, signaalsoortnamen } from '../proactief/index.ts'
import { vroegsignaalOpslag } from '../store/index.ts'
import type { VoerUit } from './opdracht.ts'
import { metToegang } from './toegang.ts'

export const voerUit: VoerUit = ([bron = '', gegeven = '', wie = '', naam = '', opAdres], wereld) =>
  metToegang(wereld, async ({ opslag, ring, corpus }) => {
    const soort = signaalsoortnamen.find((een) => een === gegeven)
    const organisatie = parseOrganisatieId(wie)
    // The code of the place stands in the id of a municipality.
    const gemeente = /^gemeente-(GM\d{4})$/.exec(wie)?.[1]
    if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(bron)) {
      wereld.fout('Een bron heet met kleine letters, cijfers en streepjes.')
      return 2
    }
    if (soort === undefined) {
      wereld.fout(`De soort is een van: ${signaalsoortnamen.join(', ')}.`)
      return 2
    }
    if (
      organisatie === undefined ||
      gemeente === undefined ||
      !corpus.huidig().organisaties.has(organisatie)
    ) {
      wereld.fout(`${wie} is geen gemeente uit corpus/organisaties, bijvoorbeeld gemeente-GM0599.`)
      return 1
    }
    if (opAdres !== undefined && opAdres !== 'op-adres') {
      wereld.fout(
        'Na de naam kan alleen nog op-adres staan: de gemeente mag in het register op adres zoeken.',
      )
      return 2
    }
    const zoekt = opAdres === 'op-adres' ? ({ zoektOpAdres: true } as const) : {}
    const afspraak = { bron, soort, naam, organisatie, gemeente, ...zoekt }
    await vroegsignaalOpslag(opslag.databank).zetPartner(afspraak)
    wereld.uit(`${naam} mag ${organisatie} achterstanden melden, als ${bron}, op POST /vroegsignalen.`)
    wereld.uit(`Sleutel om mee te ondertekenen: ${bronsleutel(ring, bron)}`)
    return 0
  })
