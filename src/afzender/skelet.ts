import { verwarbaar } from './verwarbaar-tabel.ts'

/** Code point of a character that is not ASCII to what it looks like. */
const gelijkend: ReadonlyMap<number, string> = new Map(
  verwarbaar
    .replace(/,\s+/g, ',')
    .trim()
    .split(/\s+/)
    .flatMap((rij) => {
      const plaats = rij.lastIndexOf(':')
      const beeld = rij.slice(0, plaats).toLowerCase()
      const punten = rij.slice(plaats + 1).split(',')
      return punten.map((punt) => [Number.parseInt(punt, 16), beeld] as const)
    }),
)

/**
 * What a name looks like: two names with the same skeleton are taken for each other (UTS 39, section 4). Wider than the
 * standard: accents go too, `i`, `1` and `l` are one, and so are `m` and `rn`, `w` and `vv`, `d` and `cl`. Not for
 * people to read.
 */
export function skelet(tekst: string): string {
  let uit = ''
  for (const teken of tekst.normalize('NFD')) {
    const punt = teken.codePointAt(0) ?? 0
    if (punt < 128) uit += teken
    else if (!onzichtbaar.test(teken)) uit += gelijkend.get(punt) ?? teken
  }
  return uit
    .toLowerCase()
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replace(/[i1|]/g, 'l')
    .replaceAll('0', 'o')
}

/** Marks on a letter, and what takes no place: zero width, direction of writing, soft hyphens. */
const onzichtbaar = /^[\p{M}\p{DI}\p{Cf}]$/u

/** Whether a text hides something: characters without width, or that turn the direction of what stands there. */
export function heeftVerborgenTekens(tekst: string): boolean {
  return /[\p{Cf}\p{DI}]/u.test(tekst)
}
