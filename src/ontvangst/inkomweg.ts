/** By which way something came in; ids as everywhere. `balie` is what somebody says or hands over at a desk. */
export const inkomwegen = ['web', 'email', 'brief', 'balie', 'telefoon'] as const
export type Inkomweg = (typeof inkomwegen)[number]
