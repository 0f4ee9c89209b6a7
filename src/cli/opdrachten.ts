import type { Opdracht } from './opdracht.ts'

/**
 * Every command, in the order of the usage text. A command is one file that exports `voerUit: VoerUit`:
 *
 *     { naam: 'bereken', argumenten: ['<bestand.json>'], uitleg: '…', laad: () => import('./bereken.ts') }
 */
export const opdrachten: readonly Opdracht[] = []
