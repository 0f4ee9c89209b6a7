import type { Page } from 'playwright-core'

/** What one household says, by the last part of the pointer; what is not here is answered with «I do not know». */
export type Huishouden = Readonly<Record<string, string>>

export const ouderMetKind: Huishouden = {
  gemeente: 'Utrecht',
  'aanvrager/geboortedatum': '2 4 1990',
  'kinderen/0/geboortedatum': '2 april 2016',
  'aanvrager/toetsingsinkomen': '€ 26.000',
  'aanvrager/netto_maandinkomen': '1900',
  'aanvrager/vermogen': '1000',
  'aanvrager/zorgverzekerd': 'ja',
  'woning/soort': 'huur',
  'woning/zelfstandig': 'ja',
  'woning/kale_huur': '650,50',
  partner: 'nee',
  kinderen: '1',
  medebewoners: '0',
}

const HOOGSTENS_VRAGEN = 40

/** Answers what the pages ask until the overview appears; gives the number of questions. */
export async function beantwoordAlles(page: Page, huishouden: Huishouden, taal = ''): Promise<number> {
  await page.goto(`${taal}/rechten/vraag?n=1`)
  for (let vragen = 0; vragen < HOOGSTENS_VRAGEN; vragen += 1) {
    if (new URL(page.url()).pathname.endsWith('/overzicht')) return vragen
    await beantwoord(page, huishouden)
  }
  throw new Error(`na ${HOOGSTENS_VRAGEN} vragen is er nog geen overzicht`)
}

export async function beantwoord(page: Page, huishouden: Huishouden): Promise<void> {
  const pad = await page.locator('input[name=pad]').first().inputValue()
  const delen = pad.split('/').slice(2)
  const antwoord = huishouden[delen.join('/')] ?? huishouden[delen.at(-1) ?? '']
  if (antwoord === undefined) {
    await page.locator('button[value=weet-niet]').click()
    return
  }
  if (delen.at(-1) === 'gemeente' && antwoord !== 'bonaire') await page.fill('#gemeente', antwoord)
  else if (await page.locator('#dag').count()) {
    const [dag = '', maand = '', jaar = ''] = antwoord.split(' ')
    await page.fill('#dag', dag)
    await page.fill('#maand', maand)
    await page.fill('#jaar', jaar)
  } else if (await page.locator(`input[type=radio][value="${antwoord}"]`).count()) {
    await page.check(`input[type=radio][value="${antwoord}"]`)
  } else await page.fill('#waarde', antwoord)
  await page.locator('button[value=verder]').click()
}
