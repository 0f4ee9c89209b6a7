/** `voordeur bron test <organisatie>`: the test of a connection, as its page has it. 1 when something must be mended. */
import { parseOrganisatieId } from '../domain/index.ts'
import { isGeslaagd, nietNagekeken } from '../zaken/index.ts'
import { metBronnen } from './bronnen.ts'
import type { VoerUit } from './opdracht.ts'

const tekens = { goed: 'goed      ', 'let-op': 'let op    ', fout: 'FOUT      ', 'niet-gedaan': 'onbekend  ' }

export const voerUit: VoerUit = ([getypt], wereld) =>
  metBronnen(wereld, async ({ beheer, t }) => {
    const id = parseOrganisatieId(getypt)
    const bekend = id && (await beheer.aansluitingen.vind(id))
    if (id === undefined || bekend === undefined) {
      wereld.fout(`${getypt} is niet aangesloten. Zie: voordeur bron lijst`)
      return 2
    }
    for (const { veld, code } of bekend.bezwaren) wereld.fout(`${veld}: ${t(`bronnen.fout.${code}`)}`)
    if (bekend.aansluiting.stand === 'uit') wereld.fout(t('bronnen.uit_vraagt_niets'))
    const verslag = await beheer.test(id, { soort: 'opdracht' })
    if (verslag === undefined) return 1
    for (const { onderdeel, uitslag, code, met } of verslag.regels) {
      const naam = t(`bronnen.proef.onderdeel.${onderdeel}`)
      wereld.uit(`${tekens[uitslag]}${naam}: ${t(`bronnen.proef.code.${code}`, met ?? {})}`)
      if (uitslag === 'fout' || uitslag === 'let-op')
        wereld.uit(`${' '.repeat(tekens.goed.length)}→ ${t(`bronnen.proef.doe.${code}`, met ?? {})}`)
    }
    const isGoed = isGeslaagd(verslag.regels)
    const aantal = verslag.regels.filter(({ uitslag }) => uitslag === 'fout').length
    wereld.uit(t(isGoed ? 'bronnen.test.geslaagd' : 'bronnen.test.gezakt', { n: aantal }))
    const open = isGoed ? nietNagekeken(verslag.regels) : []
    if (open.length > 0)
      wereld.uit(
        t('bronnen.test.niet_nagekeken', {
          wat: open.map((een) => t(`bronnen.proef.onderdeel.${een}`).toLowerCase()).join(', '),
        }),
      )
    return isGoed ? 0 : 1
  })
