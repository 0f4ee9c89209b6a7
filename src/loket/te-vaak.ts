import { ZgwFout } from '../zgw/index.ts'

/** For a system or an installation that asks more than it may. */
export function teVaak(seconden: number): ZgwFout {
  return new ZgwFout(429, 'throttled', `Vraag het over ${seconden} seconden opnieuw.`, {
    koppen: { 'retry-after': String(seconden) },
  })
}
