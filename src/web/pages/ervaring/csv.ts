import { KLEINSTE, type ReisId, rondAf, soorten, stappen, type Weektelling } from '../../../ervaring/index.ts'

const koppen = ['week', 'reis', 'stap', 'nummer', 'kanaal', 'soort', 'aantal', 'minder_dan'] as const

/**
 * RFC 4180, with a row per week, step, channel and counter. Numbers are said as on the page: one that is too small is empty, with what it is
 * below in the last column; counters that are nothing have no row. No cell comes from outside: ids, days and numbers.
 */
export function ervaringCsv(weken: readonly Weektelling[], reis: ReisId | undefined): string {
  const plek = new Map(stappen.map((stap, i) => [stap.id as string, { ...stap, i }]))
  const rijen = weken
    .flatMap((een) => {
      const stap = plek.get(een.stap)
      return stap === undefined || (reis !== undefined && stap.reis !== reis) ? [] : [{ een, stap }]
    })
    .toSorted(
      (a, b) =>
        a.een.week.localeCompare(b.een.week) ||
        a.stap.i - b.stap.i ||
        a.een.kanaal.localeCompare(b.een.kanaal) ||
        soorten.indexOf(a.een.soort) - soorten.indexOf(b.een.soort),
    )
    .map(({ een: { week, kanaal, soort, aantal }, stap }) => {
      const isKlein = aantal < KLEINSTE
      return [
        week,
        stap.reis,
        stap.id,
        stap.nummer + 1,
        kanaal,
        soort,
        isKlein ? '' : rondAf(aantal),
        isKlein ? KLEINSTE : '',
      ]
    })
  return [koppen, ...rijen].map((rij) => `${rij.join(',')}\r\n`).join('')
}
