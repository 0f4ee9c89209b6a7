/**
 * Out and in at the same moment on one installation: messages leave as fast as they can while a hundred a second come
 * in, until the last one is out. What each can do by itself, kanalen.ts and ontvangst.ts measure.
 */
import { metGewoonGebruik, rekentijdPer } from './gewoon-gebruik.ts'
import { laatUitgaan, minstens, openUitgang } from './kanalen.ts'
import { type Meting, rond } from './meet.ts'
import { deelVan, grensMs, neemGestaagAan, openInkomst, perSeconde } from './ontvangst.ts'

/** At 200 a second some twenty seconds. */
const uitgaand = 4_000

export function kanalenSamen(aantalUit = uitgaand): Promise<Meting[]> {
  return metGewoonGebruik('kanalen.samen-paginas-p95', async (opslag) => {
    const uitgang = await openUitgang(opslag, aantalUit)
    const inkomst = openInkomst(opslag, uitgang.huis.ring)
    // Who sends something gets a receipt, which goes out as a letter too.
    for (const een of inkomst.mensen)
      uitgang.huis.postadressen.set(een, ['Iemand', 'Postweg 2', '1234 AB Dorp'])
    const rekentijd = await rekentijdPer(opslag)
    let isUit = false
    const binnen = neemGestaagAan(inkomst, () => !isUit)
    const gegaan = laatUitgaan(uitgang).finally(() => {
      isUit = true
    })
    // Both are over, whatever became of the other, before the house is closed.
    await Promise.allSettled([gegaan, binnen])
    const [{ duur, uit: gingUit, dubbel }, { aantal, klaarMs }] = await Promise.all([gegaan, binnen])
    const kosten = await rekentijd(gingUit + aantal)
    const { uit } = inkomst
    return [
      {
        naam: 'kanalen.samen-uit',
        waarde: rond((gingUit / duur) * 1000),
        eenheid: `berichten/s uit, terwijl er ${perSeconde} per seconde binnenkomen (${gingUit} uit, met de bevestigingen erbij, ${aantal} in; ${kosten})`,
        minstens,
      },
      {
        naam: 'kanalen.samen-ontvangst-p95',
        waarde: deelVan(uit.duur, 0.95),
        eenheid: `ms (${aantal} in, terwijl er berichten uitgaan)`,
        grens: grensMs,
      },
      {
        naam: 'kanalen.samen-in',
        waarde: rond((aantal / klaarMs) * 1000),
        eenheid: `berichten/s in (er kwamen er ${perSeconde} per seconde)`,
      },
      {
        naam: 'kanalen.samen-mis',
        waarde: aantal - uit.nummers.size + uit.dubbel + dubbel,
        eenheid: 'berichten kwijt, geweigerd of dubbel, uit en in',
        grens: 0,
      },
    ]
  })
}
