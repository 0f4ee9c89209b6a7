/** How one text becomes another, letter by letter. */
export type Letterstap =
  | { readonly soort: 'zelfde'; readonly hier: string; readonly daar: string }
  | { readonly soort: 'anders'; readonly hier: string; readonly daar: string }
  | { readonly soort: 'extra'; readonly hier: string }
  | { readonly soort: 'mist'; readonly daar: string }

/**
 * Letters to change, add, leave out, or swap with their neighbour, counted up to `hoogstens`; more is `hoogstens + 1`.
 * A letter is not moved twice (optimal string alignment).
 */
export function afstand(a: string, b: string, hoogstens: number): number {
  const teveel = hoogstens + 1
  if (Math.abs(a.length - b.length) > hoogstens) return teveel
  let voorvorig: number[] = []
  let vorig = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const rij = [i]
    let kleinste = i
    for (let j = 1; j <= b.length; j++) {
      const gelijk = a[i - 1] === b[j - 1]
      let waarde = Math.min(
        (vorig[j] ?? teveel) + 1,
        (rij[j - 1] ?? teveel) + 1,
        (vorig[j - 1] ?? teveel) + (gelijk ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        waarde = Math.min(waarde, (voorvorig[j - 2] ?? teveel) + 1)
      rij.push(waarde)
      if (waarde < kleinste) kleinste = waarde
    }
    if (kleinste > hoogstens) return teveel
    voorvorig = vorig
    vorig = rij
  }
  return Math.min(vorig[b.length] ?? teveel, teveel)
}

/** Named limit: a name is at most 253 characters (RFC 1035); what is longer is not laid beside another. */
const maxLetters = 253

/** Both names beside each other, so that a person sees where they differ. */
export function letterVoorLetter(hier: string, daar: string): readonly Letterstap[] {
  const a = [...hier].slice(0, maxLetters)
  const b = [...daar].slice(0, maxLetters)
  const tabel = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const op = (i: number, j: number): number => tabel[i]?.[j] ?? 0
  for (let i = 0; i <= a.length; i++)
    for (let j = 0; j <= b.length; j++) {
      const rij = tabel[i]
      if (rij === undefined) continue
      if (i === 0 || j === 0) rij[j] = i + j
      else
        rij[j] = Math.min(
          op(i - 1, j) + 1,
          op(i, j - 1) + 1,
          op(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        )
    }
  const stappen: Letterstap[] = []
  let [i, j] = [a.length, b.length]
  while (i > 0 || j > 0) {
    const [h, d] = [a[i - 1] ?? '', b[j - 1] ?? '']
    if (i > 0 && j > 0 && op(i, j) === op(i - 1, j - 1) + (h === d ? 0 : 1)) {
      stappen.push({ soort: h === d ? 'zelfde' : 'anders', hier: h, daar: d })
      i--
      j--
    } else if (i > 0 && op(i, j) === op(i - 1, j) + 1) {
      stappen.push({ soort: 'extra', hier: h })
      i--
    } else {
      stappen.push({ soort: 'mist', daar: d })
      j--
    }
  }
  return stappen.reverse()
}
