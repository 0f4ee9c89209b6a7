import { type GetalKnoop, isGetal } from './ir.ts'
import type { Plan } from './plan.ts'

/** Made of figures only: no fact of the household in it (one step deep into rules is enough for a limit). */
export function vast(p: Plan, k: GetalKnoop, diepte = 0): boolean {
  switch (k.t) {
    case 'c':
    case 'param':
    case 'peil':
      return true
    case 'op':
      return vast(p, k.a, diepte) && vast(p, k.b, diepte)
    case 'als':
      return vast(p, k.a, diepte) && vast(p, k.b, diepte)
    case 'schaal':
    case 'rond':
      return vast(p, k.a, diepte)
    case 'deel':
      return vast(p, k.a, diepte) && vast(p, k.b, diepte)
    case 'dag':
      return vast(p, k.a, diepte) && (!k.b || vast(p, k.b, diepte))
    case 'zoek':
      return true
    case 'regel': {
      const r = p.regels[k.i]?.knoop
      return diepte < 4 && r !== undefined && isGetal(r) && vast(p, r, diepte + 1)
    }
    default:
      return false
  }
}
