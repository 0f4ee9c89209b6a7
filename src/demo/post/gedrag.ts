/** What a mail server can do to us, each with the sentence that the page shows. */
export const gedragingen = {
  gewoon: 'neemt het bericht aan',
  weigert: 'zegt dat dit adres niet bestaat (550)',
  vol: 'zegt dat de postbus vol is (452)',
  grijs: 'zegt de eerste keer: kom straks terug (451), daarna goed',
  traag: 'antwoordt pas na zes seconden',
  hangt: 'leest het bericht en antwoordt nooit',
  breekt: 'leest het bericht en verbreekt de verbinding',
  terug: 'neemt het aan, en stuurt het daarna terug',
  vertraagd: 'neemt het aan, en meldt daarna dat het nog niet is gelukt',
  afwezig: 'neemt het aan, en antwoordt dat de eigenaar er niet is',
} as const

export type Gedrag = keyof typeof gedragingen

/** By the name before the @, whatever stands behind a plus: `terug+jan@…`. What is no behaviour is ordinary. */
export function gedragVan(adres: string): Gedrag {
  const naam = adres.slice(0, adres.lastIndexOf('@')).split('+')[0]?.toLowerCase() ?? ''
  return isGedrag(naam) ? naam : 'gewoon'
}

export function isGedrag(waarde: unknown): waarde is Gedrag {
  return typeof waarde === 'string' && Object.hasOwn(gedragingen, waarde)
}
