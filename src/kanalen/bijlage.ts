/** A file that comes with a message. */
export interface Bijlage {
  readonly naam: string
  readonly type: Bijlagetype
  readonly inhoud: Uint8Array
}

/** What the message itself says of it. */
export interface Bijlagekop {
  readonly naam: string
  readonly type: Bijlagetype
  readonly bytes: number
}

/** What opens everywhere and runs nowhere. */
export const bijlagetypen = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/plain',
  'text/calendar',
] as const
export type Bijlagetype = (typeof bijlagetypen)[number]

/** Named limits: so many, each so large, and so large together. */
export const maxBijlagen = 10
export const maxBijlageBytes = 5_000_000
export const maxBijlagenBytes = 10_000_000

export type BijlageFout = 'te-veel' | 'te-groot' | 'naam-onjuist' | 'type-onjuist'

/** Everything that is wrong with them; empty when they may go along. */
export function bijlageFouten(bijlagen: readonly Bijlage[]): readonly BijlageFout[] {
  const totaal = bijlagen.reduce((som, { inhoud }) => som + inhoud.byteLength, 0)
  const isTeGroot = bijlagen.some(({ inhoud }) => inhoud.byteLength > maxBijlageBytes)
  const fouten: readonly (readonly [boolean, BijlageFout])[] = [
    [bijlagen.length > maxBijlagen, 'te-veel'],
    [isTeGroot || totaal > maxBijlagenBytes, 'te-groot'],
    // A name is shown and offered as a name of a file: no paths, nothing that cannot be seen.
    [bijlagen.some(({ naam }) => !/^[^\p{Cc}\\/:]{1,120}$/u.test(naam)), 'naam-onjuist'],
    [bijlagen.some(({ type }) => !bijlagetypen.includes(type)), 'type-onjuist'],
  ]
  return fouten.filter(([isFout]) => isFout).map(([, fout]) => fout)
}

export function kopVan({ naam, type, inhoud }: Bijlage): Bijlagekop {
  return { naam, type, bytes: inhoud.byteLength }
}
