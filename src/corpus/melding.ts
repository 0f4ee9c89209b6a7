/** Reports a fault at a place in the text, counted in characters from its beginning. */
export type MeldFout = (positie: number, code: string, melding: string, remedie: string) => void

/** `tekst`: numbers stay as they were written (13.730). `json`: numbers become numbers, for households. */
export type Getallen = 'tekst' | 'json'
