/** What proofs of telephones look at in a page of a call. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** The sound that came from the mixer so far; -1 when nothing comes from it. */
export const uitMenger = (page: Page): Promise<number> =>
  page.evaluate<number>(`(async () => {
    const bron = document.querySelector('audio[data-menger]')?.srcObject
    for (const pc of alle)
      for (const { track } of pc.getReceivers())
        if (bron?.getTracks().includes(track) && pc.connectionState === 'connected')
          for (const een of (await pc.getStats()).values())
            if (een.type === 'inbound-rtp') return een.totalAudioEnergy ?? 0
    return -1
  })()`)

/** The sound that came directly from others so far. */
export const direct = (page: Page): Promise<number> =>
  page.evaluate<number>(`(async () => {
    const bron = document.querySelector('audio[data-menger]')?.srcObject
    let som = 0
    for (const pc of alle)
      if (pc.connectionState === 'connected' && !pc.getReceivers().some(({ track }) => bron?.getTracks().includes(track)))
        for (const een of (await pc.getStats()).values())
          if (een.type === 'inbound-rtp') som += een.totalAudioEnergy ?? 0
    return som
  })()`)

export async function groeitOp(page: Page, meet: (page: Page) => Promise<number>): Promise<number> {
  const eerst = await meet(page)
  await page.waitForTimeout(1_500)
  return (await meet(page)) - eerst
}

export async function totdat(
  wat: string,
  is: () => Promise<boolean> | boolean,
  hoogstensMs = 20_000,
): Promise<void> {
  const tot = Date.now() + hoogstensMs
  while (!(await is())) {
    assert.ok(Date.now() < tot, wat)
    await new Promise((klaar) => setTimeout(klaar, 100))
  }
}

export const belNummer = async (balie: Page, nummer: string): Promise<void> => {
  await balie.getByLabel('Telefoonnummer').fill(nummer)
  await balie.getByRole('button', { name: 'Bel dit nummer' }).click()
}
