/** `status.statustype,rollen` as a tree: which relations to put inside, and inside those. */
export interface Uitvouwing {
  readonly [relatie: string]: Uitvouwing
}

/** Named limit of the standard. */
export const maxDiepte = 3

/** `undefined` when it says nothing that can be done: an empty name, or deeper than three. */
export function leesExpand(tekst: string): Uitvouwing | undefined {
  const boom: Boom = {}
  for (const pad of tekst.split(',')) {
    const namen = pad.trim().split('.')
    if (namen.length > maxDiepte || namen.some((naam) => !/^[a-zA-Z]+$/.test(naam))) return undefined
    let tak = boom
    for (const naam of namen) {
      // Own names only: «constructor» is a word that anybody can send.
      const volgende: Boom = (Object.hasOwn(tak, naam) ? tak[naam] : undefined) ?? {}
      tak[naam] = volgende
      tak = volgende
    }
  }
  return boom
}

interface Boom {
  [relatie: string]: Boom
}
